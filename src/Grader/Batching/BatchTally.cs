using System.Globalization;
using Grader.Reporting;

namespace Grader.Batching;

/// <summary>What a running batch came to so far, in a few words that fit behind a progress bar. Read and added to by different threads.</summary>
internal sealed class BatchTally(TimeProvider clock)
{
    private readonly Lock turn = new();

    private readonly long started = clock.GetTimestamp();

    private VerdictCounts parts = VerdictCounts.None;

    private (int New, int Kept, int Unreadable, int Faulty) files;

    public void Add(BatchStep step)
    {
        lock (turn)
        {
            parts += step.Row.Counts;
            if (step.IsNew) files.New++;
            else files.Kept++;
            if (step.Row.Status == BatchStatus.Unreadable) files.Unreadable++;
            if (step.Row.IsFaulty) files.Faulty++;
        }
    }

    /// <summary>Such as <c>412/s · 8120 right, 310 partly, 1204 wrong · 3 files unreadable</c>.</summary>
    public string InWords()
    {
        lock (turn)
        {
            var seconds = clock.GetElapsedTime(started).TotalSeconds;
            (int Count, string Words)[] verdicts =
            [
                (parts.Correct, "right"), (parts.Partial, "partly"), (parts.Incorrect, "wrong"), (parts.Unreadable, "unread"), (parts.Missing, "missing"), (parts.Pending, "pending"),
            ];
            (int Count, string Words)[] odd = [(files.Unreadable, "files unreadable"), (files.Faulty, "with a fault of the grader"), (files.Kept, "as before")];
            string[] pieces =
            [
                string.Create(CultureInfo.InvariantCulture, $"{(seconds > 0 ? files.New / seconds : 0):0}/s"),
                string.Join(", ", verdicts.Where(verdict => verdict.Count > 0).Select(verdict => $"{verdict.Count} {verdict.Words}")),
                string.Join(", ", odd.Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {kind.Words}")),
            ];
            return string.Join(" · ", pieces.Where(piece => piece.Length > 0));
        }
    }
}
