using Formulas.Text;
using Grader.Exporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Marking;

/// <summary>A row of a marking list as it came back. Its cells are as written.</summary>
/// <param name="Points">Blank where nothing was given.</param>
public sealed record FilledRow(int Line, string Worksheet, string Part, string Answer, string Item, string Points, string Comment)
{
    public (string Worksheet, string Part, string Answer) Key => (Worksheet, Part, Answer);
}

/// <summary>Something in a filled list that cannot be taken in.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">The column's header, or the key in JSON; null where it is about the row.</param>
public sealed record MarkingProblem(int Line, string? Column, string Message)
{
    public override string ToString() => Column is null ? $"line {Line}: {Message}" : $"line {Line}, column {Column}: {Message}";
}

/// <summary>Reads a filled list. Columns may stand in any order, and others may have been added.</summary>
public static class FilledList
{
    private static readonly string[] Needed = ["worksheet", "part", "answer", "item", "points"];

    /// <exception cref="FormatException">It is no such list; the message is a sentence with the place.</exception>
    public static EquatableList<FilledRow> Csv(string text)
    {
        var rows = CsvReading.Rows(text);
        if (rows.Count == 0) throw new FormatException("The list is empty.");
        var header = rows[0];
        var missing = Needed.Where(name => Columns.Find(header, name) < 0).ToList();
        if (missing.Count > 0) throw new FormatException($"Line {header.Line}: there is no column {string.Join(", ", missing)}. Its headers are: {string.Join(", ", header.Cells)}.");
        return rows.Skip(1).Select(row => new FilledRow(
            row.Line, Cell(row, "worksheet"), Cell(row, "part"), Cell(row, "answer"), Cell(row, "item"), Cell(row, "points"), Cell(row, "comment"))).ToEquatableList();

        string Cell(CsvRow row, string name) => SpreadsheetText.Written(row[Columns.Find(header, name)].Trim());
    }

    /// <inheritdoc cref="Csv"/>
    public static EquatableList<FilledRow> Json(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = 16 };
            var entries = JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error }) as JArray
                ?? throw new FormatException("The list must be an array of answers, as 'grader mark OUT --list FILE.json' writes it.");
            return entries.SelectMany(Rows).ToEquatableList();
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The list cannot be read as JSON: {problem.Message}", problem);
        }
    }

    private static IEnumerable<FilledRow> Rows(JToken entry)
    {
        if (entry is not JObject answer || answer["items"] is not JArray items) throw new FormatException($"Line {Line(entry)}: an answer must be an object with \"items\".");
        return items.Select(item => item is JObject
            ? new FilledRow(
                Line(item["points"] ?? item), Text(answer["worksheet"]), Text(answer["part"]), Text(answer["answer"]), Text(item["item"]), Text(item["points"]), Text(answer["comment"]))
            : throw new FormatException($"Line {Line(item)}: an item must be an object with \"item\" and \"points\"."));
    }

    private static int Line(JToken token) => ((IJsonLineInfo)token).LineNumber;

    private static string Text(JToken? token) => token switch
    {
        null or { Type: JTokenType.Null } => string.Empty,
        JValue { Value: decimal number } => Scoring.Written(number),
        JValue value => Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty,
        _ => token.ToString(Formatting.None),
    };
}
