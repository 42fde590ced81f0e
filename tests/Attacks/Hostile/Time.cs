// Code that does not come back, or that goes on after it has.
public static class Time
{
    private static readonly object Never = new();

    public static double InfiniteLoop() { for (; ; ) { } }

    public static double Sleep() { Thread.Sleep(Timeout.Infinite); return 1; }

    public static double CatchAllLoop()
    {
        for (; ; ) { try { throw new InvalidOperationException(); } catch { } }
    }

    public static double FinallyLoop()
    {
        try { throw new InvalidOperationException(); }
        finally { for (; ; ) { } }
    }

    public static double Deadlock()
    {
        var ready = new ManualResetEventSlim();
        new Thread(() => { lock (Never) { ready.Set(); Thread.Sleep(Timeout.Infinite); } }) { IsBackground = true }.Start();
        ready.Wait();
        lock (Never) return 1;
    }

    public static double EndlessRecursion() => Deeper(1);

    public static double RecursionInCatch()
    {
        try { throw new InvalidOperationException(); }
        catch { return RecursionInCatch() + 1; }
    }

    public static unsafe double HugeStackalloc()
    {
        var size = int.Parse("1900000000");
        var block = stackalloc byte[size];
        for (var index = 0; index < size; index += 4096) block[index] = 1;
        return block[0];
    }

    public static double StaticConstructorHangs() => Hanging.Value;

    public static double FinalizerHangsBefore()
    {
        Abandon();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return 1;
    }

    public static double FinalizerHangsAfter()
    {
        Abandon();
        GC.Collect();
        return 7;
    }

    public static double ExitHandlerHangs()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(Timeout.Infinite);
        return 7;
    }

    public static double ExitHandlerHangsAndExits()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(Timeout.Infinite);
        Environment.Exit(0);
        return 1;
    }

    public static double ForegroundThread()
    {
        new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = false }.Start();
        return 7;
    }

    public static double BackgroundBurners()
    {
        for (var count = 0; count < 8; count++)
            new Thread(() => { for (; ; ) { } }) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
        return 7;
    }

    public static double BackgroundBurnersAndLoop()
    {
        BackgroundBurners();
        return InfiniteLoop();
    }

    public static double LockOnConsole()
    {
        var held = new ManualResetEventSlim();
        new Thread(() => { lock (Console.Out) { held.Set(); Thread.Sleep(Timeout.Infinite); } }) { IsBackground = true }.Start();
        held.Wait();
        return 7;
    }

    public static double PoolIsFull()
    {
        ThreadPool.SetMinThreads(1, 1);
        ThreadPool.SetMaxThreads(2, 2);
        for (var count = 0; count < 100; count++) ThreadPool.QueueUserWorkItem(_ => Thread.Sleep(Timeout.Infinite));
        return 7;
    }

    public static double GarbageCollectorHeld()
    {
        new Thread(() => { for (; ; ) GC.Collect(2, GCCollectionMode.Forced, blocking: true); }) { IsBackground = true }.Start();
        return 7;
    }

    public static Func<double, double> FunctionThatHangs() => _ => InfiniteLoop();

    // The compiler would turn a plain tail call into a loop.
    private static double Deeper(double depth) => Math.Sqrt(Deeper(depth + 1)) + depth;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Abandon() => _ = new Clinging();

    private static class Hanging
    {
        public static readonly double Value = InfiniteLoop();
    }

    private sealed class Clinging
    {
        ~Clinging() => Thread.Sleep(Timeout.Infinite);
    }
}
