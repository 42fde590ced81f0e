using Formulas.Text;
using Grader.Checking;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Exporting;

/// <summary>Marks as plain tables and lines: everybody and everything, whatever its standing.</summary>
internal static class PlainExport
{
    public static Export Csv(Gradebook book, ExportSettings settings) =>
        new([new("marks.csv", CsvWriting.Table(Marks(book, settings))), new("parts.csv", CsvWriting.Table(Parts(book)))], book.Problems);

    public static Export JsonLines(Gradebook book, ExportSettings settings)
    {
        var lines = Entries(book).Select(entry => Line(entry, settings).ToString(Formatting.None) + "\n");
        return new([new("marks.jsonl", string.Concat(lines))], book.Problems);
    }

    private static IEnumerable<IReadOnlyList<CsvCell>> Marks(Gradebook book, ExportSettings settings)
    {
        yield return ["student", "name", "worksheet", "score", "max", "waiting", "standing", "remark", "file"];
        foreach (var (row, worksheet, mark, isStranger) in Entries(book))
        {
            yield return
            [
                row.Student,
                row.Person?.Name ?? string.Empty,
                worksheet.Worksheet,
                new CsvCell.Points(settings.Points(mark)),
                new CsvCell.Points(worksheet.MaxScore),
                new CsvCell.Points(mark?.Waiting),
                Standing(mark),
                Remark(mark, isStranger),
                Files(mark),
            ];
        }
    }

    private static IEnumerable<IReadOnlyList<CsvCell>> Parts(Gradebook book)
    {
        yield return ["student", "worksheet", "file", "part", "verdict", "score", "max", "codes"];
        foreach (var (row, worksheet, mark, _) in Entries(book))
        {
            foreach (var line in mark?.Lines ?? [])
            {
                foreach (var part in line.Parts)
                {
                    yield return
                    [
                        row.Student,
                        worksheet.Worksheet,
                        line.File,
                        part.Part,
                        part.IsFaulty && part.Verdict == Verdict.Pending ? "fault" : Name(part.Verdict),
                        new CsvCell.Points(Points(part)),
                        new CsvCell.Points(part.MaxScore),
                        string.Join(' ', part.Feedback.Select(feedback => feedback.Code).Distinct()),
                    ];
                }
            }
        }
    }

    private static JObject Line(Entry entry, ExportSettings settings) => new()
    {
        ["student"] = entry.Row.Student,
        ["name"] = entry.Row.Person?.Name,
        ["worksheet"] = entry.Worksheet.Worksheet,
        ["score"] = settings.Points(entry.Mark),
        ["maxScore"] = entry.Worksheet.MaxScore,
        ["waiting"] = entry.Mark?.Waiting,
        ["standing"] = Standing(entry.Mark),
        ["remark"] = Remark(entry.Mark, entry.IsStranger),
        ["files"] = new JArray(entry.Mark?.Lines.Select(line => line.File) ?? []),
        ["parts"] = new JObject(entry.Mark is { Lines: [var only] } ? only.Parts.Select(part => new JProperty(part.Part, Points(part))) : []),
    };

    // A part that waits has no points yet, which is not the same as none.
    private static decimal? Points(Batching.ResultPart part) => part.Verdict == Verdict.Pending ? null : part.Score;

    private static IEnumerable<Entry> Entries(Gradebook book)
    {
        var rows = book.Rows.Select(row => (Row: row, IsStranger: false)).Concat(book.Strangers.Select(row => (Row: row, IsStranger: true)));
        foreach (var (row, isStranger) in rows)
        {
            for (var at = 0; at < book.Worksheets.Count; at++)
            {
                // Without a roster nobody knows who should have handed in what; with one, its people are all shown.
                if (row.Marks[at] is not null || row.Person is not null) yield return new(row, book.Worksheets[at], row.Marks[at], isStranger);
            }
        }
    }

    private static string Standing(StudentMark? mark) => mark is null ? "not-submitted" : Name(mark.Standing);

    private static string Remark(StudentMark? mark, bool isStranger) =>
        (mark?.Remark ?? "Nothing was handed in.") + (isStranger ? " Not in the roster." : "");

    private static string Files(StudentMark? mark) => string.Join(", ", mark?.Lines.Select(line => line.File) ?? []);

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private sealed record Entry(GradebookRow Row, WorksheetColumn Worksheet, StudentMark? Mark, bool IsStranger);
}
