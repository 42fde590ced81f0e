using Grader.Checking;
using Grader.Marking;

namespace Grader.Tests.Marking;

[TestFixture]
public sealed class ScoringTests
{
    [TestCase(0, 3, 0)]
    [TestCase(1, 3, 3)]
    [TestCase(0.5, 3, 1.5)]
    [TestCase(0.3333333, 2, 0.67)]
    [TestCase(2, 3, 3)]
    [TestCase(-1, 3, 0)]
    public void Points_OfCredit_AreRoundedToTwoDecimals(decimal credit, decimal max, decimal points) =>
        Assert.That(Scoring.Points(credit, max), Is.EqualTo(points));

    [Test]
    public void Total_WithPendingPart_CountsItApart()
    {
        static PartResult Part(Verdict verdict, decimal score) => new("1", verdict, score, 2, null, [], null, [], null);
        var totals = Scoring.Total([Part(Verdict.Correct, 2), Part(Verdict.Pending, 0), Part(Verdict.Missing, 0)]);
        Assert.That(totals, Is.EqualTo(new Totals(2, 6, 2, 1)));
    }
}
