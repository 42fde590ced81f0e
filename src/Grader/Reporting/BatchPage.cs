using System.Security.Cryptography;
using System.Text;
using Grader.Statistics;

namespace Grader.Reporting;

/// <summary>The class page of a batch: what the class did as a whole, and a row for each file.</summary>
public static class BatchPage
{
    private const int MostFailures = 200;

    /// <summary>Writes it piece by piece: the page of a large class is never in memory as a whole.</summary>
    public static void Write(BatchSummary summary, TextWriter target)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ReportTemplates.Built.Render("batch", View(summary), target);
    }

    public static string Render(BatchSummary summary)
    {
        using var page = new StringWriter();
        Write(summary, page);
        return page.ToString();
    }

    private static BatchView View(BatchSummary summary)
    {
        var sections = new ClassSections(summary.Figures, summary.Rows);
        var script = ReportTemplates.Built.Text("class-table.js");
        return new BatchView(
            summary.Title,
            script,
            $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}",
            summary.Rows.Count,
            summary.Rows.Count(row => row.Status == BatchStatus.Graded),
            [.. summary.Figures.Worksheets.Select(sheet => Worksheet(sheet.Worksheet, sheet.Submissions, sheet.Scores))],
            summary.ToMark is { } toMark ? new(ToMarkInWords(toMark), toMark.List) : null,
            Failures(summary.Rows.Where(row => row.Status == BatchStatus.Unreadable)),
            Failures(summary.Rows.Where(row => row.IsFaulty || row.Status == BatchStatus.Fault)),
            sections.Sheets(),
            sections.Mistakes(),
            sections.Unread(),
            sections.Failing(),
            sections.Coincidences(),
            Rows(summary))
        {
            Attendance = AttendanceView.Of(summary.Attendance),
        };
    }

    private static WorksheetView Worksheet(string id, int count, Spread? scores) => new(
        id,
        count,
        Figures.Percent(scores?.Mean).Words,
        Figures.Percent(scores?.Median).Words,
        Range(scores?.LowerQuartile, scores?.UpperQuartile),
        Range(scores?.Least, scores?.Most));

    private static string Range(double? from, double? to) => $"{Figures.Percent(from).Words} to {Figures.Percent(to).Words}";

    private static FailuresView? Failures(IEnumerable<BatchRow> rows)
    {
        var failures = rows.ToList();
        return failures.Count == 0 ? null : new(
            failures.Count,
            [.. failures.Take(MostFailures).Select(row => new FailureView(row.File, row.Student, row.Status == BatchStatus.Graded ? "A part of it is not marked." : row.Reason))],
            failures.Count > MostFailures ? $"and {failures.Count - MostFailures} more, which the table below holds" : null);
    }

    private static string ToMarkInWords(ToMark toMark) => toMark.Waiting == 0
        ? $"All {toMark.Answers} different answers that wait for a person have been marked. The list:"
        : $"{toMark.Waiting} of {toMark.Answers} different answers wait for a person to mark them. The list to fill in:";

    private static IEnumerable<BatchRowView> Rows(BatchSummary summary)
    {
        var sheets = summary.Figures.Worksheets.Select((sheet, number) => (sheet.Worksheet, number)).ToDictionary(entry => entry.Worksheet, entry => entry.number);
        return summary.Rows.Select((row, place) => Row(
            row,
            row.Status == BatchStatus.Graded && sheets.TryGetValue(row.Worksheet ?? "", out var sheet) ? sheet : null,
            place < summary.Figures.Verdicts.Count ? summary.Figures.Verdicts[place] : string.Empty));
    }

    private static BatchRowView Row(BatchRow row, int? sheet, string verdicts)
    {
        var (kind, words, mark) = row.Status switch
        {
            BatchStatus.Graded => ("correct", "Graded", "✓"),
            BatchStatus.Unreadable => ("unreadable", "Unreadable", "?"),
            BatchStatus.Fault => ("incorrect", "Fault of the grader", "!"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        double? share = row is { Score: { } earned, MaxScore: > 0 and var most } ? (double)(earned / most) : null;
        return new BatchRowView(
            row.Link,
            row.File,
            row.Who,
            row.Worksheet,
            sheet,
            verdicts,
            new VerdictWords(kind, words, mark),
            row.Score is { } score && row.MaxScore is { } maxScore
                ? $"{SubmissionPage.Points(score)} of {SubmissionPage.Points(maxScore)}"
                : null,
            row.Score is { } points ? Marking.Scoring.Written(points) : null,
            share is null ? null : Figures.Percent(share).Words,
            share is { } known ? Figures.Key(known) : null,
            PartsInWords(row.Counts),
            row.Counts.Correct,
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
}
