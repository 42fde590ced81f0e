using Formulas.Text;
using Grader.Batching;
using Grader.Reporting;

namespace Grader.Exporting;

/// <summary>A class's marks by student and worksheet: what every gradebook export is made from.</summary>
/// <param name="Rows">The roster's people in its order; without a roster, all who handed in.</param>
/// <param name="Strangers">Who handed in and is not in the roster; empty without one.</param>
/// <param name="Problems">What a person should know before the marks are uploaded, as sentences.</param>
public sealed record Gradebook(
    EquatableList<WorksheetColumn> Worksheets,
    EquatableList<GradebookRow> Rows,
    EquatableList<GradebookRow> Strangers,
    EquatableList<ResultLine> Lines,
    Roster? Roster,
    EquatableList<string> Problems)
{
    public static Gradebook Of(IEnumerable<ResultLine> results, Roster? roster)
    {
        var lines = results.ToEquatableList();
        var worksheets = lines.Where(line => line is { Status: BatchStatus.Graded, Worksheet: not null })
            .GroupBy(line => line.Worksheet!)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new WorksheetColumn(same.Key, same.Max(line => line.MaxScore)))
            .ToEquatableList();
        var placed = lines.Where(line => line is { Student: not null, Worksheet: not null })
            .Where(line => worksheets.Any(sheet => sheet.Worksheet == line.Worksheet));
        var owners = placed.GroupBy(line => (object?)roster?.Find(line.Student!) ?? line.Student!.ToUpperInvariant())
            .ToDictionary(same => same.Key, same => same.ToList());
        var strangers = owners.Where(owner => owner.Key is string).Select(owner => Row(null, owner.Value, worksheets)).ToEquatableList();
        var rows = roster is null
            ? strangers
            : roster.People.Select(person => Row(person, owners.GetValueOrDefault(person, []), worksheets)).ToEquatableList();
        var problems = GradebookProblems.Of(lines, rows, roster is null ? [] : strangers, roster);
        return new(worksheets, rows, roster is null ? [] : strangers, lines, roster, problems.ToEquatableList());
    }

    private static GradebookRow Row(RosterPerson? person, List<ResultLine> lines, EquatableList<WorksheetColumn> worksheets) => new(
        person?.Id ?? lines[0].Student ?? string.Empty,
        person,
        worksheets.Select(sheet => lines.Where(line => line.Worksheet == sheet.Worksheet).ToList() is { Count: > 0 } own
            ? StudentMark.Of(sheet.Worksheet, own)
            : null).ToEquatableList());
}

public sealed record WorksheetColumn(string Worksheet, decimal MaxScore);

/// <summary>One student.</summary>
/// <param name="Person">Null without a roster, and for those it lacks.</param>
/// <param name="Marks">One for each worksheet; null for those the student did not hand in.</param>
public sealed record GradebookRow(string Student, RosterPerson? Person, EquatableList<StudentMark?> Marks);
