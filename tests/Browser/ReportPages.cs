using Grader.Reporting;
using Grader.Tests.Reporting;
using Grader.Variants;

namespace Grader.Tests.Browser;

/// <summary>The pages that the browser tests open, by name.</summary>
internal static class ReportPages
{
    public static IEnumerable<string> Names => ["feedback", "solution", "verdict", "hostile", "batch", "hostile batch", "regrade", "hostile regrade", "handout"];

    public static string Html(string name) => name switch
    {
        "feedback" => SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Feedback),
        "solution" => SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Solution),
        "verdict" => SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Verdict),
        "hostile" => SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.HostileResult, Reveal.Solution),
        "batch" => ClassPages.Html(40, "student"),
        "hostile batch" => ClassPages.Html(40, SampleSubmission.Hostile),
        "regrade" => ClassPages.RegradeHtml(40, "student"),
        "hostile regrade" => ClassPages.RegradeHtml(40, SampleSubmission.Hostile),
        "handout" => HandOutPage.Render(new("s1234567", "Ada", VariantCode.Of("phrase", SampleSubmission.Worksheet.Id, "s1234567"), SampleSubmission.Worksheet), "s1234567.json"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such page."),
    };
}
