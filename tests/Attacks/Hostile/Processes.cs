// More threads, more processes, other programs.
public static unsafe class Processes
{
    public static double ThreadBomb()
    {
        for (; ; ) new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }.Start();
    }

    public static double ThreadBombOfBurners()
    {
        for (var count = 0; count < 200; count++) new Thread(() => { for (; ; ) { } }) { IsBackground = true }.Start();
        for (; ; ) { }
    }

    public static double Fork()
    {
        var child = Kernel.fork();
        if (child == 0) for (; ; ) Kernel.Call(35, 0, 0);
        return child > 0 ? 1 : 0;
    }

    public static double ForkBySystemCall() => Child(Kernel.Call(57));

    public static double VforkBySystemCall() => Kernel.Call(58) is var child && child > 0 ? 1 : 0;

    public static double CloneBySystemCall() => Child(Kernel.Call(56, 17));

    // Without the flag for threads, but with shared memory.
    public static double CloneWithSharedMemory() => Child(Kernel.Call(56, 0x100));

    public static double CloneIntoNewNamespaces() => Child(Kernel.Call(56, 0x10000000 | 0x20000 | 17));

    public static double Clone3()
    {
        var arguments = stackalloc ulong[11];
        arguments[0] = 0;
        arguments[4] = 17;
        return Child(Kernel.Call(435, (nint)arguments, 88));
    }

    public static double ForkBomb()
    {
        var count = 0;
        for (var turn = 0; turn < 1000; turn++)
        {
            var child = Kernel.fork();
            if (child == 0) for (; ; ) Kernel.fork();
            if (child > 0) count++;
        }

        return count;
    }

    public static double ExecuteShell() => Execute("/bin/sh");

    public static double ExecuteItself() => Execute("/proc/self/exe");

    public static double ExecuteByDescriptor()
    {
        var program = Kernel.Open("/proc/self/exe", 0);
        if (program < 0) return 0;
        nint end = 0;
        var empty = (byte)0;
        return Kernel.Done(Kernel.Call(322, program, (nint)(&empty), (nint)(&end), (nint)(&end), 0x1000));
    }

    public static double StartProcess()
    {
        try { return System.Diagnostics.Process.Start("/bin/sh", "-c true") is null ? 0 : 1; }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException) { return 0; }
    }

    public static double OwnProcessStarted()
    {
        try { return System.Diagnostics.Process.Start(Environment.ProcessPath ?? "/proc/self/exe") is null ? 0 : 1; }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException) { return 0; }
    }

    // A new session leaves the group that the grader kills; a fork leaves the parent.
    public static double Daemonise()
    {
        Kernel.Call(112);
        var child = Kernel.fork();
        if (child == 0)
        {
            Kernel.Call(112);
            Kernel.fork();
            for (; ; ) { }
        }

        return child > 0 ? 1 : 0;
    }

    // The kernel would no longer end this process with the grader.
    public static double ForgetTheParent() => Kernel.Call(157, 1, 0) == 0 ? 1 : 0;

    public static double ForgetTheParentAndLoop()
    {
        ForgetTheParent();
        Kernel.Call(112);
        for (; ; ) { }
    }

    public static double ForkAndLoop()
    {
        Daemonise();
        for (; ; ) { }
    }

    private static double Child(nint child)
    {
        if (child == 0) for (; ; ) { }
        return child > 0 ? 1 : 0;
    }

    private static double Execute(string path)
    {
        fixed (byte* program = Encoding.UTF8.GetBytes(path + "\0"))
        {
            var arguments = stackalloc nint[2];
            arguments[0] = (nint)program;
            nint end = 0;
            return Kernel.Done(Kernel.Call(59, (nint)program, (nint)arguments, (nint)(&end)));
        }
    }
}
