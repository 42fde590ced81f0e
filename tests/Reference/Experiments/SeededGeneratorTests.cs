using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class SeededGeneratorTests
{
    // The first outputs of SplitMix64 from seed 1234567 are published beside the algorithm; the first is
    // 6457827717110365317, whose upper 53 bits make this fraction.
    [Test]
    public void Uniform_OfThePublishedSeed_IsThePublishedNumber() => Assert.That(
        new SeededGenerator(1234567).Uniform(), Is.EqualTo((6457827717110365317UL >> 11) / 9007199254740992.0));

    [Test]
    public void Uniform_OfManyDraws_FillsItsInterval()
    {
        var random = new SeededGenerator(1);
        var draws = Enumerable.Range(0, 10_000).Select(_ => random.Uniform(-2, 4)).ToList();
        Assert.That(draws, Is.All.InRange(-2, 4));
        Assert.That(draws.Average(), Is.EqualTo(1).Within(0.1));
    }

    [Test]
    public void Normal_OfManyDraws_HasMeanZeroAndVarianceOne()
    {
        var random = new SeededGenerator(1);
        var draws = Enumerable.Range(0, 10_000).Select(_ => random.Normal()).ToList();
        Assert.That(draws.Average(), Is.Zero.Within(0.05));
        Assert.That(draws.Average(draw => draw * draw), Is.EqualTo(1).Within(0.06));
    }

    [Test]
    public void Below_OfManyDraws_TakesEveryNumberBelow()
    {
        var random = new SeededGenerator(1);
        Assert.That(Enumerable.Range(0, 200).Select(_ => random.Below(4)).Distinct(), Is.EquivalentTo(new[] { 0, 1, 2, 3 }));
    }
}
