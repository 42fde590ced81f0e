namespace Grader.Reporting;

/// <summary>What the class page's template is filled with.</summary>
/// <param name="ScriptHtml">The page's only script, and <paramref name="ScriptSource"/> how the page's policy names it.</param>
/// <param name="Rows">Made as they are written, so that a large class needs no room.</param>
internal sealed record BatchView(
    string Title,
    string ScriptHtml,
    string ScriptSource,
    int Total,
    int Graded,
    IReadOnlyList<WorksheetView> Worksheets,
    ToMarkView? ToMark,
    FailuresView? Unreadable,
    FailuresView? Faults,
    IReadOnlyList<WorksheetFiguresView> Sheets,
    MistakesView Mistakes,
    UnreadView Unread,
    FailingView? Failing,
    CoincidencesView Coincidences,
    IEnumerable<BatchRowView> Rows)
{
    /// <summary>Null where nobody is missing, and everybody is known.</summary>
    public AttendanceView? Attendance { get; init; }
}

internal sealed record WorksheetView(string Id, int Count, string Mean, string Median, string Quartiles, string Range);

internal sealed record ToMarkView(string Words, string List);

/// <param name="More">How many are not listed; null where all are.</param>
internal sealed record FailuresView(int Count, IReadOnlyList<FailureView> Files, string? More);

internal sealed record FailureView(string File, string? Student, string? Reason);

/// <summary>One submission's place in the table.</summary>
/// <param name="Sheet">The worksheet's number on the page; null where nothing was graded.</param>
/// <param name="Verdicts">A letter for each part, for the page's script.</param>
/// <param name="ShareKey">The share of the points, to sort by; null where there is none.</param>
internal sealed record BatchRowView(
    string? Link,
    string File,
    string? Student,
    string? Worksheet,
    int? Sheet,
    string Verdicts,
    VerdictWords Status,
    string? Score,
    string? ScoreKey,
    string? Share,
    string? ShareKey,
    string Parts,
    int PartsKey,
    string? Reason);
