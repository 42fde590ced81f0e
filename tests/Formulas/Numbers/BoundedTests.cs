using System.Numerics;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Numbers;
using Formulas.Tests.Generation;

namespace Formulas.Tests.Numbers;

public sealed class BoundedTests
{
    private static readonly double[] Points =
        [0, 1, -1, 0.5, -0.5, 2, -2, 3.5, -3.25, 0.1, -0.3, 1e-3, -1e-8, 0.999, 1.0000001, 7.3, -11.1, 25, -30, 40, 1e-20];

    private static readonly string[] Names = [.. ScalarFunctions<Bounded>.All.Select(row => row.Name)];

    /// <summary>True where the true value lies within the bound; the comparison itself is made with 480 bits.</summary>
    private static bool Holds(Bounded bounded, Precise truth) =>
        double.IsInfinity(bounded.Uncertainty)
        || Precise.Abs(Precise.Exact(bounded.Value) - truth).Units <= Precise.Exact(bounded.Uncertainty).Units + (BigInteger.One << 24);

    [TestCaseSource(nameof(Names))]
    public void Function_AtManyPoints_LiesWithinItsBound(string name)
    {
        var (bounded, precise) = (ScalarFunctions<Bounded>.Find(name)!, ScalarFunctions<Precise>.Find(name)!);
        foreach (var point in Points)
        {
            foreach (var uncertainty in new[] { 0, 1e-15, 1e-6 })
            {
                var (value, slope) = (bounded.Value(new(point, uncertainty)), bounded.Derivative(new(point, uncertainty)));
                foreach (var offset in new[] { 0, -uncertainty, uncertainty, uncertainty / 3 })
                {
                    var x = Precise.Exact(point) + Precise.Exact(offset);
                    var (truth, trueSlope) = (precise.Value(x), precise.Derivative(x));
                    if (truth.Known) Assert.That(Holds(value, truth), Is.True, $"{name}({point} +- {uncertainty}) = {value}, truly {truth.Value:R}");
                    if (trueSlope.Known) Assert.That(Holds(slope, trueSlope), Is.True, $"{name}'({point} +- {uncertainty}) = {slope}, truly {trueSlope.Value:R}");
                }
            }
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Function_OfExactArgument_IsBoundToAFewUnitsInTheLastPlace(string name)
    {
        var function = ScalarFunctions<Bounded>.Find(name)!;
        foreach (var point in new[] { 0.3, -0.7, 0.9, 0.01 })
        {
            var value = function.Value(Bounded.Exact(point));
            if (double.IsFinite(value.Uncertainty)) Assert.That(value.Uncertainty, Is.LessThanOrEqualTo(1e-14 * Math.Abs(value.Value)));
        }
    }

    [Test]
    public void Power_AtManyPoints_LiesWithinItsBound()
    {
        foreach (var x in new[] { 0.3, 2, 1.5, -1.5, 10, 0.01 })
        {
            foreach (var y in new[] { 0, 1, 2, 3, 7, 64, 65, 100, -1, -3, 0.5, 1.0 / 3, -2.5 })
            {
                foreach (var error in new[] { 0, 1e-12 })
                {
                    var truth = Precise.Pow(Precise.Exact(x) + Precise.Exact(error), Precise.Exact(y));
                    if (truth.Known) Assert.That(Holds(Bounded.Pow(new(x, error), new(y, 0)), truth), Is.True, $"{x}^{y}");
                }
            }
        }
    }

    [Test]
    public void WholeNumbers_InSumsAndProducts_HaveNoError()
    {
        var sum = (Bounded.Exact(3) * Bounded.Exact(-7)) + Bounded.Exact(21);
        Assert.That(sum, Is.EqualTo(Bounded.Exact(0)));
        Assert.That(Bounded.Exact(6) / Bounded.Exact(4), Is.EqualTo(Bounded.Exact(1.5)));
        Assert.That(Bounded.Sqrt(Bounded.Exact(49)), Is.EqualTo(Bounded.Exact(7)));
    }

    [Test]
    public void Overflow_ThatADivisionTakesBack_KeepsABound()
    {
        var sigmoid = Bounded.Exact(1) / (Bounded.Exact(1) + Bounded.Exp(Bounded.Exact(800)));
        Assert.That(sigmoid.Value, Is.EqualTo(0));
        Assert.That(sigmoid.Uncertainty, Is.LessThan(1e-299));
    }

    [Test]
    public void Cancellation_OfALiteral_IsSeenInTheBound()
    {
        var zero = Bounded.Rounded(0.1) + Bounded.Rounded(0.2) - Bounded.Rounded(0.3);
        Assert.That(Math.Abs(zero.Value), Is.GreaterThan(0).And.LessThanOrEqualTo(zero.Uncertainty));
        Assert.That(zero.Uncertainty, Is.LessThan(1e-16));
    }

    [Test]
    public void Divisor_ThatMayBeZero_LeavesNothingKnown() =>
        Assert.That(double.IsInfinity((Bounded.Exact(1) / new Bounded(1e-17, 1e-16)).Uncertainty), Is.True);

    [Test]
    public void Formula_Generated_LiesWithinItsBound()
    {
        var certain = 0;
        var index = 0;
        foreach (var formula in WellShaped.Scalars(5, 20240611, 3000))
        {
            var inputs = Sampling.Draw(WellShaped.Scope, [], 7, index++ % 24);
            var bounded = new Evaluator<Bounded>(new(inputs), new(EvaluationBudget.Default));
            var precise = new Evaluator<Precise>(new(inputs), new(EvaluationBudget.Default));
            var (value, truth) = (bounded.Evaluate(formula).Scalar, precise.Evaluate(formula).Scalar);
            if (bounded.Fault is not null)
            {
                Assert.That(precise.Fault is not null || !truth.Known, Is.True, $"{bounded.Fault}: {formula}");
                continue;
            }

            if (precise.Fault is not null)
            {
                Assert.That(double.IsFinite(value.Uncertainty), Is.False, $"{precise.Fault}, but {value}: {formula}");
                continue;
            }

            // Beyond 1e12 the fixed point itself runs out of places.
            if (!truth.Known || Math.Abs(truth.Value) > 1e12 || double.IsInfinity(value.Uncertainty)) continue;
            Assert.That(Holds(value, truth), Is.True, $"{value} is truly {truth.Value:R}: {formula}");
            certain++;
        }

        Assert.That(certain, Is.GreaterThan(1500));
    }
}
