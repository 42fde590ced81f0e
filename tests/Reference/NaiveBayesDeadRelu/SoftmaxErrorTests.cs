using MathNet.Numerics.LinearAlgebra;
using static Reference.Tests.Given;

namespace Reference.Tests.NaiveBayesDeadRelu;

public sealed class SoftmaxErrorTests
{
    private static readonly Matrix<double> W = Matrix(new[,] { { 1, -0.5 }, { -2, 0.3 }, { 0.4, 0.8 } });
    private static readonly Vector<double> Z = Vector(0.9, 0.6);

    [Test]
    public void LogProbability_ForEachClass_IsTheLogarithmOfItsShare([Values(1, 2, 3)] int i) => Assert.That(
        Run("naive-bayes-dead-relu/4.loss", ("W", W), ("z", Z), ("i", i)).Number(), Is.EqualTo(ByDefinition(Z, i)).Within(1e-14));

    [Test]
    public void Error_ForEachClass_IsTheGradientOfTheLogProbability([Values(1, 2, 3)] int i) => AreClose(
        Run("naive-bayes-dead-relu/4.error", ("W", W), ("z", Z), ("i", i)).Vector(), Numerical.Gradient(z => ByDefinition(z, i), Z));

    [Test]
    public void LogProbability_OfScoresFarApart_IsFinite() => Assert.That(
        Run("naive-bayes-dead-relu/4.loss", ("W", new double[,] { { 800 }, { -800 } }), ("z", new double[] { 1 }), ("i", 2)).Number(),
        Is.EqualTo(-1600));

    private static double ByDefinition(Vector<double> z, int i)
    {
        var powers = Enumerable.Range(0, 3).Select(k => Math.Exp((W[k, 0] * z[0]) + (W[k, 1] * z[1]))).ToList();
        return Math.Log(powers[i - 1] / powers.Sum());
    }
}
