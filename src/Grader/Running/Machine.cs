using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Grader.Running;

/// <summary>What this machine has for keeping student code apart.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Machine
{
    private const string Nobody = "65534";

    private static readonly string[] ProgramFolders = ["/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin", "/sbin"];

    /// <summary>Whether the filters are written for this system and processor.</summary>
    public static bool HasFilters => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    public static bool IsRoot => UnixCalls.EffectiveUser() == 0;

    /// <returns>The full path of a program of the system, or null.</returns>
    public static string? Find(string program) => ProgramFolders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>What stands before a command so that it does not run as root: root is exempt from some limits. Nothing for other users.</summary>
    /// <exception cref="BoxFaultException">There is no program to do it.</exception>
    public static IReadOnlyList<string> DropToNobody()
    {
        if (!IsRoot) return [];
        var program = Find("setpriv")
            ?? throw new BoxFaultException("Run by root, the grader needs setpriv to give up its rights. On Debian and Ubuntu: apt install util-linux.");
        return [program, "--reuid", Nobody, "--regid", Nobody, "--clear-groups", "--bounding-set", "-all", "--inh-caps", "-all"];
    }

    /// <exception cref="BoxFaultException">The machine is another than the filters are written for.</exception>
    public static void RequireFilters(IsolationLevel level)
    {
        if (!HasFilters)
            throw new BoxFaultException($"The level '{level.Name()}' needs Linux on x86-64.");
    }

    /// <returns>The number of the user who owns a file or link; null where it is gone.</returns>
    public static uint? OwnerOf(string path)
    {
        const int fromHere = -100; // AT_FDCWD
        const int linkItself = 0x100; // AT_SYMLINK_NOFOLLOW
        const uint userField = 8; // STATX_UID
        const int userOffset = 20;
        Span<byte> status = stackalloc byte[256];
        return UnixCalls.Status(fromHere, path, linkItself, userField, ref MemoryMarshal.GetReference(status)) == 0
            ? MemoryMarshal.Read<uint>(status[userOffset..])
            : null;
    }

    /// <summary>Whether a user without rights can come to a file or folder by its path.</summary>
    public static bool IsOpenToAll(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if ((File.GetUnixFileMode(folder) & UnixFileMode.OtherExecute) == 0) return false;
        }

        return (File.GetUnixFileMode(path) & UnixFileMode.OtherRead) != 0;
    }
}
