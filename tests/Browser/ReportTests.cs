using Deque.AxeCore.Playwright;
using Grader.Tests.Reporting;
using Microsoft.Playwright;

namespace Grader.Tests.Browser;

[TestFixtureSource(typeof(ReportPages), nameof(ReportPages.Names))]
public sealed class ReportTests(string name) : BrowserFixture
{
    private const int Phone = 360;

    private const int Desk = 1200;

    /// <summary>Each width is seen in each scheme, folded or unfolded: what axe finds depends on the scheme's colours and on what is shown.</summary>
    [TestCase(Phone, false, true)]
    [TestCase(Phone, true, false)]
    [TestCase(Desk, false, false)]
    [TestCase(Desk, true, true)]
    public async Task Page_Axe_FindsNoViolation(int width, bool dark, bool unfolded)
    {
        await using var opened = await OpenAsync(ReportPages.Html(name), new ScreenOf(width, dark, BypassesPolicy: true));
        if (unfolded) await UnfoldAsync(opened.Page);

        var found = await opened.Page.RunAxe();

        Assert.That(
            found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(5).Select(node => node.Html))}"),
            Is.Empty);
    }

    [Test]
    public async Task Page_FoldedOrNot_NeedsNoSidewaysScrolling([Values(320, Phone, Desk)] int width, [Values] bool dark)
    {
        await using var opened = await OpenAsync(ReportPages.Html(name), new ScreenOf(width, dark));

        var folded = await OverflowAsync(opened.Page);
        await UnfoldAsync(opened.Page);

        Assert.That(await opened.Page.Locator("details:not([open])").CountAsync(), Is.Zero);
        Assert.That((folded, await OverflowAsync(opened.Page)), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Page_Opened_RunsNothingAndAsksForNothing()
    {
        await using var opened = await OpenAsync(ReportPages.Html(name), new ScreenOf(Desk));

        Assert.That(await opened.Page.TitleAsync(), Is.Not.EqualTo("owned"));
        Assert.That(await opened.Page.Locator("img, iframe, object, form").CountAsync(), Is.Zero);
        Assert.That(await opened.Page.Locator("script").CountAsync(), Is.EqualTo(name.EndsWith("batch", StringComparison.Ordinal) ? 1 : 0), "Class pages have a script of their own.");
        Assert.That(opened.Requests, Is.Empty);
        Assert.That(opened.Messages, Is.Empty);
    }

    [Test]
    public async Task Page_WithoutScript_ShowsItsHeadingAndSummary()
    {
        await using var opened = await OpenAsync(ReportPages.Html(name), new ScreenOf(Phone, Script: false));

        Assert.That(await opened.Page.Locator("h1").IsVisibleAsync(), Is.True);
        Assert.That(await opened.Page.Locator(".summary").IsVisibleAsync(), Is.True);
    }

    [Test]
    public async Task Page_Printed_HidesNavigationAndFitsThePaper()
    {
        await using var opened = await OpenAsync(ReportPages.Html(name), new ScreenOf(800, Dark: true));
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.That(await opened.Page.Locator(".contents:visible").CountAsync(), Is.Zero);
        Assert.That(
            await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"), Is.EqualTo("rgb(255, 255, 255)"));
        Assert.That(await opened.Page.PdfAsync(), Is.Not.Empty);
    }

    [Test]
    public async Task Page_Headings_AreInOrder()
    {
        await using var opened = await OpenAsync(ReportPages.Html(name), new ScreenOf(Desk));

        var levels = await opened.Page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])");

        Assert.That(levels[0], Is.EqualTo(1));
        Assert.That(levels.Zip(levels.Skip(1)), Has.All.Matches<(int Before, int After)>(pair => pair.After <= pair.Before + 1));
    }

    [Test]
    public async Task Page_SkipLink_IsFirstAndLeadsToTheMainPart()
    {
        await using var opened = await OpenAsync(ReportPages.Html(name), new ScreenOf(Desk));
        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.Keyboard.PressAsync("Enter");

        Assert.That(await opened.Page.EvaluateAsync<string>("document.activeElement.tagName"), Is.EqualTo("MAIN"));
    }

    private static Task UnfoldAsync(IPage page) => page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

    /// <summary>In CSS pixels; 0 where the page is no wider than the screen.</summary>
    private static async Task<int> OverflowAsync(IPage page) =>
        Math.Max(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
}
