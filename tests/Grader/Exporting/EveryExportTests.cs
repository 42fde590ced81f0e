using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Grader.Batching;
using Grader.Exporting;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Exporting;

/// <summary>Laws that hold for every export, whatever people are called.</summary>
public sealed class EveryExportTests
{
    private static readonly string[] Pieces =
    [
        "=cmd()", "+1", "-1", "@A1", "\t", "\r\n", "\n", "\"", ",", ";", "'", " ", "0012", "Ann", "Ø", "\u202Eevil", "😀", "\uFEFF", "\u0000", "</student>", "\uD800", "{{x}}", "\\",
    ];

    [Test]
    public void Totals_OfOneStudent_AreTheSameEverywhere()
    {
        var lines = new[] { SampleBook.Graded("s01", score: 1.005m), SampleBook.Graded("s02", "b.json", 2.3m) };
        string Cell(string export, string file, int column) => PlainCsv.Read(SampleBook.Make(export, lines).Content(file)).Single(row => row.Contains("s01"))[column];
        var junit = XDocument.Parse(SampleBook.Make("junit", lines).Content("junit.xml")).Descendants("property");
        string[] totals =
        [
            Cell("csv", "marks.csv", 3),
            Cell("canvas", "canvas.csv", 5),
            Cell("moodle", "moodle.csv", 3),
            XDocument.Parse(SampleBook.Make("moodle-xml", lines).Content("moodle.xml")).Descendants("score").First().Value,
            junit.First(property => property.Attribute("name")!.Value == "score").Attribute("value")!.Value,
            Written(JObject.Parse(SampleBook.Make("jsonl", lines).Content("marks.jsonl").Split('\n')[0])["score"]!),
            Written(JObject.Parse(SampleBook.Make("gradescope", lines).Files.First().Content)["score"]!),
        ];
        Assert.That(totals, Has.All.EqualTo("1.005"));
    }

    [Test]
    public void Export_HostileNames_StaysWellFormedAndRunsNowhere()
    {
        var names = Gen.Elements(Pieces).NonEmptyListOf().Select(string.Concat);
        Prop.ForAll(names.NonEmptyListOf().ToArbitrary(), given => Holds([.. given])).QuickCheckThrowOnFailure();
    }

    private static bool Holds(string[] students)
    {
        var lines = students.Select((student, at) => SampleBook.Graded(student, $"{at}-{student}.json", waits: at % 2 == 0)).ToList();
        var people = students.Select(student => student.ToUpperInvariant()).Distinct().Count();
        foreach (var (export, file, heading) in new[] { ("csv", "marks.csv", 1), ("canvas", "canvas.csv", 2), ("moodle", "moodle.csv", 1), ("csv", "parts.csv", 1) })
        {
            var rows = PlainCsv.Read(SampleBook.Make(export, lines).Content(file));
            Assert.That(rows.Select(row => row.Length).Distinct().Count(), Is.EqualTo(1));
            if (file != "parts.csv") Assert.That(rows, Has.Count.EqualTo(people + heading), "Nobody's row is lost or doubled.");
            Assert.That(rows.SelectMany(row => row).Where(cell => cell is not "-" && Runs(cell)), Is.Empty);
        }

        JUnitExportTests.Valid(SampleBook.Make("junit", lines).Content("junit.xml"));
        Assert.That(XDocument.Parse(SampleBook.Make("moodle-xml", lines).Content("moodle.xml")).Root!.Elements().Count(), Is.EqualTo(people));
        foreach (var file in SampleBook.Make("gradescope", lines).Files) GradescopeExportTests.Valid(file.Content);
        Assert.That(SampleBook.Make("jsonl", lines).Content("marks.jsonl").TrimEnd('\n').Split('\n').Select(JObject.Parse).Count(), Is.EqualTo(people));
        return true;
    }

    // A spreadsheet looks past blanks, and takes a cell that starts with a tab or a carriage return apart.
    private static bool Runs(string cell) =>
        cell is ['\t' or '\r', ..] || cell.TrimStart(' ', '\uFEFF', '\t', '\r', '\n') is ['=' or '+' or '-' or '@', ..];

    private static string Written(JToken number) => ((decimal)number).ToString(CultureInfo.InvariantCulture);
}
