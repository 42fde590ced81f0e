using Grader.Reporting;

namespace Grader.Tests.Reporting;

public sealed class BatchPageTests
{
    private static readonly VerdictCounts Counts = new(3, 1, 0, 0, 0, 2);

    [Test]
    public void Render_Rows_AreShownWithLinkScoreAndReason()
    {
        var page = BatchPage.Render(new BatchSummary("sample-class",
        [
            new BatchRow("anna.json", "students/anna.html", "backprop-practice", "anna", BatchStatus.Graded, 12.5m, 20, Counts, null),
            new BatchRow("broken.json", null, null, null, BatchStatus.Unreadable, null, null, VerdictCounts.None, "Line 3, column 9: a comma is missing."),
            new BatchRow("odd.json", null, "backprop-practice", "odd", BatchStatus.Fault, null, null, VerdictCounts.None, "Not marked."),
        ]));

        Assert.That(page, Does.Contain("href=\"students/anna.html\"").And.Contain("12.5 of 20").And.Contain("3 correct, 1 partly correct, 2 waiting for a person"));
        Assert.That(page, Does.Contain("a comma is missing").And.Contain("Fault of the grader"));
    }

    [Test]
    public void Render_HostileNames_AreEscaped()
    {
        var page = BatchPage.Render(new BatchSummary(SampleSubmission.Hostile,
            [new BatchRow(SampleSubmission.Hostile, null, null, SampleSubmission.Hostile, BatchStatus.Graded, 0, 0, Counts, SampleSubmission.Hostile)]));

        Assert.That(page.Split("<script"), Has.Length.EqualTo(2), "The page's own script is the only one.");
        Assert.That(page, Does.Not.Contain("<img").And.Not.Contain('\u202E'));
    }

    [Test]
    public void Render_NoRows_IsAPage()
    {
        Assert.That(BatchPage.Render(new BatchSummary("empty", [])), Does.Contain("of 0 files graded"));
    }
}
