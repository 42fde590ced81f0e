using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Grader.Running.Filters;

namespace Grader.Running;

/// <summary>The level "bwrap": namespaces that hold nothing but the runtime and the host, limits, and two filters.</summary>
[UnsupportedOSPlatform("windows")]
internal static class ContainerHost
{
    private const int Descriptors = 64;

    /// <exception cref="BoxFaultException">Something that the level needs is missing.</exception>
    public static Launch Launch(Jail jail, Limits limits)
    {
        Machine.RequireFilters(IsolationLevel.Bubblewrap);
        var bubblewrap = Machine.Find("bwrap")
            ?? throw new BoxFaultException("bubblewrap is not installed. On Debian and Ubuntu: apt install bubblewrap. On Fedora: dnf install bubblewrap.");
        var arguments = jail.Keep("arguments", Encoding.UTF8.GetBytes(string.Concat(Arguments(jail, limits).Select(argument => argument + '\0'))));
        var filter = jail.Keep("filter", BoxFilters.WhileStarting.Compile());
        string[] command = [.. Machine.DropToNobody(), bubblewrap, "--args", Descriptor(0), Jail.HostProgramInside];
        return new Launch(
            // Nothing in the environment: the container's first process shows its own to all others.
            last => ShellStart.Of(ResourceLimits.Lines(limits, Descriptors, extraAddressSpace: 0), [arguments, filter], [.. command, .. last], new Dictionary<string, string>()),
            LeadsGroup: false,
            BoxFilters.InContainer,
            Preload: false);
    }

    private static IEnumerable<string> Arguments(Jail jail, Limits limits) =>
    [
        "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--hostname", "sandbox", "--clearenv",
        "--uid", "65534", "--gid", "65534",
        .. HostEnvironment.For(limits, Jail.RuntimeRootInside).Append(new("LD_LIBRARY_PATH", Jail.LibrariesInside))
            .SelectMany(variable => (IEnumerable<string>)["--setenv", variable.Key, variable.Value]),
        "--ro-bind", jail.Root, "/",
        .. jail.Mounts.SelectMany(mount => (IEnumerable<string>)["--ro-bind", mount.Outside, mount.Inside]),
        // Without /proc the runtime does not start; without random numbers it cannot make methods at run time.
        "--proc", "/proc", "--dev-bind", "/dev/null", "/dev/null", "--dev-bind", "/dev/urandom", "/dev/urandom", "--chdir", "/",
        "--seccomp", Descriptor(1),
    ];

    private static string Descriptor(int inherited) => (ShellStart.FirstInherited + inherited).ToString(CultureInfo.InvariantCulture);
}
