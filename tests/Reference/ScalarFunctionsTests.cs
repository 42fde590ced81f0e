using static Reference.ScalarFunctions;

namespace Reference.Tests;

public sealed class ScalarFunctionsTests
{
    [Test]
    public void Derivative_OfEveryFunction_IsItsSlope(
        [Values("tanh", "sigmoid", "softplus", "sin", "relu", "identity")] string name,
        [Values(-3.1, -0.4, 0.2, 1.7)] double at)
    {
        var function = Named(name);
        Assert.That(function.Name, Is.EqualTo(name));
        Assert.That(function.Derivative(at), Is.EqualTo(Numerical.Derivative(function.Of, at)).Within(Numerical.Tolerance));
    }

    [TestCase(800, 800)]
    [TestCase(-800, 0)]
    [TestCase(0, 0.693147180559945309)]
    [TestCase(-40, 4.248354255291589e-18)]
    [TestCase(-20, 2.061153620314381e-9)]
    public void LogOnePlusExp_OfLargeAndSmall_KeepsItsDigits(double z, double expected) =>
        Assert.That(LogOnePlusExp(z), Is.EqualTo(expected).Within(1e-13).Percent);

    [TestCase(800, 1)]
    [TestCase(-800, 0)]
    [TestCase(-40, 4.248354255291589e-18)]
    [TestCase(0, 0.5)]
    public void Logistic_OfLargeAndSmall_KeepsItsDigits(double z, double expected) =>
        Assert.That(Logistic(z), Is.EqualTo(expected).Within(1e-13).Percent);

    [Test]
    public void LogisticDerivative_OfLargeNumber_DoesNotCancel() =>
        Assert.That(LogisticDerivative(40), Is.EqualTo(4.248354255291589e-18).Within(1e-13).Percent);

    [Test]
    public void ReluDerivative_AtZero_IsZero() => Assert.That(ReluDerivative(0), Is.Zero);

    [Test]
    public void TimesLog_OfNothingSeen_IsZero() => Assert.That(TimesLog(0, 0), Is.Zero);
}
