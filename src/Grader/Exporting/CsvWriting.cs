using System.Globalization;
using CsvHelper;
using Grader.Marking;

namespace Grader.Exporting;

/// <summary>A cell of a table to be exported.</summary>
public abstract record CsvCell
{
    private CsvCell()
    {
    }

    /// <summary>What people or files gave: neutralised.</summary>
    public sealed record Text(string Content) : CsvCell;

    /// <summary>Points, or a blank where there are none.</summary>
    public sealed record Points(decimal? Value) : CsvCell;

    /// <summary>A word the receiving system knows, such as <c>-</c> for no mark: written as it is.</summary>
    public sealed record Fixed(string Word) : CsvCell;

    public static implicit operator CsvCell(string text) => new Text(text);

    public static CsvCell FromString(string text) => new Text(text);

    public string Written => this switch
    {
        Text text => SpreadsheetText.Safe(text.Content),
        Points points => points.Value is { } value ? Scoring.Written(value) : string.Empty,
        Fixed word => word.Word,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Writes tables as RFC 4180 says: commas, CRLF, quotes where they are needed.</summary>
public static class CsvWriting
{
    private static readonly CsvWriterOptions Rfc4180 = new() { NewLine = "\r\n", Quoting = CsvQuoting.WhenNeededOrWhitespace };

    public static string Table(IEnumerable<IReadOnlyList<CsvCell>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = CsvWriter.Create(text, Rfc4180, leaveOpen: true))
        {
            foreach (var row in rows) writer.WriteRecord([.. row.Select(cell => cell.Written)]);
        }

        return text.ToString();
    }
}
