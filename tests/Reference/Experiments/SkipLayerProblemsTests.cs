using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class SkipLayerProblemsTests
{
    [Test]
    public void Run_OnFewExamples_OverfitsUntilWeightsDecay()
    {
        var result = SkipLayerProblems.Run(1);
        Assert.That(result.Measured("overfitting"), Is.GreaterThan(0.3));
        Assert.That(result.Measured("regularization"), Is.GreaterThan(0.1));
        Assert.That(result.Measured("norm-reduction"), Is.Positive);
        Assert.That(result.Measured("vanishing-output"), Is.GreaterThan(0.1));
        Assert.That(result.Measured("becomes-linear"), Is.GreaterThan(1e-4));
    }

    [TestCase(0)]
    [TestCase(-0.02)]
    public void Regularization_WithoutDecay_DoesNotHelp(double decay) =>
        Assert.That(SkipLayerProblems.Run(1, decay).Claims["regularization"], Is.False);
}
