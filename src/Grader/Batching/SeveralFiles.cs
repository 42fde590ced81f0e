using Formulas.Text;
using Grader.Reporting;

namespace Grader.Batching;

/// <summary>Files in which one student answers one worksheet more than once. All are graded; a person decides which counts.</summary>
public sealed record SeveralFiles(string Student, string Worksheet, EquatableList<string> Files)
{
    // Thousands of files without a name of their own must not each list all the others.
    private const int MostNamed = 5;

    public static IReadOnlyList<SeveralFiles> Among(IEnumerable<BatchRow> rows) =>
    [
        .. rows.Where(row => row.Status == BatchStatus.Graded)
            .GroupBy(row => (Student: row.Student!.ToUpperInvariant(), Worksheet: row.Worksheet!))
            .Where(same => same.Skip(1).Any())
            .Select(same => new SeveralFiles(same.First().Student!, same.Key.Worksheet, same.Select(row => row.File).ToEquatableList())),
    ];

    /// <summary>The rows, with a word on each of these files that there are others.</summary>
    public static EquatableList<BatchRow> PointOut(IReadOnlyList<BatchRow> rows, IReadOnlyList<SeveralFiles> found)
    {
        var several = found.SelectMany(same => same.Files.Select(file => (File: file, Same: same))).ToDictionary(entry => entry.File, entry => entry.Same);
        return rows.Select(row => several.TryGetValue(row.File, out var same)
            ? row with { Reason = $"{(row.Reason is null ? "" : row.Reason + " ")}The same student answers this worksheet in {same.Named(except: row.File)} too. Each file is graded by itself." }
            : row).ToEquatableList();
    }

    /// <summary>The files by name: a few of them, and how many more there are.</summary>
    public string Named(string? except = null)
    {
        var shown = Files.Where(file => file != except).Take(MostNamed);
        var more = Files.Count - (except is null ? 0 : 1) - MostNamed;
        return string.Join(", ", shown) + (more > 0 ? $" and {more} more" : "");
    }
}
