using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class RegressionOutputTests
{
    [Test]
    public void Run_WithTargetsOutsideTheUnitInterval_IsFittedByIdentityAndSquaredErrorAlone()
    {
        var result = RegressionOutput.Run(1);
        Assert.That(result.Measured("identity-output"), Is.GreaterThan(0.95));
        Assert.That(result.Measured("squared-error"), Is.LessThan(1e-9));
        foreach (var other in new[] { "softmax-output", "cross-entropy", "more-hidden-layers" })
            Assert.That(result.Measured(other), Is.LessThan(0.5), other);
    }

    [Test]
    public void CrossEntropy_WithTargetsInsideTheUnitInterval_DoesFit() =>
        Assert.That(RegressionOutput.Run(1, low: 0.1, high: 0.9).Measured("cross-entropy"), Is.GreaterThan(0.5));
}
