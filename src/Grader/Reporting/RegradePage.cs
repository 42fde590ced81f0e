using Grader.Regrading;

namespace Grader.Reporting;

/// <summary>The page that says who moved in a regrade, and why.</summary>
public static class RegradePage
{
    /// <param name="title">Such as the folder's name.</param>
    /// <param name="submissions">How many there are in all.</param>
    /// <param name="notes">What changed beside the worksheets, as sentences.</param>
    public static string Render(string title, int submissions, IReadOnlyList<Difference> differences, IReadOnlyList<string> notes) => ReportTemplates.Built.Render(
        "regrade",
        new RegradeView(title, submissions, differences.Count, notes, [.. differences.Select(difference => DifferenceRow.Of(difference).ToList()).Select(rows => new MovedView(rows[0], rows[1..]))]));

    private sealed record RegradeView(string Title, int Submissions, int Moved, IReadOnlyList<string> Notes, IReadOnlyList<MovedView> Rows);

    private sealed record MovedView(DifferenceRow Whole, IReadOnlyList<DifferenceRow> Parts);
}
