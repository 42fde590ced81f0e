using System.Globalization;
using System.Runtime.InteropServices;

namespace Sandbox;

/// <summary>
/// Ties this process to the grader's life where no container does: its own process group, which the grader kills as a whole, and
/// a kill from the kernel when the grader ends, however it ends.
/// </summary>
internal static partial class Ancestry
{
    /// <summary>Given to a host that no container holds, before the grader's process number.</summary>
    public const string Flag = "--child-of";
    private const int SetParentDeathSignal = 1;
    private const int Kill = 9;

    /// <param name="arguments">The flag and the grader's process number come first.</param>
    public static void Follow(string[] arguments)
    {
        _ = NewSession();
        if (!OperatingSystem.IsLinux()) return;
        _ = ProcessControl(SetParentDeathSignal, Kill, 0, 0, 0);
        // The grader may have ended before the line above: then this process has another parent by now, and no signal will come.
        if (ParentNumber() != int.Parse(arguments[1], CultureInfo.InvariantCulture)) Environment.Exit(1);
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int NewSession();

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentNumber();

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint second, nuint third, nuint fourth, nuint fifth);
}
