// The operating system's calls, for every file of this folder. Numbers are those of x86-64.
public static unsafe class Kernel
{
    public const int Denied = 1;

    /// <summary>What stands for a call that a box must refuse: 0 refused, 1 done.</summary>
    public static double Done(nint result) => result < 0 ? 0 : 1;

    /// <returns>The result, or minus the error.</returns>
    public static nint Call(int number, nint a = 0, nint b = 0, nint c = 0, nint d = 0, nint e = 0, nint f = 0)
    {
        var result = syscall(number, a, b, c, d, e, f);
        return result == -1 ? -Marshal.GetLastPInvokeError() : result;
    }

    public static nint Open(string path, int flags, int mode = 0x1FF)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + "\0")) return Call(2, (nint)name, flags, mode);
    }

    public static double Writes(int descriptor)
    {
        fixed (byte* text = "written"u8) return Done(Call(1, descriptor, (nint)text, 7));
    }

    [DllImport("libc", SetLastError = true)]
    public static extern nint syscall(nint number, nint a, nint b, nint c, nint d, nint e, nint f);

    [DllImport("libc", SetLastError = true)]
    public static extern int fork();

    [DllImport("libc", SetLastError = true)]
    public static extern int getppid();

    [DllImport("libc", SetLastError = true)]
    public static extern byte* malloc(nuint size);
}
