using ConstantInitialization = Reference.Experiments.ConstantInitialization;

namespace Reference.Tests.Experiments;

public sealed class ConstantInitializationTests
{
    [Test]
    public void Run_FromOneConstant_KeepsHiddenUnitsExactlyEqualWhileTheyLearn()
    {
        var result = ConstantInitialization.Run(1);
        foreach (var name in new[] { "hidden-equal", "hidden-deltas-equal", "gradient-independent-of-i", "symmetry-persists" })
            Assert.That(result.Measured(name), Is.Zero, name);
        Assert.That(result.Measured("weight-change"), Is.GreaterThan(0.01));
        Assert.That(result.Measured("layer-two-constant"), Is.GreaterThan(1e-3));
    }

    [TestCase("hidden-equal")]
    [TestCase("hidden-deltas-equal")]
    [TestCase("gradient-independent-of-i")]
    [TestCase("symmetry-persists")]
    public void Claim_WhenWeightsStartRandom_Fails(string claim) =>
        Assert.That(ConstantInitialization.RunFromRandomWeights(1).Claims[claim], Is.False);
}
