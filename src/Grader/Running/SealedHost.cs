using System.Runtime.Versioning;
using Grader.Running.Filters;

namespace Grader.Running;

/// <summary>The level "seal": no container, but a filter that leaves the process nothing to do but compute.</summary>
[UnsupportedOSPlatform("windows")]
internal static class SealedHost
{
    // Each assembly of the framework stays open, and is mapped twice.
    private const int Descriptors = 512;
    private const long AddressSpaceOfFramework = 1280L << 20;

    /// <exception cref="BoxFaultException">Something that the level needs is missing.</exception>
    public static Launch Launch(Jail jail, Limits limits)
    {
        Machine.RequireFilters(IsolationLevel.Seal);
        string[] command = [.. Machine.DropToNobody(), jail.HostProgramOutside, .. PlainHost.ChildOfGrader()];
        return new Launch(
            last => ShellStart.Of(
                ResourceLimits.Lines(limits, Descriptors, AddressSpaceOfFramework),
                [],
                [.. command, .. last],
                HostEnvironment.For(limits, jail.RuntimeRootOutside)),
            LeadsGroup: true,
            BoxFilters.Sealed,
            Preload: true);
    }
}
