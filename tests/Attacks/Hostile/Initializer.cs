// Runs before any method is asked for. The word in capitals is put in when this is compiled.
public static unsafe class Initializer
{
    [ModuleInitializer]
    public static void Start() => ATTACK();

    public static double Answer() => 7;

    private static void Hang() { for (; ; ) { } }

    private static void Throw() => throw new InvalidOperationException("from the initialiser");

    private static void Exit() => Environment.Exit(0);

    private static void Recurse() => Recurse2(1);

    private static double Recurse2(double depth) => Math.Sqrt(Recurse2(depth + 1)) + depth;

    private static void Flood() { for (; ; ) Console.WriteLine(new string('x', 10_000)); }

    private static void Eat() { var kept = new List<byte[]>(); for (; ; ) kept.Add(new byte[10_000_000]); }

    private static void Fork() { if (Kernel.fork() == 0) for (; ; ) { } }

    private static void FailFast() => Environment.FailFast("enough");

    // A list of methods that was never read from this assembly.
    private static void ForgeLoaded()
    {
        byte[] payload = [17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] frame = [.. BitConverter.GetBytes(payload.Length), .. payload];
        fixed (byte* start = frame)
            for (var descriptor = 3; descriptor < 64; descriptor++) Kernel.Call(1, descriptor, (nint)start, frame.Length);
    }

    private static void Handlers()
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, _) => { for (; ; ) { } };
        AppDomain.CurrentDomain.TypeResolve += (_, _) => { for (; ; ) { } };
        AppDomain.CurrentDomain.AssemblyLoad += (_, _) => throw new InvalidOperationException();
    }

    private static void FirstChance() => AppDomain.CurrentDomain.FirstChanceException += (_, _) => { for (; ; ) { } };
}
