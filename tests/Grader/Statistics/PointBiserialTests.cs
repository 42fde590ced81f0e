using Grader.Statistics;

namespace Grader.Tests.Statistics;

public sealed class PointBiserialTests
{
    /// <summary>
    /// By hand: rest scores 1, 2, 3, 4 with the part right in the last two. Means 1.5 and 3.5, standard deviation sqrt(1.25) over all,
    /// half right: (3.5 - 1.5) / sqrt(1.25) * sqrt(0.5 * 0.5) = 0.894427...
    /// </summary>
    [Test]
    public void Correlation_FourStudents_IsAsByHand() =>
        Assert.That(PointBiserial.Of([(0, 1), (0, 2), (1, 3), (1, 4)]).Correlation, Is.EqualTo(2 / Math.Sqrt(1.25) * 0.5).Within(1e-15));

    [Test]
    public void Correlation_RightOrWrong_AgreesWithTheTextbooksFormula([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var students = Enumerable.Range(0, 50).Select(_ => (Item: random.Next(2) * 1.0, Others: random.NextDouble())).ToList();
        var (right, wrong) = (students.Where(student => student.Item == 1).ToList(), students.Where(student => student.Item == 0).ToList());
        var mean = students.Average(student => student.Others);
        var deviation = Math.Sqrt(students.Average(student => Math.Pow(student.Others - mean, 2)));
        var textbook = (right.Average(student => student.Others) - wrong.Average(student => student.Others)) / deviation
            * Math.Sqrt((double)right.Count * wrong.Count) / students.Count;

        Assert.That(PointBiserial.Of(students).Correlation, Is.EqualTo(textbook).Within(1e-12));
    }

    [Test]
    public void Correlation_PartMarks_AgreesWithPearsonInTwoPasses([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        // Far from zero, where sums of squares without a mean would lose their digits.
        var students = Enumerable.Range(0, 60).Select(_ => (Item: 1e6 + random.NextDouble(), Others: random.NextDouble() - 1e6)).ToList();
        var (item, others) = (students.Average(student => student.Item), students.Average(student => student.Others));
        var pearson = students.Sum(student => (student.Item - item) * (student.Others - others))
            / Math.Sqrt(students.Sum(student => Math.Pow(student.Item - item, 2)) * students.Sum(student => Math.Pow(student.Others - others, 2)));

        Assert.That(PointBiserial.Of(students).Correlation, Is.EqualTo(pearson).Within(1e-9));
    }

    [Test]
    public void Correlation_SameForAll_IsNull()
    {
        Assert.That(PointBiserial.Of([]).Correlation, Is.Null);
        Assert.That(PointBiserial.Of([(1, 0.5)]).Correlation, Is.Null);
        Assert.That(PointBiserial.Of([(0.1, 0.2), (0.1, 0.4), (0.1, 0.7)]).Correlation, Is.Null);
        Assert.That(PointBiserial.Of([(0.1, 0.3), (0.2, 0.3), (0.4, 0.3)]).Correlation, Is.Null);
    }

    [Test]
    public void Correlation_OnALine_IsOneOrMinusOne()
    {
        Assert.That(PointBiserial.Of([(0.1, 0.2), (0.2, 0.4), (0.4, 0.8)]).Correlation, Is.EqualTo(1).Within(1e-12).And.LessThanOrEqualTo(1));
        Assert.That(PointBiserial.Of([(0.1, -0.2), (0.2, -0.4), (0.4, -0.8)]).Correlation, Is.EqualTo(-1).Within(1e-12).And.GreaterThanOrEqualTo(-1));
    }
}
