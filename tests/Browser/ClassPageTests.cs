using Microsoft.Playwright;

namespace Grader.Tests.Browser;

/// <summary>What the class page's one script does, and that the page does without.</summary>
public sealed class ClassPageTests : BrowserFixture
{
    private const int Students = 60;

    private static readonly string Html = ClassPages.Html(Students, "student");

    [Test]
    public async Task Heading_Pressed_SortsUpThenDownAndSaysSo()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200));
        var heading = opened.Page.Locator("#rows thead th").Nth(2);

        await heading.GetByRole(AriaRole.Button).ClickAsync();
        var up = await PointsAsync(opened.Page);
        var saidUp = await heading.GetAttributeAsync("aria-sort");
        await heading.GetByRole(AriaRole.Button).ClickAsync();
        var down = await PointsAsync(opened.Page);

        Assert.That(saidUp, Is.EqualTo("ascending"));
        Assert.That(up, Has.Count.EqualTo(Students).And.Ordered);
        Assert.That(await heading.GetAttributeAsync("aria-sort"), Is.EqualTo("descending"));
        Assert.That(down, Is.Ordered.Descending);
        Assert.That(await opened.Page.Locator("#rows tbody tr").Last.InnerTextAsync(), Does.Contain("Not marked").Or.Contain("comma"), "What has no points comes last both ways.");
    }

    [Test]
    public async Task Heading_AnotherPressed_TakesTheMarkOver()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200));
        foreach (var button in await opened.Page.Locator("#rows thead button").AllAsync()) await button.ClickAsync();

        Assert.That(await opened.Page.Locator("#rows thead button").CountAsync(), Is.EqualTo(8));
        Assert.That(await opened.Page.Locator("#rows thead [aria-sort]").CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Heading_NamesWithNumbers_SortByTheNumber()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200));
        var button = opened.Page.Locator("#rows thead button").First;
        await button.ClickAsync();
        await button.ClickAsync();
        await button.ClickAsync();

        var names = (await opened.Page.Locator("#rows tbody th").AllInnerTextsAsync()).Where(name => name.StartsWith("student ", StringComparison.Ordinal)).ToList();

        Assert.That(names, Is.EqualTo(Enumerable.Range(0, Students).Select(number => $"student {number}")));
    }

    [Test]
    public async Task Keyboard_ReachesHeadingsAndFilters()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200));
        await opened.Page.Locator("#filter-text").FocusAsync();
        List<string> reached = [];
        for (var tab = 0; tab < 5; tab++)
        {
            await opened.Page.Keyboard.PressAsync("Tab");
            reached.Add(await opened.Page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.tagName"));
        }

        await opened.Page.Keyboard.PressAsync("Enter");

        Assert.That(reached, Is.EqualTo(["filter-part", "filter-verdict", "filter-reset", "DIV", "BUTTON"]));
        Assert.That(await opened.Page.Locator("#rows thead th").First.GetAttributeAsync("aria-sort"), Is.EqualTo("ascending"));
    }

    [Test]
    public async Task Filter_Text_ShowsRowsWithAllItsWords()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200));
        await opened.Page.FillAsync("#filter-text", "STUDENT 0017");

        Assert.That(await opened.Page.Locator("#rows tbody tr:visible").CountAsync(), Is.EqualTo(1));
        Assert.That(await opened.Page.InnerTextAsync("#filter-count"), Is.EqualTo($"1 of {Students + 2} shown"));
    }

    [Test]
    public async Task Filter_PartAndVerdict_ShowsExactlyThoseWithThatVerdictThere()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200));
        await opened.Page.SelectOptionAsync("#filter-part", "0:1");
        await opened.Page.SelectOptionAsync("#filter-verdict", "i");

        var shown = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#rows tbody tr')].filter(r => r.checkVisibility()).map(r => r.dataset.verdicts)");
        var all = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#rows tbody tr')].filter(r => r.dataset.sheet === '0').map(r => r.dataset.verdicts)");

        Assert.That(shown, Is.Not.Empty);
        Assert.That(shown, Is.EqualTo(all.Where(verdicts => verdicts[1] == 'i')));
        // The numbers of the table and the figures above agree.
        await opened.Page.Locator("#sheet-0 summary", new() { HasText = "The verdicts as numbers" }).ClickAsync();
        Assert.That(
            await opened.Page.Locator("#sheet-0 table[class=figures] tr", new() { HasText = "1b.value" }).Locator("td").Nth(2).InnerTextAsync(),
            Is.EqualTo($"{shown.Length}"));
    }

    [Test]
    public async Task Filter_NotGraded_ShowsTheFailuresAndResetShowsAll()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200));
        await opened.Page.SelectOptionAsync("#filter-verdict", "-");
        var failures = await opened.Page.Locator("#rows tbody tr:visible").CountAsync();
        await opened.Page.ClickAsync("#filter-reset");

        Assert.That(failures, Is.EqualTo(2));
        Assert.That(await opened.Page.Locator("#rows tbody tr:visible").CountAsync(), Is.EqualTo(Students + 2));
        Assert.That(await opened.Page.InnerTextAsync("#filter-count"), Is.EqualTo($"{Students + 2} of {Students + 2} shown"));
    }

    [Test]
    public async Task Links_Unfolded_LeadToPages()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200));
        await opened.Page.Locator("#mistakes summary").First.ClickAsync();

        Assert.That(await opened.Page.Locator("#mistakes a:visible").First.GetAttributeAsync("href"), Is.EqualTo("students/page.html"));
        Assert.That(await opened.Page.Locator("#coincidences tbody tr").CountAsync(), Is.EqualTo(1));
        Assert.That(await opened.Page.InnerTextAsync("#coincidences"), Does.Contain("no proof").And.Contain("student 6").And.Contain("student 8"));
    }

    [Test]
    public async Task WithoutScript_EverythingReadsAndNothingInvitesToFilter()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200, Script: false));

        Assert.That(await opened.Page.Locator("#rows tbody tr:visible").CountAsync(), Is.EqualTo(Students + 2));
        Assert.That(await opened.Page.Locator(".filters:visible, thead button").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Policy_ScriptThatIsNotThePages_DoesNotRun()
    {
        var smuggled = Html.Replace("</main>", "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"></main>", StringComparison.Ordinal);
        await using var opened = await OpenAsync(smuggled, new ScreenOf(1200));

        Assert.That(await opened.Page.TitleAsync(), Is.Not.EqualTo("owned"));
        Assert.That(await opened.Page.Locator("#rows thead button").CountAsync(), Is.Not.Zero, "The page's own script ran.");
    }

    [Test]
    public async Task Printed_HidesControlsAndKeepsTheRowsThatAreShown()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(800, Dark: true));
        await opened.Page.FillAsync("#filter-text", "0017");
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.That(await opened.Page.Locator(".filters:visible").CountAsync(), Is.Zero);
        Assert.That(await opened.Page.Locator("#rows tbody tr:visible").CountAsync(), Is.EqualTo(1));
        Assert.That(await opened.Page.Locator("svg[role=img]:visible").CountAsync(), Is.Not.Zero);
    }

    [Test]
    public async Task Plots_All_HaveATextAlternative()
    {
        await using var opened = await OpenAsync(Html, new ScreenOf(1200));

        Assert.That(
            await opened.Page.EvaluateAsync<int>("[...document.querySelectorAll('svg')].filter(s => s.getAttribute('role') !== 'img' || !s.querySelector('title')?.textContent.trim()).length"),
            Is.Zero);
    }

    [Test]
    public async Task TwoThousandStudents_Open([Values] bool dark)
    {
        await using var opened = await OpenAsync(ClassPages.Html(2000, "student"), new ScreenOf(1600, dark));

        Assert.That(await opened.Page.InnerTextAsync("#filter-count"), Is.EqualTo("2002 of 2002 shown"));
        await TestContext.Out.WriteLineAsync($"Loaded in {await opened.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd"):F0} ms, "
            + $"sorted in {await MillisecondsAsync(opened.Page, "document.querySelectorAll('#rows thead button')[2].click()"):F0} ms, "
            + $"filtered in {await MillisecondsAsync(opened.Page, Filtered):F0} ms, layout included.");
        Assert.That(await opened.Page.InnerTextAsync("#filter-count"), Is.EqualTo("1 of 2002 shown"));
        Assert.That(await PointsAsync(opened.Page), Is.Ordered.And.Count.EqualTo(2000));
    }

    private const string Filtered = "{ const box = document.getElementById('filter-text'); box.value = '1717'; box.dispatchEvent(new Event('input')); }";

    private static Task<double> MillisecondsAsync(IPage page, string action) =>
        page.EvaluateAsync<double>($"() => {{ const start = performance.now(); {action}; document.body.offsetHeight; return performance.now() - start; }}");

    private static async Task<List<double>> PointsAsync(IPage page) =>
        [.. await page.EvaluateAsync<double[]>("[...document.querySelectorAll('#rows tbody tr')].map(r => r.cells[2].dataset.key).filter(k => k !== undefined).map(Number)")];
}
