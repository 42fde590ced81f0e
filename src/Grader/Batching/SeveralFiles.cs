using Formulas.Text;
using Grader.Reporting;

namespace Grader.Batching;

/// <summary>Files in which one student answers one worksheet more than once. All are graded; a person decides which counts.</summary>
public sealed record SeveralFiles(string Student, string Worksheet, EquatableList<string> Files)
{
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
        var others = found
            .SelectMany(several => several.Files.Select(file => (File: file, Others: several.Files.Where(other => other != file))))
            .ToDictionary(entry => entry.File, entry => string.Join(", ", entry.Others));
        return rows.Select(row => others.TryGetValue(row.File, out var named)
            ? row with { Reason = $"The same student answers this worksheet in {named} too. Each file is graded by itself." }
            : row).ToEquatableList();
    }
}
