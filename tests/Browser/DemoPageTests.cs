using Deque.AxeCore.Playwright;
using Grader.Demos;
using Grader.Reporting;
using Microsoft.Playwright;

namespace Grader.Tests.Browser;

/// <summary>The pages of <c>grader demo</c>, each opened dark on a phone, and two of them light on a desk, with all numbers unfolded.</summary>
public sealed class DemoPageTests : BrowserFixture
{
    private static IEnumerable<TestCaseData> Openings() =>
        [.. DemoTable.Names.Select(name => new TestCaseData(name, true)), new("symmetry", false), new("naive-bayes", false)];

    [TestCaseSource(nameof(Openings))]
    public async Task Page_Unfolded_FitsItsScreenAsksForNothingAndAxeFindsNoViolation(string name, bool phone)
    {
        await using var opened = await OpenAsync(Html(name), new ScreenOf(phone ? 360 : 1200, Dark: phone, BypassesPolicy: true));
        await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        var overflow = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var found = await opened.Page.RunAxe();

        Assert.That(opened.Requests, Is.Empty);
        Assert.That(overflow, Is.LessThanOrEqualTo(0));
        Assert.That(
            found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(5).Select(node => node.Html))}"),
            Is.Empty);
    }

    [TestCase("symmetry")]
    [TestCase("naive-bayes")]
    public async Task Page_LabelsOfPlots_StayInsideTheirDrawing(string name)
    {
        await using var opened = await OpenAsync(Html(name), new ScreenOf(1200));

        var outside = await opened.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('svg.plot')].flatMap(svg => {
                const frame = svg.getBoundingClientRect();
                return [...svg.querySelectorAll('text')]
                    .filter(text => { const box = text.getBoundingClientRect(); return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1; })
                    .map(text => text.textContent);
            })
            """);

        Assert.That(outside, Is.Empty);
    }

    [Test]
    public async Task Page_Printed_IsWhiteAndGoesOnPaper()
    {
        await using var opened = await OpenAsync(Html("naive-bayes"), new ScreenOf(800, Dark: true));
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.That(
            await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"), Is.EqualTo("rgb(255, 255, 255)"));
        Assert.That(await opened.Page.PdfAsync(), Is.Not.Empty);
    }

    private static string Html(string name)
    {
        var demo = DemoTable.Find(name)!;
        var values = ParameterValues.Usual(demo);
        return DemoPage.Render(demo, values, demo.Run(values), []);
    }
}
