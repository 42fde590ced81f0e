using Grader.Tests.Reporting;
using Microsoft.Playwright;

namespace Grader.Tests.Browser;

public sealed class MathematicsTests : BrowserFixture
{
    [Test]
    public async Task Mathematics_Formulas_HaveSize()
    {
        await using var opened = await OpenAsync(ReportPages.Html("feedback"), new ScreenOf(1200));
        // What is folded away has no size until it is opened.
        await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(folded => folded.open = true)");
        var formulas = await opened.Page.Locator("math").AllAsync();

        Assert.That(formulas, Is.Not.Empty);
        foreach (var formula in formulas)
        {
            var box = await formula.BoundingBoxAsync();
            Assert.That(box!.Width, Is.GreaterThan(3), await formula.InnerHTMLAsync());
            Assert.That(box.Height, Is.GreaterThan(5));
        }
    }

    [Test]
    public async Task Mathematics_Fraction_IsTallerThanALine()
    {
        await using var opened = await OpenAsync(ReportPages.Html("feedback"), new ScreenOf(1200));

        var fraction = await opened.Page.Locator("math[display=block] mfrac").First.BoundingBoxAsync();
        var letter = await opened.Page.Locator("math[display=block] mi").First.BoundingBoxAsync();

        Assert.That(fraction!.Height, Is.GreaterThan(1.5 * letter!.Height));
    }

    [Test]
    public async Task Mathematics_SumInReading_HasItsLimitsAboveAndBelow()
    {
        await using var opened = await OpenAsync(ReportPages.Html("feedback"), new ScreenOf(1200));
        var sum = opened.Page.Locator(".reading munderover").First;

        var sign = await sum.Locator("> *").Nth(0).BoundingBoxAsync();
        var below = await sum.Locator("> *").Nth(1).BoundingBoxAsync();
        var above = await sum.Locator("> *").Nth(2).BoundingBoxAsync();

        Assert.That(above!.Y, Is.LessThan(sign!.Y + (sign.Height / 2)));
        Assert.That(below!.Y, Is.GreaterThan(sign.Y + (sign.Height / 2)));
    }

    [Test]
    public async Task Mathematics_Page_ShowsNoRawTeX()
    {
        await using var opened = await OpenAsync(ReportPages.Html("feedback"), new ScreenOf(1200));

        Assert.That(await opened.Page.InnerTextAsync("body"), Does.Not.Contain("\\").And.Not.Contain("$"));
    }

    [Test]
    public async Task HostileAnswer_Page_ShowsItAsText()
    {
        await using var opened = await OpenAsync(ReportPages.Html("hostile"), new ScreenOf(360));

        var text = await opened.Page.InnerTextAsync("body");

        Assert.That(text, Does.Contain("<script>document.title='owned'</script>").And.Contain("{{{x}}}").And.Contain("⟨U+202E⟩evil"));
        Assert.That(text, Does.Contain("onerror="));
    }
}
