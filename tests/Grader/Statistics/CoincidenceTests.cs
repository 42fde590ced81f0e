using Grader.Statistics;

namespace Grader.Tests.Statistics;

public sealed class CoincidenceTests
{
    [Test]
    public void Among_PairWithTwoRareAnswers_HasTheSumOfTheirRarities()
    {
        var found = Coincidence.Among([new("1a", "7 x", 100, [3, 8]), new("1b", "x / 9", 50, [8, 5, 3])]);

        Assert.That(found, Has.Count.EqualTo(1));
        // By hand: ln(100 / 2) + ln(50 / 3) = ln 50 + ln 16.666... = 3.912023 + 2.813411.
        Assert.That(found[0].Rarity, Is.EqualTo(6.725434).Within(1e-6));
        Assert.That((found[0].First, found[0].Second), Is.EqualTo((3, 8)));
        Assert.That(found[0].Answers.Select(answer => answer.Place), Is.EqualTo(["1a", "1b"]));
    }

    [Test]
    public void Among_OneSharedAnswer_IsChance() => Assert.That(Coincidence.Among([new("1a", "7 x", 100, [3, 8])]), Is.Empty);

    [Test]
    public void Among_TwoAnswersAtOnePlace_AreOnePlace() =>
        Assert.That(Coincidence.Among([new("1a", "7 x", 100, [3, 8]), new("1a", "8 x", 100, [3, 8])]), Is.Empty);

    [TestCase(100, 5, ExpectedResult = true)]
    [TestCase(100, 6, ExpectedResult = false)]
    [TestCase(100, 1, ExpectedResult = false)]
    [TestCase(20, 2, ExpectedResult = true)]
    [TestCase(19, 2, ExpectedResult = false)]
    public bool IsRare_FewButSeveralInALargeEnoughClass(int answered, int givers) =>
        Coincidence.IsRare(new("1a", "7 x", answered, [.. Enumerable.Range(0, givers)]));

    [Test]
    public void Among_RandomAnswers_AgreesWithLookingAtEveryPair([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        var answers = Enumerable.Range(0, 40)
            .Select(number => new SharedAnswer($"{number % 8}", $"{number}", 60, [.. Enumerable.Range(0, 25).Where(_ => random.Next(6) == 0)]))
            .ToList();
        var naive =
            from first in Enumerable.Range(0, 25)
            from second in Enumerable.Range(first + 1, 24 - first)
            let both = answers.Where(answer => answer.Givers.Count <= 5 && answer.Givers.Contains(first) && answer.Givers.Contains(second)).ToList()
            where both.DistinctBy(answer => answer.Place).Count() >= 2
            select (first, second, Math.Round(both.Sum(answer => -Math.Log(answer.Givers.Count / 60.0)), 9));

        var found = Coincidence.Among(answers).Select(pair => (pair.First, pair.Second, Math.Round(pair.Rarity, 9))).ToList();

        Assert.That(found, Is.Not.Empty);
        Assert.That(found, Is.EquivalentTo(naive));
        Assert.That(found.Select(pair => pair.Item3), Is.Ordered.Descending);
    }
}
