using MathNet.Numerics.LinearAlgebra;
using static Reference.Tests.Given;

namespace Reference.Tests.SgdBackpropTables;

public sealed class StochasticGradientTests
{
    private static readonly Vector<double> X = Vector(0.4, -1.2, 0.9);
    private static readonly Vector<double> W = Vector(0.7, 0.2, -1.1);

    [TestCase(0)]
    [TestCase(1)]
    public void Derivative_ForEachWeight_IsTheLosssDerivative(double y)
    {
        var values = Vector<double>.Build.Dense(3, j =>
            Run("sgd-backprop-tables/1a.gradient", ("w", W), ("x", X), ("y", y), ("j", j + 1)).Number());
        AreClose(values, Numerical.Gradient(w => Loss(w, y), W));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Update_ForEachWeight_GoesDownTheLoss(double y)
    {
        var values = Vector<double>.Build.Dense(3, j =>
            Run("sgd-backprop-tables/1b.update", ("w", W), ("x", X), ("y", y), ("eta", 0.3), ("j", j + 1)).Number());
        AreClose(values, W - (0.3 * Numerical.Gradient(w => Loss(w, y), W)));
    }

    [Test]
    public void Derivative_WithPredictionInPlaceOfWeights_UsesIt() => Assert.That(
        Run("sgd-backprop-tables/1a.gradient", ("h", 0.25), ("x", X), ("y", 1), ("j", 2)).Number(), Is.EqualTo(0.9).Within(1e-15));

    /// <summary>The worksheet's own loss, -[y ln h + (1 - y) ln(1 - h)].</summary>
    private static double Loss(Vector<double> w, double y)
    {
        var h = 1 / (1 + Math.Exp(-(w * X)));
        return -((y * Math.Log(h)) + ((1 - y) * Math.Log(1 - h)));
    }
}
