using Grader.Running;

namespace Attacks.Tests;

/// <summary>Every attack ends as it has to, and the next submission gets what it deserves.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class AttackTests
{
    private readonly Surrounding surrounding = new();
    private readonly Dictionary<IsolationLevel, Boxes> boxes = [];

    [OneTimeSetUp]
    public void OpenBoxes()
    {
        foreach (var level in Levels.Tested) boxes[level] = new Boxes(level);
    }

    [OneTimeTearDown]
    public void CloseBoxes()
    {
        foreach (var level in boxes.Values) level.Dispose();
        var left = Remains.OfThisProcess();
        surrounding.Dispose();
        Assert.That(left, Is.Empty, "processes that outlive their boxes");
    }

    [TestCaseSource(nameof(Rows))]
    public void Attack_AtEachLevel_EndsAsItHasTo(string file, string method, IsolationLevel level)
    {
        var attack = AttackTable.All.First(attack => attack.File == file && attack.Method == method && Levels.Expected(attack, level) is not null);
        var expected = Levels.Expected(attack, level)!;
        var image = HostileCode.Assembly(file, surrounding.Words);
        using (var box = boxes[level].Take(expected.MayTimeOut))
        {
            var outcome = Boxes.Call(box, image, method);
            Assert.That(expected.Holds(outcome), $"{attack} at {level} has to be: {expected.Words}. It was: {Expectation.Shown(outcome)}\n{box.Printed}");
        }

        boxes[level].AssertUnharmed();
        surrounding.AssertUntouched();
    }

    private static IEnumerable<TestCaseData> Rows() =>
        from level in Levels.Tested
        from attack in AttackTable.All
        where Levels.Expected(attack, level) is not null
        select new TestCaseData(attack.File, attack.Method, level).SetArgDisplayNames($"{attack.File}.{attack.Method}", level.Name());
}
