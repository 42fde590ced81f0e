using Grader.Exporting;

namespace Grader.Tests.Exporting;

public sealed class RosterReaderTests
{
    private const string Canvas = "\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,Homework 3 (12345)\n,,,,,Manual Posting\n    Points Possible,,,,,6\n\"Zhang, Ø\",77,0012,zo,A,\n";

    [Test]
    public void Read_IdColumnThatIsNotThere_IsNamed() => Assert.That(
        () => RosterReader.Read("id,email\ns01,a@x.org\n", "nope"),
        Throws.TypeOf<FormatException>().With.Message.EqualTo("The roster has no column \"nope\". Its headers are: id, email."));

    [TestCase("77")]
    [TestCase("0012")]
    [TestCase("zo")]
    public void Canvas_TwoHeaderRows_ArePassedOverAndEveryIdFindsThePerson(string id)
    {
        var roster = RosterReader.Read(Canvas);
        Assert.That(roster.Kind, Is.EqualTo(RosterKind.Canvas));
        Assert.That(roster.People, Has.Count.EqualTo(1));
        Assert.That(roster.Find(id)?.Name, Is.EqualTo("Zhang, Ø"));
        Assert.That(roster.Find("12"), Is.Null, "A leading zero is part of an id.");
    }

    [TestCase("Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade\nParticipant 1,Anna,s01,a@x.org,,,6\n", RosterKind.MoodleWorksheet)]
    [TestCase("First name,Surname,ID number,Email address\nAnna,Arendt,s01,a@x.org\n", RosterKind.Moodle)]
    [TestCase("First Name,Last Name,SID,Email\nAnna,Arendt,s01,a@x.org\n", RosterKind.Gradescope)]
    [TestCase("id;name\ns01;Anna\n", RosterKind.Plain)]
    [TestCase("name\tstudent id\r\nAnna\ts01\r\n", RosterKind.Plain)]
    public void Read_EachSystem_FindsIdAndName(string text, RosterKind kind)
    {
        var roster = RosterReader.Read(text);
        Assert.That(roster.Kind, Is.EqualTo(kind));
        Assert.That(roster.Find("s01")?.Name, Does.StartWith("Anna"));
        Assert.That(roster.Find("s01")?.IdNumber, Is.EqualTo("s01"));
    }

    [Test]
    public void Read_SomebodyTwice_IsNamedWithLinesAndFindsNobody()
    {
        var roster = RosterReader.Read("id,name\ns01,\"Anna\nArendt\"\ns02,Ben\ns01,Cem\n,Dora\n");
        Assert.That(roster.Problems, Has.Some.Contains("s01").And.Contains("lines 2, 5"));
        Assert.That(roster.Problems, Has.Some.Contains("line 6").And.Contains("no id"));
        Assert.That(roster.Find("s01"), Is.Null);
    }

    [Test]
    public void Read_UnknownHeaders_SaysWhichThereAreAndTakesTheOneNamed()
    {
        const string Text = "Nummer,Wer\ns01,Anna\n";
        Assert.That(() => RosterReader.Read(Text), Throws.InstanceOf<FormatException>().With.Message.Contains("Nummer, Wer"));
        Assert.That(RosterReader.Read(Text, "Nummer").Find("s01"), Is.Not.Null);
    }

    [Test]
    public void Read_QuoteThatNeverEnds_SaysWhere() =>
        Assert.That(() => RosterReader.Read("id,name\ns01,Anna\ns02,\"Ben\n"), Throws.InstanceOf<FormatException>().With.Message.Contains("Line 3"));
}
