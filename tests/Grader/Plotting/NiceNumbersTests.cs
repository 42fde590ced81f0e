using Grader.Plotting;

namespace Grader.Tests.Plotting;

public sealed class NiceNumbersTests
{
    [TestCase(0, 1, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [TestCase(0, 500, new double[] { 0, 100, 200, 300, 400, 500 })]
    [TestCase(-0.3, 0.3, new[] { -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3 })]
    [TestCase(0.13, 0.52, new[] { 0.2, 0.3, 0.4, 0.5 })]
    [TestCase(-7, 12, new double[] { -5, 0, 5, 10 })]
    [TestCase(0, 3e-8, new[] { 0, 5e-9, 1e-8, 1.5e-8, 2e-8, 2.5e-8, 3e-8 })]
    public void Between_TwoNumbers_AreRound(double low, double high, double[] expected) =>
        Assert.That(NiceNumbers.Between(low, high), Is.EqualTo(expected), "Equal to the last bit.");

    [Test]
    public void Between_AnyTwoNumbers_AreFewRisingAndInside([Values(1e-12, 0.07, 1, 33, 2.5e9)] double width, [Values(-1, 0, 0.3, 1e6)] double low)
    {
        var ticks = NiceNumbers.Between(low, low + width).ToList();
        Assert.That(ticks, Has.Count.LessThanOrEqualTo(7));
        Assert.That(ticks, Is.Ordered.And.Unique);
        Assert.That(ticks, Has.All.InRange(low - (width * 1e-6), low + (width * (1 + 1e-6))));
    }

    [TestCase(1, 0.2)]
    [TestCase(1.3, 0.5)]
    [TestCase(6, 1)]
    [TestCase(6.1, 2)]
    [TestCase(59, 10)]
    public void Step_OfAWidth_IsTheSmallestRoundOneThatGivesSix(double width, double expected) => Assert.That(NiceNumbers.Step(width), Is.EqualTo(expected));
}
