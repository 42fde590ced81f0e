namespace Grader.Running;

/// <summary>The kernel's limits, as lines for the shell.</summary>
internal static class ResourceLimits
{
    private const long KiB = 1 << 10;
    private const long MiB = 1 << 20;

    // The runtime's own: its heaps, stacks and code, beside what the student's objects take.
    private const long DataBytesOfRuntime = 192 * MiB;

    /// <param name="descriptors">How many files may be open at once.</param>
    /// <param name="extraAddressSpace">Beyond what the limits say, in bytes.</param>
    public static string Lines(Limits limits, int descriptors, long extraAddressSpace)
    {
        var everywhere = $"ulimit -c 0; ulimit -t {limits.ProcessorSeconds}; ulimit -f 0; ulimit -n {descriptors};";
        return OperatingSystem.IsLinux()
            ? $"{everywhere} ulimit -d {(limits.MemoryBytes + DataBytesOfRuntime) / KiB}; ulimit -v {(limits.AddressSpaceBytes + extraAddressSpace) / KiB};"
            : everywhere;
    }
}
