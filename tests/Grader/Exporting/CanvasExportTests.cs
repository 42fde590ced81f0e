using System.Globalization;
using System.Text.RegularExpressions;
using Grader.Exporting;

namespace Grader.Tests.Exporting;

public sealed partial class CanvasExportTests
{
    private const string Gradebook =
        "Student,ID,SIS User ID,SIS Login ID,Section,Homework 3 (12345),Other (6)\n,,,,,Manual Posting,\n    Points Possible,,,,,6,10\n"
        + "\"Zhang, Ø\",77,s01,zo,A,,9\nBen,78,s02,be,A,1,8\nCem,79,s03,ce,A,,\nDora,80,s07,do,A,,\n";

    [Test]
    public void Export_CanvasOwnFile_FillsTheAssignmentAndLeavesOthersOut()
    {
        var export = SampleBook.Make("canvas", SampleBook.Lines, Gradebook, Named("Homework 3 (12345)"));
        var imported = Import(export.Content("canvas.csv"));
        Assert.That(imported.Assignments, Is.EqualTo(new[] { ("Homework 3", (int?)12345) }));
        Assert.That(imported.PointsPossible, Is.EqualTo(new[] { 6m }));
        Assert.That(imported.Scores["77"], Is.EqualTo(new decimal?[] { 2.25m }));
        Assert.That(imported.Scores["78"], Is.EqualTo(new decimal?[] { 1.5m }));
        Assert.That(imported.Scores["79"], Is.EqualTo(new decimal?[] { null }), "A fault of the grader is no score, not zero.");
        Assert.That(imported.Scores["80"], Is.EqualTo(new decimal?[] { null }), "Nothing handed in.");
    }

    [Test]
    public void Export_FinalOnly_LeavesWhatWaitsEmpty()
    {
        var export = SampleBook.Make("canvas", SampleBook.Lines, Gradebook, Named("Homework 3") with { FinalOnly = true });
        Assert.That(Import(export.Content("canvas.csv")).Scores["78"], Is.EqualTo(new decimal?[] { null }));
    }

    [Test]
    public void Export_AssignmentThatCanvasLacks_IsRefusedSinceANewOneWouldBeMade() => Assert.That(
        () => SampleBook.Make("canvas", SampleBook.Lines, Gradebook),
        Throws.InstanceOf<ExportException>().With.Message.Contains("sheet-one").And.Message.Contains("Homework 3 (12345), Other (6)"));

    [Test]
    public void Export_OtherPointsInCanvas_IsSaidAndCanvasKeepsItsOwn()
    {
        var export = SampleBook.Make("canvas", SampleBook.Lines, Gradebook, Named("Other"));
        Assert.That(Import(export.Content("canvas.csv")).PointsPossible, Is.EqualTo(new[] { 10m }));
        Assert.That(export.Problems, Has.Some.Contains("worth 10 points in Canvas"));
    }

    [Test]
    public void Export_WithoutRoster_CanBeImportedBySisId()
    {
        var imported = Import(SampleBook.Make("canvas", SampleBook.Lines).Content("canvas.csv"));
        Assert.That(imported.Assignments, Is.EqualTo(new[] { ("sheet-one", (int?)null) }));
        Assert.That(imported.Scores["s01"], Is.EqualTo(new decimal?[] { 2.25m }));
    }

    private static ExportSettings Named(string name) => SampleBook.Settings with { Columns = new Dictionary<string, string> { [SampleBook.Sheet] = name } };

    /// <summary>Canvas's importer, as its documentation has it.</summary>
    private static Imported Import(string text)
    {
        var rows = PlainCsv.Read(text);
        var header = rows[0];
        Assert.That(header[0], Does.Contain("Student"));
        Assert.That(header[1], Does.Contain("ID"));
        var last = Array.FindIndex(header, cell => cell.Contains("Section", StringComparison.Ordinal));
        Assert.That(last, Is.GreaterThan(1));
        Assert.That(Array.IndexOf(header, "SIS Login ID"), Is.EqualTo(Array.IndexOf(header, "SIS User ID") + 1), "SIS User ID counts only when SIS Login ID follows.");
        var points = rows.Single(row => row[0].TrimStart().StartsWith("Points Possible", StringComparison.Ordinal));
        Assert.That(rows.Select(row => row.Length), Has.All.EqualTo(header.Length));
        return new(
            [.. header.Skip(last + 1).Select(Assignment)],
            [.. points.Skip(last + 1).Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture))],
            rows.Skip(1).Where(row => row != points).ToDictionary(
                row => row[1].Length > 0 ? row[1] : row[2],
                row => row.Skip(last + 1).Select(cell => cell is "" or "-" ? (decimal?)null : decimal.Parse(cell, CultureInfo.InvariantCulture)).ToArray()));
    }

    private static (string Title, int? Id) Assignment(string header) =>
        Header().Match(header) is { Success: true } match ? (match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)) : (header, null);

    [GeneratedRegex(@"\A(.*)\s\((\d+)\)\z")]
    private static partial Regex Header();

    private sealed record Imported((string Title, int? Id)[] Assignments, decimal[] PointsPossible, Dictionary<string, decimal?[]> Scores);
}
