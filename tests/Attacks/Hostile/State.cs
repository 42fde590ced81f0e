// What outlives a call and may change the next one.
public static unsafe class State
{
    private static readonly double[] Shared = new double[2];
    private static int calls;

    public static double OtherCulture()
    {
        var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        System.Globalization.CultureInfo.CurrentCulture = culture;
        System.Globalization.CultureInfo.DefaultThreadCurrentCulture = culture;
        System.Globalization.CultureInfo.CurrentUICulture = culture;
        return 7;
    }

    public static double HighestPriority()
    {
        Thread.CurrentThread.IsBackground = true;
        Thread.CurrentThread.Priority = ThreadPriority.Highest;
        return 7;
    }

    public static double OtherEnvironment()
    {
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "1");
        Environment.SetEnvironmentVariable("PATH", "/nowhere");
        return 7;
    }

    // Bits 13 and 14 of the control word choose upwards rounding; bit 15 flushes small numbers to zero.
    public static double OtherRounding()
    {
        byte[] code = [0x0F, 0xAE, 0x17, 0xC3];
        var page = Kernel.Call(9, 0, 4096, 3, 0x22, -1, 0);
        code.CopyTo(new Span<byte>((void*)page, code.Length));
        if (Kernel.Call(10, page, 4096, 5) != 0) return 7;
        var word = 0x1F80 | 0x4000 | 0x8000;
        ((delegate* unmanaged<int*, void>)page)(&word);
        return 7;
    }

    public static double Third() => Divided(1, 3);

    // A number that a processor told to flush would make zero.
    public static double Smallest() => Divided(double.Epsilon * 2, 2);

    public static string Shown() => Divided(1, 2).ToString();

    public static double Changes(double[] x) { x[0] = 99; return 7; }

    public static double[] OneArrayAlways() { Shared[0] = ++calls; return Shared; }

    public static double Counts() => ++calls;

    public static double Random() => System.Random.Shared.NextDouble();

    public static double Switches()
    {
        AppContext.SetSwitch("System.Runtime.Serialization.EnableUnsafeBinaryFormatterSerialization", true);
        AppContext.SetData("TRUSTED_PLATFORM_ASSEMBLIES", "");
        return 7;
    }

    public static double Collector()
    {
        GC.RegisterForFullGCNotification(1, 1);
        System.Runtime.GCSettings.LatencyMode = System.Runtime.GCLatencyMode.SustainedLowLatency;
        GC.TryStartNoGCRegion(1_000_000);
        return 7;
    }

    public static double Synchronization()
    {
        SynchronizationContext.SetSynchronizationContext(new Hanging());
        return 7;
    }

    // Not inlined: the compiler would divide.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Divided(double numerator, double denominator) => numerator / denominator;

    private sealed class Hanging : SynchronizationContext
    {
        public override void Post(SendOrPostCallback callback, object? state) => Thread.Sleep(Timeout.Infinite);
    }
}
