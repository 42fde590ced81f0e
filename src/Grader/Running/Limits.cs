namespace Grader.Running;

/// <summary>What one submission may use.</summary>
/// <param name="CallTime">For one call, by the clock on the wall.</param>
/// <param name="TotalTime">For all calls of one box together.</param>
/// <param name="LoadTime">For reading the assembly and its module initialiser.</param>
/// <param name="MemoryBytes">Of the managed heap. The address space gets <see cref="AddressSpaceBytes"/>.</param>
/// <param name="KeptOutputBytes">How much of what is printed is kept to be shown.</param>
/// <param name="OutputBytes">How much may be printed before the box is killed.</param>
public sealed record Limits(
    TimeSpan CallTime,
    TimeSpan TotalTime,
    TimeSpan LoadTime,
    long MemoryBytes,
    int KeptOutputBytes,
    int OutputBytes)
{
    private const long MiB = 1 << 20;

    /// <summary>Two seconds a call, twenty in all, 256 MiB: hundreds of times what an honest answer to a worksheet needs.</summary>
    public static Limits Default { get; } = new(
        CallTime: TimeSpan.FromSeconds(2),
        TotalTime: TimeSpan.FromSeconds(20),
        LoadTime: TimeSpan.FromSeconds(5),
        MemoryBytes: 256 * MiB,
        KeptOutputBytes: 64 << 10,
        OutputBytes: 8 << 20);

    /// <summary>The runtime itself reserves three quarters of a GiB before it runs anything.</summary>
    public long AddressSpaceBytes => MemoryBytes + (768 * MiB);

    /// <summary>The kernel's own watch, should the grader be stopped: two processors for the whole time, and some to start.</summary>
    public int ProcessorSeconds => (int)Math.Ceiling((2 * TotalTime.TotalSeconds) + LoadTime.TotalSeconds + 5);
}
