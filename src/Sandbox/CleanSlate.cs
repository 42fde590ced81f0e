using System.Globalization;
using System.Runtime.InteropServices;

namespace Sandbox;

/// <summary>What loading or a call may have left on its thread that would change the numbers of the next call.</summary>
internal static partial class CleanSlate
{
    // FE_DFL_ENV of the GNU C library.
    private const nint DefaultEnvironment = -1;

    /// <summary>Culture, what tasks go on with, and how the processor rounds: as at the start.</summary>
    public static void Wipe()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        SynchronizationContext.SetSynchronizationContext(null);
        if (OperatingSystem.IsLinux()) _ = SetFloatingPoint(DefaultEnvironment);
    }

    [LibraryImport("libm.so.6", EntryPoint = "fesetenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetFloatingPoint(nint environment);
}
