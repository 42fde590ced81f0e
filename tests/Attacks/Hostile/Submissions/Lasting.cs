//# TasksThatStay | correct | correct
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        for (var i = 0; i < 4; i++) _ = Task.Run(() => { for (; ; ) { } });
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# PoolStarved | correct,timeout | correct,timeout
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        for (var i = 0; i < 10_000; i++) _ = Task.Run(() => new TaskCompletionSource().Task.Wait());
        return f.AsParallel().Zip(dg.AsParallel(), (a, b) => a * b).Sum();
    }
}

//# TasksThatThrow | correct | correct
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        for (var i = 0; i < 100; i++) _ = Task.Run(() => throw new InvalidOperationException("unseen"));
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# ThreadThatThrows | forbidden-api | crashed
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        var thread = new Thread(() => throw new InvalidOperationException("\u001b[2J<script>"));
        thread.Start();
        thread.Join();
        return 1;
    }
}

//# LocksHeld | correct,timeout | correct,timeout
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        foreach (var shared in (object[])[typeof(string), typeof(double), typeof(object), "", Console.Out, Console.Error])
            Task.Run(() => Monitor.Enter(shared)).Wait();
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# TimerThatThrows | forbidden-api | crashed
public static class Answers
{
    private static Timer? timer;
    public static double TotalDerivative(double[] f, double[] dg)
    {
        timer = new Timer(_ => throw new InvalidOperationException("late"), null, 1, 1);
        Thread.Sleep(500);
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# ConsoleReplaced | forbidden-api | correct
public static class Answers
{
    private sealed class Hanging : StringWriter { public override void Write(char value) { for (; ; ) { } } public override void Flush() { for (; ; ) { } } }
    public static double TotalDerivative(double[] f, double[] dg)
    {
        Console.SetOut(new Hanging());
        Console.SetError(new Hanging());
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# CulturesReplaced | correct | correct
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        var odd = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "\u202e<b>";
        odd.NumberFormat.NumberDecimalSeparator = "\u001b";
        System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.CurrentCulture = odd;
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# CollectorSteered | forbidden-api | correct,memory,crashed
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        System.Runtime.GCSettings.LatencyMode = System.Runtime.GCLatencyMode.SustainedLowLatency;
        try { GC.TryStartNoGCRegion(10_000_000); } catch (InvalidOperationException) { }
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# FloodAfterTheReturn | output-flood,correct,timeout | output-flood,correct,timeout
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        _ = Task.Run(() => { for (; ; ) Console.Error.WriteLine(new string('x', 10_000)); });
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# RightAtFirst | incorrect | incorrect
public static class Answers
{
    private static int calls;
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum() + (calls++ < 3 ? 0 : 1);
}

//# RightUntilTheLast | incorrect | incorrect
public static class Answers
{
    private static int calls;
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum() + (calls++ == 0 ? 1e-3 : 0);
}

//# RightForTheOneInProcess | incorrect | incorrect
public static class Answers
{
    private static readonly double Slip = new Random().NextDouble();
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum() + Slip;
}

//# InputsKept | incorrect | incorrect
public static class Answers
{
    private static readonly List<double[]> Kept = [];
    public static double TotalDerivative(double[] f, double[] dg)
    {
        Kept.Add(f);
        foreach (var old in Kept) Array.Fill(old, 0.5);
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# ForgedFrames | forbidden-api | crashed
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        byte[] frame = [14, 0, 0, 0, 19, 1, 2, 3, 4, 5, 6, 7, 8, 1, 0, 0, 0, 0];
        for (var descriptor = 0; descriptor < 64; descriptor++)
        {
            try { using var file = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, false), FileAccess.Write, 0); file.Write(frame); } catch (Exception) { }
        }

        return 0;
    }
}
