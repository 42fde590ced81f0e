//# ModuleInitializer | forbidden-api | correct
public static class Answers
{
    [ModuleInitializer] public static void Start() => Console.WriteLine("first");
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# ModuleInitializerExits | forbidden-api | crashed
public static class Answers
{
    [ModuleInitializer] public static void Start() => Environment.Exit(0);
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# StaticConstructorHangs | timeout | timeout
public static class Answers
{
    static Answers() { for (; ; ) { } }
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# StaticConstructorRecurses | crashed | crashed
public static class Answers
{
    static Answers() => Deep(1);
    private static double Deep(double x) => Math.Sqrt(Deep(x + 1)) + x;
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# StaticConstructorDeadlocks | timeout | timeout
public static class Answers
{
    static Answers() => Task.Run(() => Answers.Of(1)).Wait();
    private static double Of(double x) => x;
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# GenericInstantiationHangs | timeout | timeout
public static class Answers
{
    private static class Of<T> { public static readonly double Zero = Forever(); private static double Forever() { for (; ; ) { } } }
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum() + Of<(int, string)>.Zero;
}

//# FinalizersAfterwards | correct | correct
public static class Answers
{
    private sealed class Hanging { ~Hanging() { for (; ; ) { } } }
    public static double TotalDerivative(double[] f, double[] dg)
    {
        for (var i = 0; i < 1000; i++) _ = new Hanging();
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# FinalizerRecurses | forbidden-api | crashed
public static class Answers
{
    private sealed class Deep { ~Deep() => Down(1); private static double Down(double x) => Math.Sqrt(Down(x + 1)) + x; }
    private static void Make() => _ = new Deep();
    public static double TotalDerivative(double[] f, double[] dg)
    {
        Make();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return f.Zip(dg, (a, b) => a * b).Sum();
    }
}

//# AttributeAsDefaultValueHangs | timeout | timeout
public sealed class EvilAttribute : CustomConstantAttribute
{
    public EvilAttribute() { for (; ; ) { } }
    public override object Value => 1.0;
}
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg, [Evil, Optional] double z) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# AttributeAsDefaultValueThrows | crashed | crashed
public sealed class EvilAttribute : CustomConstantAttribute
{
    public EvilAttribute() => throw new InvalidOperationException("\u001b[31mred");
    public override object Value => 1.0;
}
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg, [Evil, Optional] double z) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# AttributeOnResultHangs | correct | correct
[AttributeUsage(AttributeTargets.All)]
public sealed class EvilAttribute : Attribute { public EvilAttribute(Type type, object text) { for (; ; ) { } } }
[Evil(typeof(List<>), "x")]
public static class Answers
{
    [Evil(typeof(int), 1)][return: Evil(typeof(Answers), 2)]
    public static double TotalDerivative([Evil(typeof(double[]), 3)] double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# UnhandledHandlers | forbidden-api | correct
public static class Answers
{
    static Answers()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => { for (; ; ) { } };
        AppDomain.CurrentDomain.UnhandledException += (_, _) => { for (; ; ) { } };
        AppDomain.CurrentDomain.AssemblyResolve += (_, _) => throw new InvalidOperationException();
    }
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# TypesForwarded | correct | correct
[assembly: TypeForwardedTo(typeof(Math))]
[assembly: TypeForwardedTo(typeof(System.Net.Http.HttpClient))]
public static class Answers
{
    public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();
}

//# OwnTypesWithNamesOfTheFramework | correct | correct
namespace System { public static class Console { public static void WriteLine(string text) { } } public struct Double { } public class String { } }
namespace Protocol { public static class Wire { public static double Frame(double x) => x; } }
namespace Answering
{
    public static class Answers
    {
        public static double TotalDerivative(double[] f, double[] dg) => Protocol.Wire.Frame(f.Zip(dg, (a, b) => a * b).Sum());
    }
}
