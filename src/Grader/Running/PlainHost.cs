using System.Globalization;

namespace Grader.Running;

/// <summary>The level "process": a plain child with limits.</summary>
internal static class PlainHost
{
    private const int Descriptors = 64;

    public static Launch Launch(HostInstallation installation, Limits limits) => new(
        last => ShellStart.Of(
            ResourceLimits.Lines(limits, Descriptors, extraAddressSpace: 0),
            [],
            [installation.Program, .. ChildOfGrader(), .. last],
            HostEnvironment.For(limits, installation.RuntimeRoot)),
        LeadsGroup: true,
        Filter: null,
        Preload: false);

    /// <summary>Tells the host to end with this process.</summary>
    public static IReadOnlyList<string> ChildOfGrader() => ["--child-of", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)];
}
