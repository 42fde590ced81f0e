using Grader.Remembering;

namespace Grader.Tests.Remembering;

public sealed class MemoTests
{
    [Test]
    public void Find_WhatWasAdded_GivesIt()
    {
        var memo = new Memo<string, string>(1000);
        memo.Add("a", "first", 1);
        Assert.That(memo.Find("a"), Is.EqualTo("first"));
        Assert.That(memo.Find("b"), Is.Null);
    }

    [Test]
    public void Add_MoreThanFits_ForgetsWhatNobodyAskedForAndKeepsTheRest()
    {
        var memo = new Memo<int, string>(1000);
        memo.Add(-1, "asked for", 1);
        for (var key = 0; key < 100_000; key++)
        {
            memo.Add(key, "text", 1);
            Assert.That(memo.Find(-1), Is.EqualTo("asked for"));
        }

        Assert.That(Enumerable.Range(0, 100_000).Count(key => memo.Find(key) is not null), Is.LessThanOrEqualTo(1002));
        Assert.That(memo.Find(99_999), Is.EqualTo("text"));
    }

    [Test]
    public void Add_WhereTheSecondIsAwaited_RemembersFromThenOn()
    {
        var memo = new Memo<string, string>(6400, awaitsSecond: true);
        Assert.That(memo.Add("a", "first", 1), Is.False);
        Assert.That(memo.Find("a"), Is.Null);
        Assert.That(memo.Add("a", "second", 1), Is.True);
        Assert.That(memo.Find("a"), Is.EqualTo("second"));
    }

    [Test]
    public void Add_WhatIsHeavy_IsNotRemembered()
    {
        var memo = new Memo<string, string>(6400);
        memo.Add("light", "a", 100);
        memo.Add("heavy", "b", 101);
        Assert.That(memo.Find("light"), Is.EqualTo("a"));
        Assert.That(memo.Find("heavy"), Is.Null);
    }

    [Test]
    public void Add_ByManyThreads_FindsOnlyWhatBelongsToTheKey()
    {
        var memo = new Memo<int, string>(64_000);
        Parallel.For(0, 40_000, number =>
        {
            var key = number % 3000;
            if (memo.Find(key) is { } found) Assert.That(found, Is.EqualTo($"{key}"));
            else memo.Add(key, $"{key}", 100);
        });
    }
}
