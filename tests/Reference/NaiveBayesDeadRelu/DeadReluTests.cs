using MathNet.Numerics.LinearAlgebra;
using static Reference.Tests.Given;

namespace Reference.Tests.NaiveBayesDeadRelu;

public sealed class DeadReluTests
{
    private static readonly Matrix<double> W1 = Matrix(new[,] { { 1, -0.5 }, { -2, 0.3 }, { 0.4, 0.8 } });
    private static readonly Vector<double> B = Vector(0.1, 0.2, -2);
    private static readonly Vector<double> W2 = Vector(1.5, -0.7, 2);
    private static readonly Vector<double> X = Vector(0.9, 0.6);

    [TestCase(1, false)]
    [TestCase(2, true)]
    [TestCase(3, true)]
    public void IsDead_ForEachUnit_IsTheSignOfItsWeightedInput(int i, bool expected) =>
        Assert.That(Of("3.1.dead", i).Truth(), Is.EqualTo(expected));

    [Test]
    public void IsDead_AtExactlyZero_IsTrueWithNoGradient()
    {
        (string, object)[] inputs = [
            ("W1", new double[,] { { 1 } }), ("b", new double[] { -2 }), ("w2", new double[] { 3 }), ("x", new double[] { 2 }), ("i", 1), ("j", 1)];
        Assert.That(Run("naive-bayes-dead-relu/3.1.dead", inputs).Truth());
        Assert.That(Run("naive-bayes-dead-relu/3.2.db", inputs).Number(), Is.Zero);
    }

    [Test]
    public void GradientB_ForEachUnit_IsTheOutputsDerivative() => AreClose(
        Vector<double>.Build.Dense(3, i => Of("3.2.db", i + 1).Number()), Numerical.Gradient(b => Output(W1, b), B));

    [Test]
    public void GradientW_ForEachWeight_IsTheOutputsDerivative() => AreClose(
        Matrix<double>.Build.Dense(3, 2, (i, j) => Of("3.2.dw", i + 1, j + 1).Number()), Numerical.Gradient(w => Output(w, B), W1));

    [TestCase(2, 1)]
    [TestCase(-2, 0.3)]
    public void LeakyDerivative_OnEitherSide_IsTheSlope(double a, double expected)
    {
        Assert.That(Run("naive-bayes-dead-relu/3.4.derivative", ("a", a)).Number(), Is.EqualTo(expected));
        Assert.That(Numerical.Derivative(z => Math.Max(z, 0.3 * z), a), Is.EqualTo(expected).Within(Numerical.Tolerance));
    }

    [Test]
    public void LeakyDerivative_AtZero_IsTheSmallSlope() =>
        Assert.That(Run("naive-bayes-dead-relu/3.4.derivative", ("a", 0)).Number(), Is.EqualTo(0.3));

    private static Formulas.Expressions.Value Of(string part, int i, int j = 1) => Run(
        $"naive-bayes-dead-relu/{part}", ("W1", W1), ("b", B), ("w2", W2), ("x", X), ("i", i), ("j", j));

    private static double Output(Matrix<double> w, Vector<double> b) =>
        Enumerable.Range(0, 3).Sum(i => W2[i] * Math.Max((w[i, 0] * X[0]) + (w[i, 1] * X[1]) + b[i], 0));
}
