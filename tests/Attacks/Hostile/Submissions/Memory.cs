//# UnionOfReferences | correct,incorrect,crashed,timeout | correct,incorrect,crashed,timeout
[StructLayout(LayoutKind.Explicit)]
public struct Union { [FieldOffset(0)] public object Any; [FieldOffset(0)] public Long Other; }
public sealed class Long { public long A, B, C, D; }
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        var union = new Union { Any = "some text" };
        for (var i = 0; i < 100; i++) { union.Any = new double[1]; union.Other.A = 1 << 30; union.Other.D = -1; }
        union.Any = typeof(string);
        union.Other.A = union.Other.B = union.Other.C = 42;
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# UnionOfReferenceAndNumber | crashed | crashed
[StructLayout(LayoutKind.Explicit)]
public struct Union { [FieldOffset(0)] public object Any; [FieldOffset(0)] public long Address; }
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg) => new Union { Address = 8 }.Any.GetHashCode();
}

//# UnsafeAs | forbidden-api | correct,incorrect,crashed,timeout
public static class Answers
{
    private sealed class Long { public long A, B, C; }
    public static double TotalDerivative(double[] f, double[] dg)
    {
        Unsafe.As<Long>(typeof(double)).A = 7;
        Unsafe.As<Long>((object)f).A = 1L << 40;
        return f.Length;
    }
}

//# ArgumentsMadeLonger | forbidden-api | incorrect,crashed,unreadable
public static class Answers
{
    private sealed class Long { public long Length; }
    public static double TotalDerivative(double[] f, double[] dg)
    {
        Unsafe.As<Long>((object)f).Length = int.MaxValue;
        return 0;
    }
}

//# AccessorOfEmptyText | forbidden-api | correct,crashed,incorrect,timeout
public static class Answers
{
    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "Empty")] private static extern ref string Empty(string? of);
    public static double TotalDerivative(double[] f, double[] dg)
    {
        Empty(null) = "not empty\u001b[2J";
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# SharedTextsOverwritten | correct,crashed,incorrect,unreadable | correct,crashed,incorrect,unreadable
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        foreach (var text in (string[])["System.InvalidOperationException", "", "Item1", "double", "libm.so.6", "-", "NaN"])
            for (var place = 0; place <= text.Length; place++)
                MemoryMarshal.GetReference(text.AsSpan(place)) = '\u001b';
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# FunctionPointer | forbidden-api | correct
public static unsafe class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        delegate*<double, double, double> power = &Math.Pow;
        return f.Zip(dg, (a, b) => a * b).Sum() * power(1, 1);
    }
}

//# FunctionPointerToNowhere | forbidden-api | crashed
public static unsafe class Answers
{
    public static double TotalDerivative(double[] f, double[] dg) => ((delegate*<double>)0x1234567)();
}

//# CalledByMachineCodeOnly | forbidden-api | crashed
public static class Answers
{
    [UnmanagedCallersOnly] public static double TotalDerivative(double f, double dg) => 1;
    public static double TotalDerivative(double[] f, double[] dg) => throw new InvalidOperationException("plain");
}

//# ArrayOfTwoBillion | memory | memory
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg) => (new double[int.MaxValue - 56])[0];
}

//# HugeStruct | crashed | crashed
[System.Runtime.CompilerServices.InlineArray(200_000)]
public struct Large { private double first; }
public static class Answers
{
    private static double Down(Large large, int depth) => depth == 0 ? large[5] : Down(large, depth - 1) + large[depth];
    public static double TotalDerivative(double[] f, double[] dg) => Down(default, 100);
}

//# RotatingSpans | memory,crashed,timeout | memory,crashed,timeout
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg)
    {
        var lists = new List<List<double>>();
        for (; ; ) { var list = new List<double>(); CollectionsMarshal.SetCount(list, 1_000_000); lists.Add(list); }
    }
}

//# NativeImport | forbidden-api | correct
public static class Answers
{
    private static class Outer { internal static class Inner { [DllImport("libc")] internal static extern int getpid(); } }
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum() + 0.0 * Outer.Inner.getpid();
}

//# AssemblyWithinResources | forbidden-api | crashed
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg) =>
        Assembly.Load(new byte[] { 77, 90, 144, 0 }).GetTypes().Length;
}

//# CodeAtRunTime | forbidden-api | correct
public static class Answers
{
    private static readonly Func<double[], double[], double> Made =
        ((System.Linq.Expressions.Expression<Func<double[], double[], double>>)((f, dg) => f.Zip(dg, (a, b) => a * b).Sum())).Compile();
    public static double TotalDerivative(double[] f, double[] dg) => Made(f, dg);
}

//# Late | forbidden-api | correct
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg) { dynamic left = f; return Enumerable.Sum(Enumerable.Range(0, f.Length).Select(i => (double)(left[i] * dg[i]))); }
}
