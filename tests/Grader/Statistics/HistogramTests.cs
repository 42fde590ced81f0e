using Grader.Statistics;

namespace Grader.Tests.Statistics;

public sealed class HistogramTests
{
    [Test]
    public void Of_BinEnds_BelongToTheBinAbove_AndOneToTheLast() =>
        Assert.That(Histogram.Of([0, 0.25m, 0.5m, 0.75m, 1, 0.2499m], 4).Counts, Is.EqualTo([2, 1, 1, 2]));

    /// <summary>As binary fractions, 7 of 10 times 10 is more than 7, and 29 of 100 times 100 less than 29.</summary>
    [Test]
    public void Of_EveryHundredth_FallsIntoItsOwnBin() =>
        Assert.That(Histogram.Of(Enumerable.Range(0, 100).Select(points => points / 100m), 100).Counts, Is.All.EqualTo(1));

    [Test]
    public void Of_BeyondTheRange_CountsInTheOutermostBins() => Assert.That(Histogram.Of([-1, 2], 3).Counts, Is.EqualTo([1, 0, 1]));

    [Test]
    public void Of_RandomShares_AgreesWithComparingEveryBinsEnds()
    {
        var random = new Random(1);
        var shares = Enumerable.Range(0, 500).Select(_ => random.Next(0, 41) / 40m).ToList();
        var naive = Enumerable.Range(0, 10).Select(bin => shares.Count(share => share >= bin / 10m && (share < (bin + 1) / 10m || (bin == 9 && share == 1))));

        Assert.That(Histogram.Of(shares, 10).Counts, Is.EqualTo(naive));
    }

    [Test]
    public void Of_NoBins_Throws() => Assert.That(() => Histogram.Of([], 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
