using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Tests.Generation;
using static Formulas.Tests.Generation.Build;

namespace Formulas.Tests.Analysis;

public sealed class DifferentiationTests
{
    [Test]
    public void Gradient_OfGeneratedFormulas_MeetsFiniteDifferences()
    {
        var (compared, index) = (0, 0);
        foreach (var formula in WellShaped.SmoothScalars(4, 99, 400))
        {
            var inputs = Sampling.Draw(WellShaped.Scope, [], 3, 8 + (index++ % 4));
            foreach (var symbol in new[] { "a", "v", "A" })
            {
                if (Differentiation.Gradient(formula, inputs, symbol) is not Outcome.Known exact) continue;
                if (FiniteDifferences.Gradient(formula, inputs, symbol) is not BoundedOutcome.Known { IsCertain: true } approximate) continue;
                var (left, right) = (Entries(exact.Value), Entries(approximate.Value));
                for (var k = 0; k < left.Length; k++)
                {
                    var allowed = approximate.Bounds[k] + (1e-13 * Math.Abs(left[k]));
                    Assert.That(Math.Abs(left[k] - right[k]), Is.LessThanOrEqualTo(allowed), $"entry {k} by {symbol} of {formula}");
                    if (approximate.Bounds[k] < 1e-6 * Math.Max(1, Math.Abs(left[k]))) compared++;
                }
            }
        }

        Assert.That(compared, Is.GreaterThan(2000));
    }

    [Test]
    public void Gradient_ThroughADerivedSymbol_ReachesItsInputs()
    {
        // h = w^2, so the derivative of h + w is 2 w + 1.
        var definition = new SymbolDefinition(ToThe(Scalar("w"), Number(2)), Shape.Scalar, []);
        var inputs = Inputs(("w", Of(3)), ("h", Of(9))) with
        {
            Definitions = new Dictionary<string, SymbolDefinition> { ["h"] = definition },
        };
        var sum = Add(Scalar("h"), Scalar("w"));
        Assert.That(Differentiation.Gradient(sum, inputs, "w"), Is.EqualTo(new Outcome.Known(Of(7))));
        Assert.That(Differentiation.Gradient(sum, inputs, "h"), Is.EqualTo(new Outcome.Known(Of(1))));
    }

    [Test]
    public void Gradient_AtAKink_TakesTheConvention()
    {
        Assert.That(Differentiation.Gradient(Call("relu", Scalar("x")), Inputs(("x", Of(0))), "x"), Is.EqualTo(new Outcome.Known(Of(0))));
        Assert.That(Differentiation.Gradient(Call("abs", Scalar("x")), Inputs(("x", Of(0))), "x"), Is.EqualTo(new Outcome.Known(Of(0))));
    }

    [Test]
    public void Gradient_OfAPowerAtZero_IsFinite()
    {
        Assert.That(Differentiation.Gradient(ToThe(Scalar("x"), Number(2)), Inputs(("x", Of(0))), "x"), Is.EqualTo(new Outcome.Known(Of(0))));
        Assert.That(Differentiation.Gradient(ToThe(Scalar("x"), Number(1)), Inputs(("x", Of(0))), "x"), Is.EqualTo(new Outcome.Known(Of(1))));
    }

    [Test]
    public void Gradient_OfDeterminantOfSingularMatrix_IsItsCofactors()
    {
        var inputs = Inputs(2, ("A", Of(2, 2, 1, 2, 2, 4)));
        var gradient = Differentiation.Gradient(Call("det", Shape.Scalar, Matrix("A")), inputs, "A");
        Assert.That(gradient, Is.EqualTo(new Outcome.Known(Of(2, 2, 4, -2, -2, 1))));
    }

    [Test]
    public void Gradient_ByAFunctionOrAnUnknownName_SaysThatItHasNoValue()
    {
        var inputs = Inputs(("g", new Value.ScalarFunction("tanh")));
        foreach (var name in new[] { "g", "y" })
        {
            Assert.That(Differentiation.Gradient(Number(1), inputs, name), Is.EqualTo(new Outcome.Undefined($"{name} has no value")));
            Assert.That(FiniteDifferences.Gradient(Number(1), inputs, name), Is.EqualTo(new BoundedOutcome.Undefined($"{name} has no value")));
        }
    }

    [Test]
    public void FiniteDifferences_OutsideTheDomain_AreUndefined() => Assert.That(
        FiniteDifferences.Gradient(Call("ln", Scalar("x")), Inputs(("x", Of(-1))), "x"), Is.InstanceOf<BoundedOutcome.Undefined>());

    [Test]
    public void FiniteDifferences_NearTheEdgeOfTheDomain_TakeSmallerSteps()
    {
        var outcome = FiniteDifferences.Gradient(Call("ln", Scalar("x")), Inputs(("x", Of(0.05))), "x");
        var known = (BoundedOutcome.Known)outcome;
        Assert.That(((Value.Scalar)known.Value).Number, Is.EqualTo(20).Within(known.Bounds[0]).And.EqualTo(20).Within(1e-6));
    }

    private static double[] Entries(Value value) => value switch
    {
        Value.Scalar scalar => [scalar.Number],
        Value.Vector vector => [.. vector.Entries],
        Value.Matrix matrix => [.. matrix.Entries],
        _ => throw new AssertionException("a number, vector or matrix was expected"),
    };
}
