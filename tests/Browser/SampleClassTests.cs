using Deque.AxeCore.Playwright;
using Grader.Checking;
using Grader.Exercises;
using Grader.Reporting;
using Grader.Submissions;

namespace Grader.Tests.Browser;

/// <summary>
/// Real pages: the answer files of the sample class, checked and opened; and those with mistakes beside a worksheet that the class does not do.
/// </summary>
public sealed class SampleClassTests : BrowserFixture
{
    private const ulong ClassSecret = 1;

    private static readonly string Exercises = Path.Combine(AppContext.BaseDirectory, "exercises");

    private static IEnumerable<string> WorksheetIds => Library.Open(Exercises).Ids;

    [TestCaseSource(nameof(WorksheetIds))]
    public async Task SampleClass_Pages_FitAPhoneAndSetTheirMathematics(string id)
    {
        foreach (var page in PagesOf(id))
        {
            await using var opened = await OpenAsync(page, new ScreenOf(360, Dark: true));

            Assert.That(await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.LessThanOrEqualTo(0));
            Assert.That(
                await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('mtext')].map(e => e.textContent).filter(t => t.startsWith('\\\\'))"),
                Is.Empty,
                "a TeX command that the typesetter does not know");
            Assert.That(
                await opened.Page.EvaluateAsync<int>("[...document.querySelectorAll('math')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 4).length"),
                Is.Zero);
        }
    }

    [TestCaseSource(nameof(WorksheetIds))]
    public async Task SampleClass_OnePageOfEachWorksheet_HasNoAxeViolation(string id)
    {
        await using var opened = await OpenAsync(PagesOf(id).First(), new ScreenOf(1200, BypassesPolicy: true));

        var found = await opened.Page.RunAxe();

        Assert.That(found.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(5).Select(node => node.Html))}"), Is.Empty);
    }

    private static IEnumerable<string> PagesOf(string id)
    {
        var worksheet = ((Found.Success)Library.Open(Exercises).Find(id)).Worksheet;
        var checker = new Checker(ClassSecret);
        var ofTheClass = Submissions("sample-class").Where(submission => submission.Worksheet == id).ToList();
        return (ofTheClass.Count > 0 ? ofTheClass : Submissions(Path.Combine(id, "wrong")))
            .Select(submission => SubmissionPage.Render(worksheet, checker.Check(worksheet, submission), Reveal.Solution));
    }

    private static IEnumerable<Submission> Submissions(string folder) => Directory.EnumerateFiles(Path.Combine(Exercises, folder), "*.json")
        .Where(path => !path.EndsWith(".expected.json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(path => AnswerFileReader.Read(Path.GetFileName(path), File.ReadAllBytes(path)));
}
