using System.Diagnostics;
using System.Globalization;

namespace Grader.Running;

/// <summary>The level "process": a plain child with limits.</summary>
internal static class PlainHost
{
    public static ProcessStartInfo Command(HostInstallation installation, Limits limits)
    {
        // The shell sets the limits that a process keeps for good, and becomes the host.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        string[] arguments =
        [
            "-c", $"{LimitLines(limits)} exec \"$0\" \"$@\"",
            installation.Program, "--child-of", Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in HostEnvironment.For(limits, installation.RuntimeRoot)) start.Environment[name] = value;
        return start;
    }

    private static string LimitLines(Limits limits)
    {
        var everywhere = $"ulimit -c 0; ulimit -t {limits.ProcessorSeconds}; ulimit -f 0; ulimit -n 64;";
        return OperatingSystem.IsLinux() ? $"{everywhere} ulimit -v {limits.AddressSpaceBytes >> 10};" : everywhere;
    }
}
