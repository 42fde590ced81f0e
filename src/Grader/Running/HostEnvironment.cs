using System.Globalization;

namespace Grader.Running;

/// <summary>All the environment that a host gets: nothing of the grader's own is passed on.</summary>
internal static class HostEnvironment
{
    public static IReadOnlyDictionary<string, string> For(Limits limits, string runtimeRoot) => new Dictionary<string, string>
    {
        ["DOTNET_ROOT"] = runtimeRoot,
        // Writing code pages twice needs a file, and files may not grow in the box.
        ["DOTNET_EnableWriteXorExecute"] = "0",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_LTTng"] = "0",
        // As many processors as a submission may keep busy, whatever the machine has: each thread takes address space.
        ["DOTNET_PROCESSOR_COUNT"] = "2",
        ["DOTNET_GCHeapHardLimit"] = $"0x{limits.MemoryBytes.ToString("x", CultureInfo.InvariantCulture)}",
        // One arena for malloc: others reserve 64 MiB of address space each, and a call takes three times as long.
        ["MALLOC_ARENA_MAX"] = "1",
    };
}
