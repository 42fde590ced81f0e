using System.Runtime.InteropServices;

namespace Grader.Running;

/// <summary>The few calls of the operating system that .NET has no name for.</summary>
internal static partial class UnixCalls
{
    public const short Readable = 1;
    public const short Writable = 4;
    public const int Interrupted = 4;
    public const int TryAgain = 11;
    public const int TryAgainOnMac = 35;
    public const int KillSignal = 9;

    private const int GetFlags = 3;
    private const int SetFlags = 4;

    private static readonly int NonBlocking = OperatingSystem.IsMacOS() ? 4 : 0x800;

    /// <summary>From now on reads and writes return at once, with <see cref="TryAgain"/> where nothing can be moved.</summary>
    /// <exception cref="IOException">The descriptor is not open.</exception>
    public static void StopBlocking(int descriptor)
    {
        var flags = Control(descriptor, GetFlags, 0);
        if (flags < 0 || Control(descriptor, SetFlags, flags | NonBlocking) < 0)
            throw new IOException($"A pipe to the box cannot be set up (error {Marshal.GetLastPInvokeError()}).");
    }

    /// <returns>The bytes moved; 0 at the end; minus the error.</returns>
    public static unsafe int Read(int descriptor, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            var count = Read(descriptor, start, (nuint)buffer.Length);
            return count >= 0 ? (int)count : -Marshal.GetLastPInvokeError();
        }
    }

    /// <returns>The bytes moved, or minus the error.</returns>
    public static unsafe int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var count = Write(descriptor, start, (nuint)bytes.Length);
            return count >= 0 ? (int)count : -Marshal.GetLastPInvokeError();
        }
    }

    /// <returns>How many descriptors are ready; 0 when the time is over; minus the error.</returns>
    public static unsafe int Poll(Span<Polled> descriptors, int milliseconds)
    {
        fixed (Polled* start = descriptors)
        {
            var count = Poll(start, (nuint)descriptors.Length, milliseconds);
            return count >= 0 ? count : -Marshal.GetLastPInvokeError();
        }
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    /// <param name="status">The first byte of 256, laid out as struct statx.</param>
    /// <returns>0 when it was filled in.</returns>
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Status(int folder, string path, int flags, uint fields, ref byte status);

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int process, int signal);

    // Variadic in C; with three whole arguments both conventions of the supported machines agree.
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static unsafe partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static unsafe partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static unsafe partial int Poll(Polled* descriptors, nuint count, int milliseconds);

    /// <summary>One entry of poll's table.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Polled
    {
        public int Descriptor;
        public short Wanted;
        public short Met;
    }
}
