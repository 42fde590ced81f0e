using static Reference.Tests.Given;

namespace Reference.Tests.NaiveBayesDeadRelu;

public sealed class LogisticSoftmaxTests
{
    [TestCase(0.3, -2)]
    [TestCase(1.7, 0.4)]
    [TestCase(0, 0)]
    public void EquivalentWeights_AtAnyX_GiveTheTwoClassProbability(double x1, double x2)
    {
        double[] w0 = [0.4, -1], w1 = [1.5, 0.2];
        var w = Run("naive-bayes-dead-relu/2.w", ("w0", w0), ("w1", w1)).Vector();
        double Power(double a, double b) => Math.Exp((a * x1) + (b * x2));
        var logistic = Power(w[0], w[1]) / (1 + Power(w[0], w[1]));
        var softmax = Power(w1[0], w1[1]) / (Power(w0[0], w0[1]) + Power(w1[0], w1[1]));
        Assert.That(logistic, Is.EqualTo(softmax).Within(1e-15));
    }
}
