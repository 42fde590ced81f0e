using Grader.Marking;
using Grader.Tests.Commands;

namespace Grader.Tests.Marking;

public sealed class MarkJournalTests
{
    private static readonly PersonMark First = new(
        "sheet", "1a", "00ff", [new("idea", 0.5m), new("proof", 1)], "Fine, \"so far\".\nÜ", ["a.json"], new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc));

    private static readonly PersonMark Second = First with { Items = [new("idea", 1), new("proof", 1)] };

    [Test]
    public void Append_TwoMarksForOneAnswer_KeepsBothAndCountsTheLast()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, MarkJournal.FileName);
        MarkJournal.Append(path, [First]);
        MarkJournal.Append(path, [Second]);
        var journal = MarkJournal.Read(path);
        Assert.That(journal, Is.EqualTo(new[] { First, Second }));
        Assert.That(new Marks(journal).Find("sheet", "1a", "00ff"), Is.EqualTo(Second));
    }

    [Test]
    public void Read_LastLineCutOff_KeepsTheOthersAndTheNextAppendIsWhole()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, MarkJournal.FileName);
        MarkJournal.Append(path, [First, Second]);
        var text = File.ReadAllText(path);
        for (var cut = text.IndexOf('\n', StringComparison.Ordinal) + 1; cut < text.Length; cut += 7)
        {
            File.WriteAllText(path, text[..cut]);
            Assert.That(MarkJournal.Read(path), Is.EqualTo(new[] { First }));
            MarkJournal.Append(path, [Second]);
            Assert.That(MarkJournal.Read(path), Is.EqualTo(new[] { First, Second }));
        }
    }

    [Test]
    public void Read_LineThatIsNoMark_IsNamed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write(MarkJournal.FileName, "{}\n");
        Assert.That(() => MarkJournal.Read(path), Throws.InstanceOf<FormatException>().With.Message.Contains("line 1"));
    }
}
