using Reference.BackpropPractice;
using static Reference.Tests.Given;

namespace Reference.Tests.BackpropPractice;

public sealed class ChainRuleTests
{
    [TestCase("f", "dg")]
    [TestCase("f_i", "dg_i")]
    public void Derivative_FromTheParts_IsTheDerivativeOfTheWhole(string f, string dg)
    {
        const double w = 0.7;
        var at = Vector(ChainRule.First(w), ChainRule.Second(w), ChainRule.Third(w));
        var partials = Numerical.Gradient(v => ChainRule.Outer(v[0], v[1], v[2]), at);
        var slopes = Vector(
            Numerical.Derivative(ChainRule.First, w), Numerical.Derivative(ChainRule.Second, w), Numerical.Derivative(ChainRule.Third, w));
        Assert.That(
            Run("backprop-practice/2a.derivative", (f, partials), (dg, slopes)).Number(),
            Is.EqualTo(Numerical.Derivative(ChainRule.GraphValue, w)).Within(Numerical.Tolerance));
    }

    [Test]
    public void GraphValue_OfTheChosenFunctions_IsTheirComposition() => Assert.That(
        Run("backprop-practice/2a.graph", ("w", 0.7)).Number(),
        Is.EqualTo((Math.Tanh(0.7) * Math.Sin(0.7) * Math.Sin(0.7)) + (1 / (1 + Math.Exp(-0.7)))).Within(1e-15));
}
