using MathNet.Numerics.LinearAlgebra;
using static Reference.Tests.Given;

namespace Reference.Tests.InitializationSkipLayer;

public sealed class ConstantInitializationTests
{
    private static readonly Vector<double> X = Vector(0.4, -1.2, 0.9);
    private static readonly Vector<double> Targets = Vector(0.3, -0.6);
    private const double Constant = 0.7, Eta = 0.2;
    private const int HiddenUnits = 4;

    [Test]
    public void HiddenUnit_OfConstantWeights_IsTheForwardPassOfTheNetwork() => Assert.That(
        Run("initialization-skip-layer/1a.value", ("w", Constant), ("x", X), ("g", "tanh")).Number(),
        Is.EqualTo(Hidden(Start())[1]).Within(1e-15));

    [Test]
    public void HiddenDelta_OfConstantWeights_IsTheLosssDerivativeByTheInputOfLayerTwo()
    {
        var x1 = Vector(0.2, -0.5, 0.8);
        var delta3 = Output(x1) - Targets;
        var value = Run("initialization-skip-layer/1b.value", ("w", Constant), ("x1", x1), ("delta3", delta3), ("g", "tanh"));
        AreClose(Numerical.Gradient(Loss, x1), Vector<double>.Build.Dense(3, value.Number()));
    }

    [Test]
    public void UpdatedWeight_ForEachWeight_IsOneStepDownTheLoss()
    {
        var delta2 = Numerical.Gradient(Loss, Hidden(Start()));
        var expected = Start() - (Eta * Numerical.Gradient(W => Loss(Hidden(W)), Start()));
        var values = Matrix<double>.Build.Dense(X.Count, HiddenUnits, (i, j) => Run(
            "initialization-skip-layer/1c.update",
            ("w", Constant), ("x", X), ("delta2", delta2), ("g", "tanh"), ("eta", Eta), ("i", i + 1), ("j", j + 1)).Number());
        AreClose(values, expected);
    }

    private static Matrix<double> Start() => Matrix<double>.Build.Dense(X.Count, HiddenUnits, Constant);

    private static Vector<double> Hidden(Matrix<double> W1) => W1.TransposeThisAndMultiply(X).Map(Math.Tanh);

    private static Vector<double> Output(Vector<double> x1) =>
        Vector<double>.Build.Dense(Targets.Count, _ => Math.Tanh(Constant * x1.Sum()));

    private static double Loss(Vector<double> x1) => 0.5 * Math.Pow((Output(x1) - Targets).L2Norm(), 2);
}
