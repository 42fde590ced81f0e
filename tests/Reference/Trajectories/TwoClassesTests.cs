using MathNet.Numerics.LinearAlgebra;
using Reference.Trajectories;

namespace Reference.Tests.Trajectories;

public sealed class TwoClassesTests
{
    /// <summary>The distance from 1 to the next number.</summary>
    private const double Ulp = 1.0 / (1L << 52);

    [Test]
    public void Compare_DifferenceOfWeights_GivesTheSameProbabilitiesToAFewUlp([Range(1UL, 20UL)] ulong seed)
    {
        var pairs = TwoClasses.Draw(seed).Compare(seed, 2000);
        Assert.That(pairs.Max(pair => Math.Abs(pair.Logistic - pair.Softmax)), Is.LessThanOrEqualTo(4 * Ulp));
        Assert.That(pairs.Max(pair => pair.Logistic) - pairs.Min(pair => pair.Logistic), Is.GreaterThan(0.5), "Many kinds of probabilities are met.");
    }

    [Test]
    public void Loss_MovedTogether_StaysAndMovedApartChanges()
    {
        var classes = TwoClasses.Draw(1);
        var shift = Vector<double>.Build.DenseOfArray([1, -2, 0.5]);
        var here = classes.Loss(classes.W0, classes.W1);
        foreach (var t in new[] { -3, -1, 1, 3 })
        {
            Assert.That(classes.LossMovedTogether(t * shift), Is.EqualTo(here).Within(1e-14));
            Assert.That(Math.Abs(classes.LossMovedApart(t * shift) - here), Is.GreaterThan(0.01));
        }
    }

    [Test]
    public void Curvatures_HalfOfThem_AreZero()
    {
        var curvatures = TwoClasses.Draw(1).Curvatures();
        Assert.That(curvatures, Has.Count.EqualTo(6));
        Assert.That(curvatures.Take(3), Has.All.EqualTo(0).Within(1e-14));
        Assert.That(curvatures.Skip(3), Has.All.GreaterThan(1e-3));
    }

    [Test]
    public void Curvatures_Sum_IsTheTraceByDifferences()
    {
        var classes = TwoClasses.Draw(1);
        var trace = Enumerable.Range(0, 6).Sum(k => Numerical.Derivative(
            at => Numerical.Derivative(
                t => classes.Loss(Moved(classes.W0, k, t), Moved(classes.W1, k - 3, t)), at), 0));
        Assert.That(classes.Curvatures().Sum(), Is.EqualTo(trace).Within(1e-7));
    }

    private static Vector<double> Moved(Vector<double> w, int entry, double by) =>
        Vector<double>.Build.Dense(w.Count, k => k == entry ? w[k] + by : w[k]);
}
