using System.Runtime.InteropServices;

namespace Sandbox;

/// <summary>Puts a seccomp program on every thread of this process, for good.</summary>
internal static partial class SystemCallFilter
{
    private const int InstructionBytes = 8;
    private const int SetNoNewPrivileges = 38; // PR_SET_NO_NEW_PRIVS
    private const nint InstallNumber = 317; // seccomp on x86-64
    private const nint SetModeFilter = 1;
    private const nint AllThreads = 1; // SECCOMP_FILTER_FLAG_TSYNC

    /// <returns>Null when it is on, else what went wrong.</returns>
    public static unsafe string? Install(ReadOnlySpan<byte> program)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64) return "Filters need Linux on x86-64.";
        if (ProcessControl(SetNoNewPrivileges, 1, 0, 0, 0) != 0) return $"no_new_privs: error {Marshal.GetLastPInvokeError()}";
        fixed (byte* instructions = program)
        {
            var whole = new Program { Length = (ushort)(program.Length / InstructionBytes), Instructions = instructions };
            var result = SystemCall(InstallNumber, SetModeFilter, AllThreads, &whole);
            return result == 0 ? null : $"seccomp: result {result}, error {Marshal.GetLastPInvokeError()}";
        }
    }

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int ProcessControl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static unsafe partial nint SystemCall(nint number, nint mode, nint flags, Program* program);

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Program
    {
        public ushort Length;
        public byte* Instructions;
    }
}
