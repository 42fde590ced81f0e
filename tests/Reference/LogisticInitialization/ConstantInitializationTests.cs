using MathNet.Numerics.LinearAlgebra;
using static Reference.Tests.Given;

namespace Reference.Tests.LogisticInitialization;

public sealed class ConstantInitializationTests
{
    private static readonly Vector<double> X = Vector(0.4, -1.2, 0.9);
    private static readonly Vector<double> Targets = Vector(0.3, -0.6);
    private const double Constant = 0.7;
    private const int HiddenUnits = 4;

    [TestCase("logistic-initialization/2a.value", "w")]
    [TestCase("backprop-practice/1b.value", "a")]
    public void HiddenUnit_OfConstantWeights_IsTheForwardPassOfTheNetwork(string part, string constant)
    {
        var value = Run(part, (constant, Constant), ("x", X), ("g", "tanh"));
        Assert.That(value.Number(), Is.EqualTo(Math.Tanh(WeightedHidden()[2])).Within(1e-15));
    }

    [TestCase("logistic-initialization/2b.value", "w")]
    [TestCase("backprop-practice/1c.value", "a")]
    public void HiddenDelta_OfConstantWeights_IsTheLosssDerivativeByTheWeightedInput(string part, string constant)
    {
        var value = Run(part, (constant, Constant), ("x", X), ("delta2", OutputDeltas()), ("g", "tanh"));
        var byEachUnit = Numerical.Gradient(S1 => Loss(WeightsTwo() * S1.Map(Math.Tanh)), WeightedHidden());
        AreClose(byEachUnit, Vector<double>.Build.Dense(HiddenUnits, value.Number()));
    }

    [TestCase("logistic-initialization/2d.gradient")]
    [TestCase("backprop-practice/1e.gradient")]
    public void OutputWeightGradient_ForEachWeight_IsTheLosssDerivative(string part)
    {
        var x1 = Vector(0.2, -0.5, 0.8);
        var W2 = Matrix(new[,] { { 0.1, 0.4 }, { -0.3, 0.2 }, { 0.6, -0.7 } });
        var delta2 = Numerical.Gradient(Loss, W2.TransposeThisAndMultiply(x1));
        var gradient = Numerical.Gradient(W => Loss(W.TransposeThisAndMultiply(x1)), W2);
        var values = Matrix<double>.Build.Dense(3, 2, (i, j) =>
            Run(part, ("x1", x1), ("delta2", delta2), ("i", i + 1), ("j", j + 1)).Number());
        AreClose(values, gradient);
    }

    private static Vector<double> WeightedHidden() => Matrix<double>.Build.Dense(HiddenUnits, X.Count, Constant) * X;

    private static Matrix<double> WeightsTwo() => Matrix<double>.Build.Dense(Targets.Count, HiddenUnits, Constant);

    private static Vector<double> OutputDeltas() => Numerical.Gradient(Loss, WeightsTwo() * WeightedHidden().Map(Math.Tanh));

    private static double Loss(Vector<double> S2) => 0.5 * Math.Pow((S2.Map(Math.Tanh) - Targets).L2Norm(), 2);
}
