using Grader.Statistics;

namespace Grader.Tests.Statistics;

public sealed class UpperLowerTests
{
    /// <summary>
    /// By hand: of 10 students, 2.7 make a group. The best three have 1, 1, 0 (the third counts 0.7), the weakest 0, 1, 0:
    /// 2/2.7 - 1/2.7.
    /// </summary>
    [Test]
    public void Discrimination_TenStudents_IsAsByHand()
    {
        double[] items = [0, 1, 0, 0, 1, 0, 1, 0, 1, 1];
        Assert.That(UpperLower.Discrimination(items.Select((item, total) => ((double)total, item))), Is.EqualTo(1 / 2.7).Within(1e-12));
    }

    [Test]
    public void Discrimination_HundredStudents_AgreesWithCountingTwentySevenAtEachEnd([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        var students = Enumerable.Range(0, 100).Select(_ => (Total: random.NextDouble(), Item: random.NextDouble())).ToList();
        var ranked = students.OrderBy(student => student.Total).Select(student => student.Item).ToList();

        Assert.That(UpperLower.Discrimination(students), Is.EqualTo(ranked.TakeLast(27).Average() - ranked.Take(27).Average()).Within(1e-12));
    }

    [Test]
    public void Discrimination_Ties_DoNotDependOnTheOrder()
    {
        var random = new Random(1);
        var students = Enumerable.Range(0, 40).Select(_ => (Total: (double)random.Next(5), Item: random.NextDouble())).ToArray();
        var first = UpperLower.Discrimination(students);
        random.Shuffle(students);

        Assert.That(UpperLower.Discrimination(students), Is.EqualTo(first).Within(1e-12));
    }

    [Test]
    public void Discrimination_AllTied_IsZero() => Assert.That(UpperLower.Discrimination([(1, 0.2), (1, 0.9), (1, 0.4)]), Is.Zero.Within(1e-12));

    [Test]
    public void Discrimination_Nobody_IsNull() => Assert.That(UpperLower.Discrimination([]), Is.Null);
}
