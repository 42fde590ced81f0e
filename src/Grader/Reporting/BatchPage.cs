namespace Grader.Reporting;

/// <summary>The index page of a batch: one row for each file.</summary>
public static class BatchPage
{
    public static string Render(BatchSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return ReportTemplates.Built.Render("batch", View(summary));
    }

    private static BatchView View(BatchSummary summary)
    {
        var graded = summary.Rows.Where(row => row.Status == BatchStatus.Graded).ToList();
        return new BatchView(
            summary.Title,
            summary.Rows.Count,
            graded.Count,
            summary.Rows.Count(row => row.Status == BatchStatus.Unreadable),
            summary.Rows.Count(row => row.Status == BatchStatus.Fault),
            [
                .. graded.GroupBy(row => row.Worksheet ?? "").OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new WorksheetView(group.Key, group.Count(), Share(group.Sum(row => row.Score ?? 0), group.Sum(row => row.MaxScore ?? 0)))),
            ],
            summary.ToMark is { } toMark ? new(ToMarkInWords(toMark), toMark.List) : null,
            [.. summary.Rows.Select(Row)]);
    }

    private static string ToMarkInWords(ToMark toMark) => toMark.Waiting == 0
        ? $"All {toMark.Answers} different answers that wait for a person have been marked. The list:"
        : $"{toMark.Waiting} of {toMark.Answers} different answers wait for a person to mark them. The list to fill in:";

    private static BatchRowView Row(BatchRow row)
    {
        var (kind, words, mark) = row.Status switch
        {
            BatchStatus.Graded => ("correct", "Graded", "✓"),
            BatchStatus.Unreadable => ("unreadable", "Unreadable", "?"),
            BatchStatus.Fault => ("incorrect", "Fault of the grader", "!"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new BatchRowView(
            row.Link,
            row.File,
            row.Student,
            row.Worksheet,
            new VerdictWords(kind, words, mark),
            row.Score is { } score && row.MaxScore is { } maxScore
                ? $"{SubmissionPage.Points(score)} of {SubmissionPage.Points(maxScore)}"
                : null,
            PartsInWords(row.Counts),
            row.Reason);
    }

    private static string PartsInWords(VerdictCounts counts)
    {
        (int Count, string Words)[] all =
        [
            (counts.Correct, "correct"), (counts.Partial, "partly correct"), (counts.Incorrect, "incorrect"),
            (counts.Unreadable, "could not be read"), (counts.Missing, "not answered"), (counts.Pending, "waiting for a person"),
        ];
        return string.Join(", ", all.Where(verdict => verdict.Count > 0).Select(verdict => $"{verdict.Count} {verdict.Words}"));
    }

    private static int Share(decimal score, decimal maxScore) => maxScore <= 0 ? 0 : (int)Math.Round(100 * score / maxScore);
}
