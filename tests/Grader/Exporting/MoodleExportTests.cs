using System.Globalization;
using System.Xml.Linq;
using Grader.Exporting;

namespace Grader.Tests.Exporting;

public sealed class MoodleExportTests
{
    private const string Worksheet =
        "Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,Feedback comments\n"
        + "Participant 1,Anna,s01,a@x.org,Submitted,-,6.00,\nParticipant 2,Ben,s02,b@x.org,Submitted,-,\"1,00\",\nParticipant 7,Dora,s07,d@x.org,None,-,6.00,\n";

    [Test]
    public void Csv_EveryGrade_IsANumberOrADashAndNeverOverTheMaximum()
    {
        var rows = PlainCsv.Read(SampleBook.Make("moodle", SampleBook.Lines, "id,name\ns01,Anna\ns02,Ben\ns03,Cem\ns07,Dora\n").Content("moodle.csv"));
        Assert.That(rows[0], Is.EqualTo(new[] { "ID number", "Full name", "Email address", "sheet-one", "sheet-one (feedback)" }));
        Assert.That(rows.Skip(1).Select(row => row[3]), Is.EqualTo(new[] { "2.25", "1.5", "-", "-" }));
        Assert.That(rows.Skip(1).Select(row => row[0]), Is.Unique.And.SubsetOf(new[] { "s01", "s02", "s03", "s07" }), "An unknown user aborts the whole import.");
        Assert.That(rows[2][4], Does.Contain("2 wait for a person"));
        Assert.That(rows[3][4], Does.Contain("fault of the grader"));
    }

    [Test]
    public void Csv_GradingWorksheet_IsFilledInAndAMarkOverItsMaximumLeftOut()
    {
        var export = SampleBook.Make("moodle", SampleBook.Lines, Worksheet);
        var rows = PlainCsv.Read(export.Content("moodle.csv"));
        Assert.That(rows[0], Is.EqualTo(Worksheet.Split('\n')[0].Split(',')));
        Assert.That(rows[1][5], Is.EqualTo("2.25"));
        Assert.That(rows[1][7], Is.EqualTo("2.25 of 6 points."));
        Assert.That(rows[2][5], Is.Not.EqualTo("1.5"));
        Assert.That(export.Problems, Has.Some.Contains("s02").And.Contains("over the maximum of 1"));
    }

    [Test]
    public void Xml_Result_HasAScoreOnlyWhereThereIsAMark()
    {
        var document = XDocument.Parse(SampleBook.Make("moodle-xml", SampleBook.Lines).Content("moodle.xml"));
        Assert.That(document.Root!.Name.LocalName, Is.EqualTo("results"));
        foreach (var result in document.Root.Elements())
        {
            var names = result.Elements().Select(element => element.Name.LocalName).ToList();
            Assert.That(names, Is.EqualTo(new[] { "assignment", "student", "score", "feedback" }).Or.EqualTo(new[] { "assignment", "student", "feedback" }));
        }

        Assert.That(Score(document, "s01"), Is.EqualTo(2.25m));
        Assert.That(new[] { "s03", "s04", "s05", "s06" }.Select(student => Score(document, student)), Has.All.Null);
    }

    private static decimal? Score(XDocument document, string student) =>
        document.Root!.Elements().Single(result => result.Element("student")!.Value == student).Element("score") is { } score
            ? decimal.Parse(score.Value, CultureInfo.InvariantCulture)
            : null;
}
