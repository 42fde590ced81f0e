using Grader.Reporting;
using Grader.Tests.Reporting;

namespace Grader.Tests.Browser;

/// <summary>The pages that the browser tests open, by name.</summary>
internal static class ReportPages
{
    public static IEnumerable<string> Names => ["feedback", "solution", "verdict", "hostile", "batch", "hostile batch"];

    public static string Html(string name) => name switch
    {
        "feedback" => SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Feedback),
        "solution" => SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Solution),
        "verdict" => SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Verdict),
        "hostile" => SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.HostileResult, Reveal.Solution),
        "batch" => BatchPage.Render(Batch("anna")),
        "hostile batch" => BatchPage.Render(Batch(SampleSubmission.Hostile)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such page."),
    };

    private static BatchSummary Batch(string student) => new("sample-class",
    [
        new BatchRow(student + ".json", "students/anna.html", "backprop-practice", student, BatchStatus.Graded, 12.5m, 20, new VerdictCounts(3, 1, 0, 0, 0, 2), null),
        new BatchRow("berta.json", "students/berta.html", "logistic-initialization", "berta", BatchStatus.Graded, 20, 20, new VerdictCounts(9, 0, 0, 0, 0, 1), null),
        new BatchRow("broken.json", null, null, null, BatchStatus.Unreadable, null, null, VerdictCounts.None, "Line 3, column 9: a comma is missing between two answers."),
        new BatchRow("odd.json", null, "backprop-practice", "odd", BatchStatus.Fault, null, null, VerdictCounts.None, student),
    ]);
}
