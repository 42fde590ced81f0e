using Grader.Checking;
using Grader.Exercises;

namespace Grader.Reporting;

/// <summary>What a report says before the deadline of what has been checked, so that nobody takes it for the whole.</summary>
internal static class ChecksSoFar
{
    /// <summary>Null where all checks ran.</summary>
    public static string? InWords(SubmissionResult result)
    {
        if (result.FurtherChecksFrom is not { } deadline) return null;
        var when = RevealDates.InWords(deadline);
        var judged = result.Parts.Where(part => part.Verdict is not (Verdict.Pending or Verdict.Missing)).ToList();
        return judged.Count > 0 && judged.TrueForAll(part => part.Verdict == Verdict.Correct)
            ? $"Public checks passed; others run after the deadline, {when}."
            : $"Only the public checks ran so far. Others, and the feedback, follow after the deadline, {when}.";
    }
}
