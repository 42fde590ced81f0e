using Grader.Running;
using Protocol;

namespace Sandbox.Tests.Running;

/// <summary>Every type that a parameter or a result may have, through a real box.</summary>
public sealed class ConversionTests
{
    private static readonly Datum.Matrix TwoByThree = new(2, 3, [1, 2, 3, 4, 5, 6]);
    private static readonly Datum.VectorMap Map = new(new Datum.Matrix(2, 2, [1, 2, 0, 3]), [0.5, -1], ActivationName.Sin, Jacobian: false);

    private BoxFactory factory = null!;

    [OneTimeSetUp]
    public void OpenFactory() => factory = BoxFactory.OpenStrongest(Limits.Default with { CallTime = TimeSpan.FromSeconds(20), LoadTime = TimeSpan.FromSeconds(20) }, spares: 1);

    [OneTimeTearDown]
    public void CloseFactory() => factory?.Dispose();

    private static IEnumerable<TestCaseData> Arguments()
    {
        yield return Case("double F(double x) => x + 1", new Datum.Number(1.5), new Datum.Number(2.5));
        yield return Case("double F(double x) => x + 1", new Datum.Integer(2), new Datum.Number(3));
        yield return Case("int F(int k) => k + 1", new Datum.Integer(2), new Datum.Integer(3));
        yield return Case("bool F(bool b) => !b", new Datum.Truth(true), new Datum.Truth(false));
        yield return Case("double F(double[] v) => v[1]", new Datum.Vector([1, 7]), new Datum.Number(7));
        yield return Case("double F(double[,] m) => m[1, 0]", TwoByThree, new Datum.Number(4));
        yield return Case("double F(double[][] m) => m[1][0] + m.Length", TwoByThree, new Datum.Number(6));
        yield return Case("double F(MathNet.Numerics.LinearAlgebra.Vector<double> v) => v[1]", new Datum.Vector([1, 7]), new Datum.Number(7));
        yield return Case("double F(MathNet.Numerics.LinearAlgebra.Matrix<double> m) => m[1, 0]", TwoByThree, new Datum.Number(4));
        yield return Case("double F(Func<double, double> g) => g(2)", new Datum.ScalarFunction(ActivationName.Tanh, 0), new Datum.Number(Math.Tanh(2)));
        yield return Case("double F(Func<double, double> gPrime) => gPrime(2)", new Datum.ScalarFunction(ActivationName.Relu, 1), new Datum.Number(1));
        yield return Case("double[] F(Func<double[], double[]> Phi) => Phi(new[] { 1.0, 2 })", Map, new Datum.Vector([Math.Sin(5.5), Math.Sin(5)]));
        yield return Case(
            "double[,] F(Func<double[], double[,]> JPhi) => JPhi(new[] { 1.0, 2 })",
            Map with { Jacobian = true },
            new Datum.Matrix(2, 2, [Math.Cos(5.5), 2 * Math.Cos(5.5), 0, 3 * Math.Cos(5)]));
        yield return Case(
            "double[,] F(Func<double[], double[,]> JPhi) => JPhi(new[] { 1.0, -2 })",
            new Datum.VectorMap(null, null, ActivationName.Relu, Jacobian: true),
            new Datum.Matrix(2, 2, [1, 0, 0, 0]));
    }

