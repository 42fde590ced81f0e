using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class LogisticFromZeroTests
{
    [Test]
    public void Run_FromZero_FindsTheMaximumOfAConvexLoss()
    {
        var result = LogisticFromZero.Run(1);
        Assert.That(result.Measured("gradient-at-end"), Is.LessThan(1e-6));
        Assert.That(result.Measured("convex"), Is.Positive);
        Assert.That(result.Measured("stay-zero"), Is.GreaterThan(0.1));
        Assert.That(result.Measured("twin-features"), Is.Zero);
        Assert.That(result.Measured("hidden-swap"), Is.LessThan(1e-14));
    }

    [TestCase("features-differ", false)]
    [TestCase("no-hidden-units", false)]
    [TestCase("stay-equal", true)]
    public void Claim_WhenFeaturesAreEqual_TurnsOver(string claim, bool expected) =>
        Assert.That(LogisticFromZero.RunWithEqualFeatures(1).Claims[claim], Is.EqualTo(expected));
}
