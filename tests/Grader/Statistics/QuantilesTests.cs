using Grader.Statistics;

namespace Grader.Tests.Statistics;

public sealed class QuantilesTests
{
    // By hand: the quartiles of 1 to 4 lie at places 0.75, 1.5 and 2.25 from the first.
    [TestCase(0.0, 1.0)]
    [TestCase(0.25, 1.75)]
    [TestCase(0.5, 2.5)]
    [TestCase(0.75, 3.25)]
    [TestCase(1.0, 4.0)]
    public void Of_OneToFour_InterpolatesBetweenNeighbours(double probability, double expected) =>
        Assert.That(Quantiles.Of([1, 2, 3, 4], probability), Is.EqualTo(expected).Within(1e-15));

    [Test]
    public void Of_OneValue_IsThatValue() => Assert.That(Quantiles.Of([7], 0.3), Is.EqualTo(7));

    /// <summary>Hyndman and Fan's definition 7 the other way round: the k-th of n values is the quantile of (k - 1) / (n - 1).</summary>
    [Test]
    public void Of_PlottingPositions_GivesTheValuesBack([Range(2, 12)] int count)
    {
        var random = new Random(count);
        double[] sorted = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble()).Order()];
        for (var k = 0; k < count; k++) Assert.That(Quantiles.Of(sorted, (double)k / (count - 1)), Is.EqualTo(sorted[k]).Within(1e-12));
    }

    [Test]
    public void Of_NothingOrNoProbability_Throws()
    {
        Assert.That(() => Quantiles.Of([], 0.5), Throws.ArgumentException);
        Assert.That(() => Quantiles.Of([1], 1.01), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Quantiles.Of([1], double.NaN), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Spread_UnsortedValues_AreSummarised() =>
        Assert.That(Quantiles.Spread([4, 1, 3, 2]), Is.EqualTo(new Spread(4, 1, 1.75, 2.5, 3.25, 4, 2.5)));

    [Test]
    public void Spread_Nothing_IsNull() => Assert.That(Quantiles.Spread([]), Is.Null);
}
