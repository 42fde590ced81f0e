using MathNet.Numerics.LinearAlgebra;
using static Reference.Tests.Given;

namespace Reference.Tests.BackpropPractice;

public sealed class SumOfUnitsTests
{
    private const double Y = 0.8, Eta = 0.15;
    private static readonly Matrix<double> W = Matrix(new[,] { { 1, -1 }, { 0.5, 2 }, { -0.7, 0.3 } });
    private static readonly Vector<double> B = Vector(0.5, -0.5, 0.1);
    private static readonly Vector<double> X = Vector(1, 2);

    [Test]
    public void Loss_WithAnyUnit_IsTheSquaredResidual() => Assert.That(
        Run("backprop-practice/2b.graph", ("W", W), ("b", B), ("x", X), ("y", Y), ("phi", "tanh")).Number(),
        Is.EqualTo(Math.Pow(Y - Math.Tanh(-0.5) - Math.Tanh(4) - Math.Tanh(0), 2)).Within(1e-14));

    [Test]
    public void GradientW_ForEachRow_IsTheLosssDerivative() =>
        AreClose(Rows("2c.dw"), Numerical.Gradient(w => Loss(w, B), W));

    [Test]
    public void GradientB_ForEachUnit_IsTheLosssDerivative() =>
        AreClose(Entries("2c.db"), Numerical.Gradient(b => Loss(W, b), B));

    [Test]
    public void UpdateW_ForEachRow_GoesDownTheLoss() =>
        AreClose(Rows("2d.w"), W - (Eta * Numerical.Gradient(w => Loss(w, B), W)));

    [Test]
    public void UpdateB_ForEachUnit_GoesDownTheLossAtTheOldWeights() =>
        AreClose(Entries("2d.b"), B - (Eta * Numerical.Gradient(b => Loss(W, b), B)));

    private static Matrix<double> Rows(string part) =>
        Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(1, 3).Select(i => Of(part, i).Vector()));

    private static Vector<double> Entries(string part) => Vector<double>.Build.Dense(3, i => Of(part, i + 1).Number());

    private static Formulas.Expressions.Value Of(string part, int i) =>
        Run($"backprop-practice/{part}", ("W", W), ("b", B), ("x", X), ("y", Y), ("eta", Eta), ("i", i));

    private static double Loss(Matrix<double> w, Vector<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < 3; i++) sum += 1 / (1 + Math.Exp(-((w[i, 0] * X[0]) + (w[i, 1] * X[1]) + b[i])));
        return Math.Pow(Y - sum, 2);
    }
}
