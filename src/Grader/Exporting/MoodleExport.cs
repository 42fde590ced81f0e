using System.Globalization;
using System.Text;
using System.Xml;
using Formulas.Text;
using Grader.Marking;

namespace Grader.Exporting;

/// <summary>
/// Moodle's grade imports. One unknown user, one word that is no number or one mark over the maximum aborts a whole import: with a roster
/// only its people are written, and a mark over the worksheet's maximum is left out and named.
/// </summary>
internal static class MoodleExport
{
    private const string NoGrade = "-";

    private static readonly string[] GradeHeaders = ["Grade", "Bewertung"];

    private static readonly string[] MaximumHeaders = ["Maximum Grade", "Maximum grade", "Bestwertung"];

    private static readonly string[] CommentHeaders = ["Feedback comments", "Feedback als Kommentar"];

    public static Export Csv(Gradebook book, ExportSettings settings) => book.Roster is { Kind: RosterKind.MoodleWorksheet } roster
        ? Worksheet(book, roster, settings)
        : new([new("moodle.csv", CsvWriting.Table(Table(book, settings)))], book.Problems);

    public static Export Xml(Gradebook book, ExportSettings settings)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, XmlText.Settings))
        {
            writer.WriteStartElement("results");
            foreach (var row in book.Rows)
            {
                foreach (var mark in row.Marks.OfType<StudentMark>()) Result(writer, row, mark, settings);
            }

            writer.WriteEndElement();
        }

        return new([new("moodle.xml", XmlText.Declaration + text + "\n")], book.Problems);
    }

    private static void Result(XmlWriter writer, GradebookRow row, StudentMark mark, ExportSettings settings)
    {
        writer.WriteStartElement("result");
        writer.WriteElementString("assignment", XmlText.Safe(settings.Column(mark.Worksheet)));
        writer.WriteElementString("student", XmlText.Safe(row.Student));
        if (settings.Points(mark) is { } points) writer.WriteElementString("score", Scoring.Written(points));
        writer.WriteElementString("feedback", XmlText.Safe(mark.Remark));
        writer.WriteEndElement();
    }

    private static IEnumerable<IReadOnlyList<CsvCell>> Table(Gradebook book, ExportSettings settings)
    {
        yield return
        [
            "ID number", "Full name", "Email address",
            .. book.Worksheets.SelectMany(sheet => new CsvCell[] { settings.Column(sheet.Worksheet), $"{settings.Column(sheet.Worksheet)} (feedback)" }),
        ];
        foreach (var row in book.Rows)
        {
            yield return
            [
                row.Student,
                row.Person?.Name ?? string.Empty,
                row.Person?.Email ?? string.Empty,
                .. row.Marks.SelectMany(mark => new[] { Grade(settings.Points(mark)), new CsvCell.Text(mark?.Remark ?? string.Empty) }),
            ];
        }
    }

    private static CsvCell Grade(decimal? points) => points is null ? new CsvCell.Fixed(NoGrade) : new CsvCell.Points(points);

    /// <summary>The teacher's grading worksheet with grade and comment filled in; all else as it was.</summary>
    private static Export Worksheet(Gradebook book, Roster roster, ExportSettings settings)
    {
        if (book.Worksheets is not [var sheet])
        {
            throw new ExportException("Moodle's grading worksheet is of one assignment, and the results are of several worksheets. Use Moodle's gradebook export as the roster.");
        }

        var header = roster.Header;
        var grade = settings.Columns.TryGetValue(sheet.Worksheet, out var named) ? Columns.Find(header, named) : Columns.Find(header, GradeHeaders);
        if (grade < 0) throw new ExportException($"The grading worksheet has no column \"{named ?? GradeHeaders[0]}\". Name it with --column \"{sheet.Worksheet}=HEADER\".");
        var maximum = Columns.Find(header, MaximumHeaders);
        var comment = Columns.Find(header, CommentHeaders);
        var problems = new List<string>(book.Problems);
        var rows = new List<IReadOnlyList<CsvCell>> { Copy(header, header.Cells.Count) };
        foreach (var row in book.Rows)
        {
            var cells = Copy(row.Person!.Row, header.Cells.Count);
            var mark = row.Marks[0];
            if (settings.Points(mark) is { } points && Allowed(row, points, maximum, problems)) cells[grade] = new CsvCell.Points(points);
            if (mark is not null && comment >= 0) cells[comment] = mark.Remark;
            rows.Add(cells);
        }

        return new([new("moodle.csv", CsvWriting.Table(rows))], problems.ToEquatableList());
    }

    private static CsvCell[] Copy(CsvRow row, int width) => [.. Enumerable.Range(0, width).Select(at => new CsvCell.Text(row[at]))];

    private static bool Allowed(GradebookRow row, decimal points, int maximum, List<string> problems)
    {
        var written = row.Person!.Row[maximum].Trim().Replace(',', '.');
        if (!decimal.TryParse(written, CultureInfo.InvariantCulture, out var most) || points <= most) return true;
        problems.Add(
            $"\"{row.Student}\": {Scoring.Written(points)} points are over the maximum of {Scoring.Written(most)} in Moodle, which would abort the import. Left empty: change the maximum in Moodle.");
        return false;
    }
}
