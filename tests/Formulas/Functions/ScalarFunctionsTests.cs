using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Numbers;
using static Formulas.Tests.Generation.Build;

namespace Formulas.Tests.Functions;

public sealed class ScalarFunctionsTests
{
    private static readonly double[] Points = [-3.7, -1, -0.99, -0.5, -1e-9, 0, 1e-9, 0.3, 0.5, 0.99, 1, 1.2, 2, 3.7, 20];

    private static readonly string[] Names = [.. ScalarFunctions<PlainReal>.All.Select(row => row.Name)];

    private static double Expected(string name, double x) => name switch
    {
        "exp" => Math.Exp(x),
        "ln" => Math.Log(x),
        "log2" => Math.Log2(x),
        "log10" => Math.Log10(x),
        "sqrt" => Math.Sqrt(x),
        "abs" => Math.Abs(x),
        "sign" => Math.Sign(x),
        "step" => x > 0 ? 1 : 0,
        "relu" => Math.Max(x, 0),
        "sin" => Math.Sin(x),
        "cos" => Math.Cos(x),
        "tan" => Math.Tan(x),
        "sec" => 1 / Math.Cos(x),
        "csc" => 1 / Math.Sin(x),
        "cot" => 1 / Math.Tan(x),
        "asin" => Math.Asin(x),
        "acos" => Math.Acos(x),
        "atan" => Math.Atan(x),
        "sinh" => Math.Sinh(x),
        "sech" => 1 / Math.Cosh(x),
        "csch" => 1 / Math.Sinh(x),
        "coth" => Math.Cosh(x) / Math.Sinh(x),
        "cosh" => Math.Cosh(x),
        "tanh" => Math.Tanh(x),
        "asinh" => Math.Asinh(x),
        "acosh" => Math.Acosh(x),
        "atanh" => Math.Atanh(x),
        "sigmoid" => 1 / (1 + Math.Exp(-x)),
        "softplus" => Math.Log(1 + Math.Exp(x)),
        "identity" => x,
        _ => throw new AssertionException($"{name} has no expectation here; add one."),
    };

    [TestCaseSource(nameof(Names))]
    public void Function_AtManyPoints_IsWhatTheFrameworkComputes(string name)
    {
        var function = ScalarFunctions<PlainReal>.Find(name)!;
        foreach (var point in Points)
        {
            var expected = Expected(name, point);
            var tolerance = double.IsFinite(expected) ? 1e-14 * Math.Max(1, Math.Abs(expected)) : 0;
            Assert.That(function.Value(new(point)).Value, Is.EqualTo(expected).Within(tolerance), $"{name}({point})");
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Derivatives_OfFirstAndSecondOrder_MeetFiniteDifferences(string name)
    {
        if (FunctionSignature.Find(name) is null) return;
        foreach (var point in new[] { -0.7, 0.2, 0.6, 1.4, 2.5 })
        {
            foreach (var order in new[] { 0, 1 })
            {
                var inputs = Inputs(("x", Of(point)));
                if (FiniteDifferences.Gradient(Call(name, Scalar("x"), order), inputs, "x") is not BoundedOutcome.Known { IsCertain: true } slope) continue;
                var number = ((Value.Scalar)slope.Value).Number;
                Assert.That(slope.Bounds[0], Is.LessThan(1e-6 * Math.Max(1, Math.Abs(number))));
                var exact = Evaluation.Evaluate(Call(name, Scalar("x"), order + 1), inputs);
                Assert.That(((Value.Scalar)((Outcome.Known)exact).Value).Number, Is.EqualTo(number).Within(slope.Bounds[0]), $"{name}, order {order + 1}, at {point}");
            }
        }
    }

    [Test]
    public void Table_OfSignatures_HasARowForEachScalarFunction()
    {
        foreach (var signature in FunctionSignature.All.Where(signature => signature.Rule == ShapeRule.Entrywise))
            Assert.That(ScalarFunctions<PlainReal>.Find(signature.Name), Is.Not.Null, signature.Name);
        foreach (var name in GenericFunctions.Names) Assert.That(ScalarFunctions<PlainReal>.Find(name), Is.Not.Null, name);
    }

    [Test]
    public void Functions_FarOut_NeitherOverflowNorCancel()
    {
        Assert.That(Elementary.Sigmoid(-800), Is.EqualTo(0));
        Assert.That(Elementary.Sigmoid(-700), Is.EqualTo(Math.Exp(-700)).Within(1e-318));
        Assert.That(Elementary.Softplus(800), Is.EqualTo(800));
        Assert.That(Elementary.Softplus(-40), Is.EqualTo(Math.Exp(-40)).Within(1e-32));
        Assert.That(ScalarFunctions<PlainReal>.Tanh.Derivative(new(20)).Value, Is.EqualTo(4 * Math.Exp(-40)).Within(1e-31));
        Assert.That(ScalarFunctions<PlainReal>.Tanh.Derivative(new(800)).Value, Is.EqualTo(0));
    }

    [Test]
    public void Conventions_AtZero_AreThoseOfTheWorksheets()
    {
        Assert.That(ScalarFunctions<PlainReal>.Relu.Derivative(new(0)).Value, Is.EqualTo(0));
        Assert.That(ScalarFunctions<PlainReal>.Step.Value(new(0)).Value, Is.EqualTo(0));
        Assert.That(ScalarFunctions<PlainReal>.Sign.Value(new(0)).Value, Is.EqualTo(0));
    }
}