    private static IEnumerable<TestCaseData> Results()
    {
        yield return Result("double F() => double.NaN", new Datum.Number(double.NaN));
        yield return Result("double F() => double.NegativeInfinity", new Datum.Number(double.NegativeInfinity));
        yield return Result("double[] F() => null", new Datum.Null());
        yield return Result("void F() { }", new Datum.Null());
        yield return Result("double[] F() => new double[0]", new Datum.Vector([]));
        yield return Result("double[,] F() => new double[,] { { 1, 2 }, { 3, 4 } }", new Datum.Matrix(2, 2, [1, 2, 3, 4]));
        yield return Result("double[,] F() => new double[0, 3]", new Datum.Matrix(0, 3, []));
        yield return Result("double[][] F() => new[] { new[] { 1.0 }, null, new double[0] }", new Datum.Rows([[1], null, []]));
        yield return Result("object F() => Array.CreateInstance(typeof(double), new[] { 2 }, new[] { 1 })", new Datum.Other("double[*]", "with indices that start at 1"));
        yield return Result("object F() => Array.CreateInstance(typeof(double), new[] { 2, 2 }, new[] { 1, 0 })", new Datum.Other("double[,]", "with indices that start at 1 and 0"));
        yield return Result("(double Loss, double[] Gradient) F() => (1, new[] { 2.0 })", new Datum.Cells([new("Loss", new Datum.Number(1)), new("Gradient", new Datum.Vector([2]))]));
        yield return Result("(double, int B) F() => (1, 2)", new Datum.Cells([new("Item1", new Datum.Number(1)), new("B", new Datum.Integer(2))]));
        yield return Result(
            "(int a, int b, int c, int d, int e, int f, int g, int h) F() => (1, 2, 3, 4, 5, 6, 7, 8)",
            new Datum.Cells(Sequence.From("abcdefgh".Select((name, index) => new Cell(name.ToString(), new Datum.Integer(index + 1))))));
        yield return Result("Dictionary<string, double> F() => new() { [\"w1\"] = 1, [\"b\"] = -2 }", new Datum.Cells([new("w1", new Datum.Number(1)), new("b", new Datum.Number(-2))]));
        yield return Result("Dictionary<int, double> F() => new() { [1] = 1 }", new Datum.Other("Dictionary<int, double>", "whose keys are no text"));
        yield return Result("object F() => MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(new[] { 1.0, 2 })", new Datum.Vector([1, 2]));
        yield return Result("object F() => MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } })", new Datum.Matrix(2, 2, [1, 2, 3, 4]));
        yield return Result("List<int> F() => new() { 1 }", new Datum.Other("List<int>", ""));
        yield return Result("int[] F() => new[] { 1 }", new Datum.Other("int[]", ""));
        yield return Result("string F() => \"1\"", new Datum.Text("1"));
        yield return Result("double[] F() => new double[9_000_000]", new Datum.Other("double[]", "with 9000000 entries, more than the 1000000 that are read"));
    }

    [TestCaseSource(nameof(Arguments))]
    public void Argument(string method, Datum argument, Datum expected)
    {
        using var box = factory.Take();
        Load(box, method);
        Assert.That(((CallOutcome.Returned)box.Call(0, [argument])).Value, Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Results))]
    public void Returned(string method, Datum expected)
    {
        using var box = factory.Take();
        Load(box, method);
        Assert.That(((CallOutcome.Returned)box.Call(0, [])).Value, Is.EqualTo(expected));
    }

    [TestCase("double F(double x) => x", TestName = "a vector for a number")]
    [TestCase("double F(List<double> x) => 0", TestName = "a vector for a list")]
    [TestCase("double F(double[] x, double y) => 0", TestName = "too few")]
    [TestCase("double F<T>(T x) => 0", TestName = "a generic method")]
    public void Argument_ThatDoesNotFit_IsRefusedNotGuessed(string method)
    {
        using var box = factory.Take();
        Load(box, method);
        Assert.That(box.Call(0, [new Datum.Vector([1])]), Is.InstanceOf<CallOutcome.NotCallable>());
        Assert.That(box.Call(1, []), Is.InstanceOf<CallOutcome.NotCallable>());
        Assert.That(box.IsUsable);
    }

    [Test]
    public void Signatures_AreShownAsTheyWereWritten()
    {
        using var box = factory.Take();
        var loaded = (LoadOutcome.Loaded)box.Load(Student.Assembly("""
            public class Answers
            {
                public static double[,] Hessian(double[][] rows, Func<double, double> g, int k = 1) => throw new Exception();
                static (double Loss, bool Ok) Hidden(double? x) => throw new Exception();
                public MathNet.Numerics.LinearAlgebra.Vector<double> Instance(ref double x) => throw new Exception();
                public static T Generic<T>(T x) => x;
                public double Property => 1;
                public static class Inner { public static void Nested() { Action local = () => { }; local(); } }
            }
            """));
        Assert.That(loaded.Methods.Select(method => method.ToString()), Is.EquivalentTo((IEnumerable<string>)
        [
            "public static double[,] Hessian(double[][] rows, Func<double, double> g, int k)",
            "private static (double, bool) Hidden(double? x)",
            "public Vector<double> Instance(ref double x)",
            "public static T Generic<T>(T x)",
            "public static void Nested()",
        ]));
        Assert.That(loaded.Methods.Single(method => method.Name == "Hidden").ReturnNames, Is.EqualTo((IEnumerable<string>)["Loss", "Ok"]));
        Assert.That(loaded.Methods.Single(method => method.Name == "Nested").DeclaringType, Is.EqualTo("Answers.Inner"));
    }

    private static void Load(Box box, string method)
    {
        var end = method.Contains("=>", StringComparison.Ordinal) ? ";" : "";
        Assert.That(box.Load(Student.Assembly($"public static {method}{end}")), Is.InstanceOf<LoadOutcome.Loaded>());
    }

    private static TestCaseData Case(string method, Datum argument, Datum expected) =>
        new TestCaseData(method, argument, expected).SetArgDisplayNames(method, argument.GetType().Name);

    private static TestCaseData Result(string method, Datum expected) => new TestCaseData(method, expected).SetArgDisplayNames(method);
}
