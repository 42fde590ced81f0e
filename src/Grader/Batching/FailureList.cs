using Grader.Exporting;
using Grader.Reporting;

namespace Grader.Batching;

/// <summary><c>failures.csv</c>: what was not graded, or not whole, and whose fault it is.</summary>
internal static class FailureList
{
    public const string FileName = "failures.csv";

    public static string Csv(IEnumerable<BatchRow> failures) => CsvWriting.Table(
        failures.Select(row => (IReadOnlyList<CsvCell>)[row.File, row.Student ?? string.Empty, row.Worksheet ?? string.Empty, Fault(row), Reason(row)])
            .Prepend(["file", "student", "worksheet", "fault", "reason"]));

    public static bool IsFailure(BatchRow row) => row.IsFaulty || row.Status != BatchStatus.Graded;

    private static CsvCell Fault(BatchRow row) => new CsvCell.Fixed(row.IsFaulty ? "grader" : "hand-in");

    private static string Reason(BatchRow row) => row is { IsFaulty: true, Status: BatchStatus.Graded }
        ? "At some parts, which wait for a person."
        : row.Reason ?? string.Empty;
}
