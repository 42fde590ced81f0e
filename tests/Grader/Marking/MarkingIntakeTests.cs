using Grader.Exercises;
using Grader.Marking;

namespace Grader.Tests.Marking;

public sealed class MarkingIntakeTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc);

    private static readonly MarkingGroup Group = new(
        "sheet", "1a", "00ff", "=cmd() \"because\",\nit is 😀", [new("s01", "a.json"), new("s02", "b.json")],
        [new RubricItem("idea", "Has the idea.", 1), new RubricItem("proof", "Proves it.", 2)], null);

    [Test]
    public void Of_FilledCsv_IsTheMarkForAllWhoGaveTheText()
    {
        var intake = TakeIn(Filled("1", "0.5"));
        Assert.That(intake.Problems, Is.Empty);
        var mark = intake.Marks.Single();
        Assert.That(mark.Points, Is.EqualTo(1.5m));
        Assert.That(mark.Files, Is.EqualTo(new[] { "a.json", "b.json" }));
        Assert.That(mark.Comment, Is.EqualTo("=well done"), "What was neutralised for the spreadsheet comes back as it was written.");
    }

    [Test]
    public void Of_JsonFilledIn_IsTheSameMark()
    {
        var json = MarkingList.Json([Group]).Replace("\"points\": null", "\"points\": 0.5", StringComparison.Ordinal);
        var intake = MarkingIntake.Of(FilledList.Json(json), [Group], Now);
        Assert.That(intake.Problems, Is.Empty);
        Assert.That(intake.Marks.Single().Points, Is.EqualTo(1m));
    }

    [TestCase("0,5", "write 0.5")]
    [TestCase("one", "is not a number")]
    [TestCase("-1", "below 0")]
    [TestCase("2.5", "beyond the 2")]
    [TestCase("1.005", "more than 2 decimals")]
    [TestCase("1e0", "is not a number")]
    [TestCase("", "none for: proof")]
    public void Of_PointsThatCannotBe_NamesLineAndColumn(string points, string expected)
    {
        var intake = TakeIn(Filled("1", points));
        Assert.That(intake.Marks, Is.Empty, "All or nothing.");
        Assert.That(intake.Problems.Single().ToString(), Does.Match("line [0-9]+, column points").And.Contain(expected));
    }

    [Test]
    public void Of_ProblemFurtherDown_NamesTheLineOfTheFile() =>
        Assert.That(TakeIn(Filled("1", "x")).Problems.Single().Line, Is.EqualTo(4), "The text of the first row takes two lines.");

    [TestCase("other,1a,00ff,idea,1", "worksheet", "Nothing of a worksheet \"other\"")]
    [TestCase("sheet,9z,00ff,idea,1", "part", "no part \"9z\"")]
    [TestCase("sheet,1a,0000,idea,1", "answer", "handed in anew")]
    [TestCase("sheet,1a,00ff,ideas,1", "item", "Did you mean \"idea\"")]
    public void Of_RowThatFitsNothing_IsNamed(string row, string column, string expected)
    {
        var intake = TakeIn($"worksheet,part,answer,item,points\n{row}\n");
        Assert.That(intake.Problems.Single().Column, Is.EqualTo(column));
        Assert.That(intake.Problems.Single().Line, Is.EqualTo(2));
        Assert.That(intake.Problems.Single().Message, Does.Contain(expected));
    }

    [Test]
    public void Of_SeveralProblems_NamesThemAllInOrder()
    {
        var intake = TakeIn("worksheet;part;answer;item;points\nsheet;1a;00ff;idea;1\nsheet;1a;00ff;proof;9\nsheet;1a;00ff;idea;1\nsheet;1a;dead;idea;1\n");
        Assert.That(intake.Problems.Select(problem => problem.Line), Is.EqualTo(new[] { 3, 4, 5 }));
        Assert.That(intake.Problems[1].Message, Does.Contain("stands in line 2 already"));
    }

    [Test]
    public void Of_MarksGivenBefore_SayNothingNewAndAreNotTakenBack()
    {
        var mark = TakeIn(Filled("1", "0.5")).Marks.Single();
        EquatableGroups marked = new(Group with { Mark = mark });
        Assert.That(marked.TakeIn(Filled("1", "0.5")).Marks, Is.Empty);
        Assert.That(marked.TakeIn(Filled("1", "2")).Marks.Single().Points, Is.EqualTo(3m));
        Assert.That(marked.TakeIn(Filled("", "")).Problems.Single().Message, Does.Contain("can be changed and not taken back"));
    }

    [Test]
    public void Csv_ListThatNobodyFilled_TakesInNothing()
    {
        var intake = TakeIn(MarkingList.Csv([Group]));
        Assert.That(intake.Marks, Is.Empty);
        Assert.That(intake.Problems, Is.Empty);
    }

    [Test]
    public void Csv_ColumnMissing_IsNamed() =>
        Assert.That(() => FilledList.Csv("worksheet,part,item,points\n"), Throws.InstanceOf<FormatException>().With.Message.Contains("no column answer"));

    private static Intake TakeIn(string csv) => new EquatableGroups(Group).TakeIn(csv);

    /// <summary>The list as the grader writes it, with the points of its two rows filled in.</summary>
    private static string Filled(string idea, string proof)
    {
        var rows = MarkingList.Csv([Group]).Split("\r\n");
        rows[1] = rows[1].Replace(",1,,", $",1,{idea},'=well done", StringComparison.Ordinal);
        rows[2] = rows[2].Replace(",2,,", $",2,\"{proof}\",", StringComparison.Ordinal);
        return string.Join("\r\n", rows);
    }

    private sealed record EquatableGroups(MarkingGroup Group)
    {
        public Intake TakeIn(string csv) => MarkingIntake.Of(FilledList.Csv(csv), [Group], Now);
    }
}
