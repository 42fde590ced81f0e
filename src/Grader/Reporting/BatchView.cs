namespace Grader.Reporting;

/// <summary>What the index page's template is filled with.</summary>
internal sealed record BatchView(
    string Title,
    int Total,
    int Graded,
    int Unreadable,
    int Faults,
    IReadOnlyList<WorksheetView> Worksheets,
    ToMarkView? ToMark,
    IReadOnlyList<BatchRowView> Rows);

/// <param name="MeanPercent">Points earned of all points there were, in percent.</param>
internal sealed record WorksheetView(string Id, int Count, int MeanPercent);

internal sealed record ToMarkView(string Words, string List);

internal sealed record BatchRowView(
    string? Link,
    string File,
    string? Student,
    string? Worksheet,
    VerdictWords Status,
    string? Score,
    string Parts,
    string? Reason);
