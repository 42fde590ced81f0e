using Formulas.Text;

namespace Grader.Batching;

/// <summary>Files in which one student answers one worksheet more than once. All are graded; a person decides which counts.</summary>
public sealed record SeveralFiles(string Student, string Worksheet, EquatableList<string> Files)
{
    public static IReadOnlyList<SeveralFiles> Among(IEnumerable<BatchRow> rows) =>
    [
        .. rows.Where(row => row.Status == "graded")
            .GroupBy(row => (Student: row.Student.ToUpperInvariant(), row.Worksheet))
            .Where(same => same.Skip(1).Any())
            .Select(same => new SeveralFiles(same.First().Student, same.Key.Worksheet, same.Select(row => row.File).ToEquatableList())),
    ];
}
