#define TRACE
// Code that ends its process, or tries to have it ended.
public static unsafe class Endings
{
    public static double Exit() { Environment.Exit(0); return 1; }

    public static double ExitWithCode() { Environment.Exit(3); return 1; }

    public static double ExitBySystemCall() { Kernel.Call(231, 0); return 1; }

    // One thread ends, the process stays.
    public static double ThreadEndsBySystemCall() { Kernel.Call(60, 0); return 1; }

    public static double FailFast() { Environment.FailFast("enough"); return 1; }

    public static double FailFastWithLongMessage() { Environment.FailFast(new string('x', 1 << 20)); return 1; }

    public static double LaunchDebugger() => System.Diagnostics.Debugger.Launch() ? 1 : 0;

    public static double BreakIntoDebugger() { System.Diagnostics.Debugger.Break(); return 7; }

    public static double FailTrace()
    {
        System.Diagnostics.Trace.Listeners.Clear();
        System.Diagnostics.Trace.Listeners.Add(new System.Diagnostics.DefaultTraceListener { AssertUiEnabled = true });
        System.Diagnostics.Trace.Fail("failed");
        return 7;
    }

    public static double NullPointer() => *(double*)nint.Parse("8");

    public static double WildPointer() => *(double*)nint.Parse("20015998343868");

    public static double PointerBeyondAddresses() => *(double*)nint.Parse("81985529216486896");

    public static double CorruptHeap()
    {
        var objects = Enumerable.Range(0, 10_000).Select(index => new object[] { index }).ToArray();
        foreach (var victim in objects)
        {
            var held = victim;
            *(nint*)*(nint*)Unsafe.AsPointer(ref held) = 0x1234;
        }

        for (; ; ) GC.Collect();
    }

    public static double CorruptNativeHeap()
    {
        for (var turn = 0; turn < 1000; turn++)
        {
            var block = Kernel.malloc(24);
            for (var index = -16; index < 64; index++) block[index] = 0x41;
            NativeMemory.Free(block);
        }

        for (; ; ) NativeMemory.Free(Kernel.malloc(100));
    }

    public static double KillItself() { Kernel.Call(62, Kernel.Call(39), 9); return 7; }

    public static double StopItself() { Kernel.Call(62, Kernel.Call(39), 19); return 7; }

    public static double StopItselfByThread() { Kernel.Call(234, Kernel.Call(39), Kernel.Call(186), 19); return 7; }

    // The runtime takes the first signal for its own.
    public static double AbortByThread() { for (; ; ) Kernel.Call(234, Kernel.Call(39), Kernel.Call(186), 6); }

    public static double ThrowOnThread()
    {
        new Thread(() => throw new InvalidOperationException("on a thread")).Start();
        Thread.Sleep(Timeout.Infinite);
        return 1;
    }

    public static double ThrowOnPool()
    {
        ThreadPool.QueueUserWorkItem(_ => throw new InvalidOperationException("on the pool"));
        Thread.Sleep(Timeout.Infinite);
        return 1;
    }

    public static double ThrowInVoidTask()
    {
        Unwaited.Later();
        Thread.Sleep(Timeout.Infinite);
        return 1;
    }

    // Thrown when the value is on its way: the value counts, or the end.
    public static double ThrowLater()
    {
        new Thread(() => { Thread.Sleep(300); throw new InvalidOperationException("later"); }).Start();
        return 7;
    }

    public static double HandlerOfUnhandledHangs()
    {
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Thread.Sleep(Timeout.Infinite);
        new Thread(() => throw new InvalidOperationException("on a thread")).Start();
        Thread.Sleep(Timeout.Infinite);
        return 1;
    }

    public static double ThrowFromFinalizer()
    {
        Abandon();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Thread.Sleep(Timeout.Infinite);
        return 1;
    }

    public static double HandleSignals()
    {
        foreach (var signal in Enum.GetValues<PosixSignal>())
        {
            try { Registrations.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = true)); }
            catch (IOException) { }
        }

        for (; ; ) { }
    }

    private static readonly List<PosixSignalRegistration> Registrations = [];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon() => _ = new Thrower();

    private sealed class Thrower
    {
        ~Thrower() => throw new InvalidOperationException("from a finalizer");
    }
}

internal static class Unwaited
{
    public static async void Later()
    {
        await Task.Yield();
        throw new InvalidOperationException("nobody waits");
    }
}
