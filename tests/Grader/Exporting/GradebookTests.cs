using Grader.Exporting;

namespace Grader.Tests.Exporting;

public sealed class GradebookTests
{
    [TestCase("s01", Standing.Final)]
    [TestCase("s02", Standing.Waiting)]
    [TestCase("s03", Standing.Fault)]
    [TestCase("s04", Standing.Unreadable)]
    [TestCase("s05", Standing.Fault)]
    [TestCase("s06", Standing.Doubled)]
    public void Standing_OfEachStudent_IsToldApart(string student, Standing expected)
    {
        var mark = Mark(student);
        Assert.That(mark.Standing, Is.EqualTo(expected));
        Assert.That(mark.Score.HasValue, Is.EqualTo(expected is Standing.Final or Standing.Waiting), "Only those have points; a fault is never zero.");
    }

    [Test]
    public void Problems_NameEveryMarkLeftEmpty_AndWhoseFaultItWas()
    {
        var problems = Gradebook.Of(SampleBook.Lines, null).Problems;
        Assert.That(problems, Has.Some.Contains("s03").And.Contains("fault of the grader"));
        Assert.That(problems, Has.Some.Contains("s04").And.Contains("The file is empty"));
        Assert.That(problems, Has.Some.Contains("s05").And.Contains("fault of the grader"));
        Assert.That(problems, Has.Some.Contains("s06").And.Contains("f1.json, f2.json"));
        Assert.That(problems, Has.Some.Contains("g.json").And.Contains("The file is empty"));
        Assert.That(problems, Has.Count.EqualTo(5));
    }

    [Test]
    public void Of_Roster_NamesStrangersAndKeepsThoseWhoDidNotHandIn()
    {
        var book = Gradebook.Of([SampleBook.Graded("S01 "), SampleBook.Graded("s99", "z.json")], RosterReader.Read("id,name\ns01,Anna\ns02,Ben\n"));
        Assert.That(book.Rows.Select(row => row.Student), Is.EqualTo(new[] { "s01", "s02" }));
        Assert.That(book.Rows[0].Marks[0]?.Score, Is.EqualTo(2.25m), "Case and blanks around an id do not matter where one person fits.");
        Assert.That(book.Rows[1].Marks[0], Is.Null);
        Assert.That(book.Strangers.Single().Student, Is.EqualTo("s99"));
        Assert.That(book.Problems, Has.Some.Contains("s99").And.Contains("z.json").And.Contains("not in the roster"));
    }

    [Test]
    public void Of_TwoIdsOfOnePerson_IsDoubled()
    {
        var roster = RosterReader.Read("SID,Email,Name\ns01,anna@example.org,Anna\n");
        var book = Gradebook.Of([SampleBook.Graded("s01"), SampleBook.Graded("anna@example.org", "b.json")], roster);
        Assert.That(book.Rows.Single().Marks[0]!.Standing, Is.EqualTo(Standing.Doubled));
    }

    private static StudentMark Mark(string student) => Gradebook.Of(SampleBook.Lines, null).Rows.Single(row => row.Student == student).Marks[0]!;
}
