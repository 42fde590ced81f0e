using Formulas.Expressions;
using MathNet.Numerics.LinearAlgebra;
using static Reference.Tests.Given;

namespace Reference.Tests.BackpropPractice;

public sealed class TwoMatrixCostTests
{
    private const double Eta = 0.05;
    private static readonly Matrix<double> W1 = Matrix(new[,] { { 0.4, -1.1 }, { 0.8, 0.3 } });
    private static readonly Matrix<double> W2 = Matrix(new[,] { { -0.6, 0.9 }, { 1.2, 0.5 } });
    private static readonly Vector<double> B = Vector(0.2, -0.3);
    private static readonly Vector<double> X = Vector(0.7, -0.4);
    private static readonly Vector<double> Y = Vector(1.5, -0.8);

    /// <summary>A map that does not act entry by entry, so that its Jacobian is neither diagonal nor symmetric.</summary>
    private static readonly Value Phi = new Value.VectorMap(new Value.Matrix(2, 2, [1.3, -0.4, 0.6, 0.9]), new Value.Vector([0.1, -0.2]), "tanh");

    [Test]
    public void GradientX_WithAGeneralMap_IsTheLosssGradient() =>
        AreClose(Of("2e.dx").Vector(), Numerical.Gradient(x => Loss(W1, W2, B, x), X));

    [Test]
    public void GradientW1_WithAGeneralMap_IsTheLosssGradient() =>
        AreClose(Of("2e.dW1").Matrix(), Numerical.Gradient(w => Loss(w, W2, B, X), W1));

    [Test]
    public void GradientW2_WithAGeneralMap_IsTheLosssGradient() =>
        AreClose(Of("2e.dW2").Matrix(), Numerical.Gradient(w => Loss(W1, w, B, X), W2));

    [Test]
    public void GradientB_WithAGeneralMap_IsTheLosssGradient() =>
        AreClose(Of("2e.db").Vector(), Numerical.Gradient(b => Loss(W1, W2, b, X), B));

    [Test]
    public void UpdateW1_WithTheIdentity_GoesDownTheLoss() =>
        AreClose(Of("2f.W1").Matrix(), W1 - (Eta * Numerical.Gradient(w => LinearLoss(w, W2), W1)));

    [Test]
    public void UpdateW2_WithTheIdentity_GoesDownTheLossAtTheOldW1() =>
        AreClose(Of("2f.W2").Matrix(), W2 - (Eta * Numerical.Gradient(w => LinearLoss(W1, w), W2)));

    private static Value Of(string part) => Run(
        $"backprop-practice/{part}", ("W1", W1), ("W2", W2), ("b", B), ("x", X), ("y", Y), ("Phi", Phi), ("eta", Eta));

    private static double Loss(Matrix<double> w1, Matrix<double> w2, Vector<double> b, Vector<double> x)
    {
        var z = (w1 * x) + b;
        var phi = Vector(Math.Tanh((1.3 * z[0]) - (0.4 * z[1]) + 0.1), Math.Tanh((0.6 * z[0]) + (0.9 * z[1]) - 0.2));
        return 0.5 * Math.Pow(((w2 * phi) - Y).L2Norm(), 2);
    }

    private static double LinearLoss(Matrix<double> w1, Matrix<double> w2) =>
        0.5 * Math.Pow(((w2 * ((w1 * X) + B)) - Y).L2Norm(), 2);
}
