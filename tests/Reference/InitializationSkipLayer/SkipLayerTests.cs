using MathNet.Numerics.LinearAlgebra;
using Reference.InitializationSkipLayer;
using static Reference.Tests.Given;

namespace Reference.Tests.InitializationSkipLayer;

public sealed class SkipLayerTests
{
    [TestCase(new double[] { 3, 4, 2 })]
    [TestCase(new double[] { 1, 1, 1 })]
    [TestCase(new double[] { 5, 3, 4, 2, 6 })]
    public void WeightCount_OfAnyWidths_IsTheNumberOfEntriesOfTheMatrices(double[] widths)
    {
        var matrices = Enumerable.Range(1, widths.Length - 1)
            .Select(l => Matrix<double>.Build.Dense((int)widths[l - 1], (int)widths[l]))
            .Append(Matrix<double>.Build.Dense((int)widths[0], (int)widths[^1]));
        var value = Run("initialization-skip-layer/2b.count", ("L", widths.Length - 1), ("d", widths));
        Assert.That(value.Number(), Is.EqualTo(matrices.Sum(matrix => matrix.RowCount * matrix.ColumnCount)));
    }

    [TestCase(1, new double[] { 3, 2 })]
    [TestCase(3, new double[] { 3, 2, 4 })]
    public void WeightCount_OfWidthsThatDoNotFit_IsRefused(int L, double[] widths) =>
        Assert.That(() => SkipLayer.WeightCount(L, Vector(widths)), Throws.ArgumentException);

    [Test]
    public void Gradient_ByTheThreeWeights_IsTheNumericalGradientOfTheOutput([Values("tanh", "sigmoid", "softplus", "sin")] string g)
    {
        var w = Vector(0.6, -1.3, 0.8);
        var value = Run("initialization-skip-layer/2d.gradient", ("w_xh", w[0]), ("w_hy", w[1]), ("w_xy", w[2]), ("x", 1.4), ("g", g));
        var f = ScalarFunctions.Named(g).Of;
        AreClose(value.Vector(), Numerical.Gradient(v => f((v[1] * f(v[0] * 1.4)) + (v[2] * 1.4)), w));
    }

    [Test]
    public void LinearOutputGradient_ByTheThreeWeights_IsTheNumericalGradientOfTheWeightedInput()
    {
        var w = Vector(0.6, -1.3, 0.8);
        AreClose(
            SkipLayer.LinearOutputGradient(w[0], w[1], 1.4, ScalarFunctions.Tanh),
            Numerical.Gradient(v => (v[1] * Math.Tanh(v[0] * 1.4)) + (v[2] * 1.4), w));
    }
}
