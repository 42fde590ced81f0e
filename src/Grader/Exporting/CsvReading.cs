using CsvHelper;
using Formulas.Text;

namespace Grader.Exporting;

/// <summary>A row of a file that people edited.</summary>
/// <param name="Line">Where it starts in the file, from 1: quoted cells may hold several lines.</param>
public sealed record CsvRow(int Line, EquatableList<string> Cells)
{
    /// <summary>The cell of a column from 0; blank where the row is shorter.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : string.Empty;

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// Reads tables as spreadsheets save them: with or without a byte order mark; commas, semicolons or tabs; quoted cells.
/// Rows without content are passed over.
/// </summary>
public static class CsvReading
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <exception cref="FormatException">Quotes are not as RFC 4180 has them; the message says in which line.</exception>
    public static EquatableList<CsvRow> Rows(string text)
    {
        var plain = text.TrimStart('\uFEFF');
        var options = new CsvReaderOptions
        {
            Separator = Separator(plain),
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        try
        {
            using var reader = CsvReader.FromText(plain, options);
            var rows = new List<CsvRow>();
            while (reader.Read())
            {
                var row = new CsvRow((int)reader.LineNumber, Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToEquatableList());
                if (!row.IsBlank) rows.Add(row);
            }

            return rows.ToEquatableList();
        }
        catch (CsvFormatException problem)
        {
            throw new FormatException($"Line {problem.LineNumber}: the quotes of a cell are not closed, or something follows them.", problem);
        }
    }

    // The one that the header has most of: a long answer further down may hold more of another.
    private static char Separator(string text)
    {
        var header = FirstLine(text);
        return Separators.MaxBy(separator => header.Count(character => character == separator));
    }

    // Separators inside quotes separate nothing.
    private static string FirstLine(string text)
    {
        var quoted = false;
        var kept = new System.Text.StringBuilder();
        foreach (var character in text)
        {
            if (character == '"') quoted = !quoted;
            else if (!quoted && character is '\n' or '\r' && kept.Length > 0) break;
            else if (!quoted) kept.Append(character);
        }

        return kept.ToString();
    }
}
