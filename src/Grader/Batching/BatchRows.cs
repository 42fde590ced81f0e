using Grader.Reporting;

namespace Grader.Batching;

/// <summary>The rows of the summary, made from lines of results: the same for a line just graded and one of an earlier run.</summary>
internal static class BatchRows
{
    /// <param name="page">Relative to the output folder; null where there is none.</param>
    public static BatchRow Of(ResultLine line, string? page) => line.Status switch
    {
        BatchStatus.Graded => new(
            line.File, page, line.Worksheet, line.Student, BatchStatus.Graded, line.Score, line.MaxScore,
            VerdictCounts.Of(line.Parts.Select(part => part.Verdict)), Remark(line))
        {
            IsFaulty = line.IsFaulty,
            Name = line.Name,
        },
        BatchStatus.Unreadable => Ungraded(line, line.Reason),
        BatchStatus.Fault => Ungraded(line, "Not marked: a fault of the grader.") with { IsFaulty = true },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? Remark(ResultLine line) => (line.IsLate, line.Attempt) switch
    {
        (true, { } attempt) => $"Handed in late; attempt {attempt}.",
        (true, null) => "Handed in late.",
        (false, { } attempt) => $"Attempt {attempt}.",
        (false, null) => null,
    };

    private static BatchRow Ungraded(ResultLine line, string reason) =>
        new(line.File, null, line.Worksheet ?? string.Empty, line.Student ?? string.Empty, line.Status, null, null, VerdictCounts.None, reason) { Name = line.Name };
}
