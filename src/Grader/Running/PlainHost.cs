using System.Globalization;
using Grader.Running.Filters;

namespace Grader.Running;

/// <summary>The level "process": a plain child with limits.</summary>
internal static class PlainHost
{
    private const int Descriptors = 64;

    /// <param name="alone">Whether it is kept from making processes. Not every system can.</param>
    public static Launch Launch(HostInstallation installation, Limits limits, bool alone) => new(
        last => ShellStart.Of(
            ResourceLimits.Lines(limits, Descriptors, extraAddressSpace: 0),
            [],
            [installation.Program, .. ChildOfGrader(), .. last],
            HostEnvironment.For(limits, installation.RuntimeRoot)),
        LeadsGroup: true,
        Filter: alone ? _ => BoxFilters.Alone : null,
        Preload: false);

    /// <summary>Tells the host to end with this process.</summary>
    public static IReadOnlyList<string> ChildOfGrader() => ["--child-of", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)];
}
