using Reference.Trajectories;

namespace Reference.Tests.Trajectories;

public sealed class DeepGradientsTests
{
    private static readonly DeepSetting Usual = new(Seed: 1, Layers: 12, Units: 8, Size: 0.5);

    [Test]
    public void Gradients_OfEachLayer_AreThoseByDifferences([Values] Skip skip)
    {
        var network = DeepGradients.Draw(Usual with { Layers = 3, Units = 4 });
        var gradients = network.Gradients(skip);
        for (var layer = 0; layer < 3; layer++)
        {
            var changed = layer;
            var numeric = Numerical.Gradient(
                W => (network with { Hidden = [.. network.Hidden.Select((weights, l) => l == changed ? W : weights)] }).Value(skip), network.Hidden[layer]);
            Assert.That((gradients[layer] - numeric).FrobeniusNorm(), Is.LessThan(Numerical.Tolerance), $"layer {layer + 1}");
        }
        var direct = Numerical.Gradient(s => (network with { Direct = s }).Value(Skip.InputToOutput), network.Direct);
        Assert.That(direct.L2Norm(), Is.EqualTo(network.DirectNorm).Within(Numerical.Tolerance));
    }

    [Test]
    public void Deltas_OfEachLayer_AreThoseOfAWeightBehindAConstantInput([Values] Skip skip)
    {
        var network = DeepGradients.Draw(Usual with { Layers = 3, Units = 4 });
        var (deltas, gradients) = (network.Deltas(skip), network.Gradients(skip));
        Assert.That((gradients[0] - deltas[0].OuterProduct(network.Input)).FrobeniusNorm(), Is.Zero);
        for (var layer = 0; layer < 3; layer++)
            Assert.That(gradients[layer].Rank(), Is.EqualTo(1), "A delta times an input.");
    }

    [Test]
    public void Deltas_WithoutSkip_VanishTowardsTheInputAndWithEveryLayerSkippedDoNot([Values(1UL, 2UL, 3UL, 4UL, 5UL)] ulong seed)
    {
        var network = DeepGradients.Draw(Usual with { Seed = seed });
        var (plain, every) = (network.Deltas(Skip.None), network.Deltas(Skip.EveryLayer));
        Assert.That(plain[0].L2Norm(), Is.LessThan(0.01 * plain[^1].L2Norm()));
        Assert.That(every[0].L2Norm(), Is.GreaterThan(0.2 * every[^1].L2Norm()));
        Assert.That(network.Gradients(Skip.None)[0].FrobeniusNorm(), Is.LessThan(0.01 * network.DirectNorm));
    }

    [Test]
    public void Deltas_WithInputConnectedToOutput_AreThoseOfTheHiddenLayersAlone()
    {
        var network = DeepGradients.Draw(Usual);
        Assert.That(network.Deltas(Skip.InputToOutput), Is.EqualTo(network.Deltas(Skip.None)));
    }
}
