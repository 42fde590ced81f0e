using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class SkipLayerInitializationTests
{
    [Test]
    public void Run_OfOneStep_LeavesUnitsEqualAndInputsApart()
    {
        var result = SkipLayerInitialization.Run(1);
        foreach (var name in new[] { "hidden-equal", "hidden-deltas-equal", "same-input-equal", "same-output-equal", "hidden-units-same", "symmetry-broken" })
            Assert.That(result.Measured(name), Is.Zero, name);
        Assert.That(result.Measured("layer-one-constant"), Is.GreaterThan(1e-5));
    }

    [TestCase("hidden-equal", false)]
    [TestCase("hidden-deltas-equal", false)]
    [TestCase("same-input-equal", false)]
    [TestCase("same-output-equal", false)]
    [TestCase("hidden-units-same", false)]
    [TestCase("symmetry-broken", true)]
    public void Claim_WhenWeightsStartRandom_TurnsOver(string claim, bool expected) =>
        Assert.That(SkipLayerInitialization.RunFromRandomWeights(1).Claims[claim], Is.EqualTo(expected));

    // The accident that squared error avoids: equal outputs give softmax deltas that add up to 0.
    [Test]
    public void LayerOneConstant_WithSoftmaxAndCrossEntropy_ComesOutOtherwise()
    {
        var result = SkipLayerInitialization.Run(1, OutputUnit.Softmax, Loss.CrossEntropy);
        Assert.That(result.Measured("layer-one-constant"), Is.LessThan(1e-15));
    }
}
