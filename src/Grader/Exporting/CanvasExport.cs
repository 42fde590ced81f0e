using System.Text.RegularExpressions;
using Formulas.Text;
using Grader.Marking;

namespace Grader.Exporting;

/// <summary>
/// Canvas's gradebook CSV. With Canvas's own export as roster, its student columns are kept letter by letter and only the columns of graded
/// worksheets follow: other assignments, which may have changed since, stay out of the import.
/// </summary>
internal static partial class CanvasExport
{
    private const string PointsPossible = "    Points Possible";

    public static Export Make(Gradebook book, ExportSettings settings)
    {
        var columns = book.Worksheets.Select(sheet => AssignmentOf(book, sheet, settings)).ToList();
        var rows = book.Roster is { Kind: RosterKind.Canvas } roster ? Filled(book, roster, columns, settings) : Fresh(book, columns, settings);
        return new([new("canvas.csv", CsvWriting.Table(rows))], book.Problems.Concat(PointProblems(book, columns)).ToEquatableList());
    }

    private static IEnumerable<IReadOnlyList<CsvCell>> Filled(Gradebook book, Roster roster, List<Assignment> columns, ExportSettings settings)
    {
        var width = StudentColumns(roster);
        yield return [.. Cells(roster.Header, width), .. columns.Select(column => new CsvCell.Text(column.Header))];
        yield return [new CsvCell.Fixed(PointsPossible), .. Blanks(width - 1), .. columns.Select(column => new CsvCell.Points(column.Points))];
        foreach (var row in book.Rows) yield return [.. Cells(row.Person!.Row, width), .. Scores(row, settings)];
    }

    private static IEnumerable<IReadOnlyList<CsvCell>> Fresh(Gradebook book, List<Assignment> columns, ExportSettings settings)
    {
        yield return ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", .. columns.Select(column => new CsvCell.Text(column.Header))];
        yield return [new CsvCell.Fixed(PointsPossible), .. Blanks(4), .. columns.Select(column => new CsvCell.Points(column.Points))];
        foreach (var row in book.Rows)
        {
            var name = row.Person is { Name.Length: > 0 } person ? person.Name : row.Student;
            yield return [name, string.Empty, row.Student, string.Empty, string.Empty, .. Scores(row, settings)];
        }
    }

    private static IEnumerable<CsvCell> Scores(GradebookRow row, ExportSettings settings) =>
        row.Marks.Select(mark => new CsvCell.Points(settings.Points(mark)));

    // The importer takes the columns up to "Section" for the student's.
    private static int StudentColumns(Roster roster) => roster.Column("Section") is var section and >= 0
        ? section + 1
        : throw new ExportException("The roster has no column \"Section\", which Canvas's import looks for. Export the gradebook from Canvas again.");

    private static IEnumerable<CsvCell> Cells(CsvRow row, int width) => Enumerable.Range(0, width).Select(at => new CsvCell.Text(row[at]));

    private static IEnumerable<CsvCell> Blanks(int count) => Enumerable.Repeat<CsvCell>(string.Empty, count);

    private static Assignment AssignmentOf(Gradebook book, WorksheetColumn sheet, ExportSettings settings)
    {
        var wanted = settings.Column(sheet.Worksheet);
        if (book.Roster is not { Kind: RosterKind.Canvas } roster) return new(wanted, sheet.MaxScore);
        var assignments = Enumerable.Range(StudentColumns(roster), Math.Max(0, roster.Header.Cells.Count - StudentColumns(roster))).ToList();
        var fitting = assignments.Where(at => Fits(roster.Header[at], wanted)).ToList();
        if (fitting is not [var column])
        {
            throw new ExportException(
                (fitting.Count == 0 ? $"Canvas's gradebook has no assignment \"{wanted}\"" : $"Canvas's gradebook has {fitting.Count} assignments \"{wanted}\"")
                + $", and would make a new one. Name it with --column \"{sheet.Worksheet}=TITLE (ID)\". It has: {string.Join(", ", assignments.Select(at => roster.Header[at]))}.");
        }

        var points = roster.PointsPossible?[column].Trim() ?? string.Empty;
        return new(roster.Header[column], decimal.TryParse(points, System.Globalization.CultureInfo.InvariantCulture, out var possible) ? possible : sheet.MaxScore);
    }

    private static bool Fits(string header, string wanted) =>
        string.Equals(header.Trim(), wanted, StringComparison.OrdinalIgnoreCase)
        || (TitleWithId().Match(header.Trim()) is { Success: true } match && string.Equals(match.Groups[1].Value, wanted, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> PointProblems(Gradebook book, List<Assignment> columns) =>
        from pair in book.Worksheets.Zip(columns)
        where pair.First.MaxScore != pair.Second.Points
        select $"\"{pair.Second.Header}\" is worth {Scoring.Written(pair.Second.Points)} points in Canvas, and {pair.First.Worksheet} "
            + $"{Scoring.Written(pair.First.MaxScore)} here. The marks are on the grader's scale: change the points in Canvas.";

    [GeneratedRegex(@"\A(.*)\s\((\d+)\)\z", RegexOptions.Singleline)]
    private static partial Regex TitleWithId();

    private sealed record Assignment(string Header, decimal Points);
}
