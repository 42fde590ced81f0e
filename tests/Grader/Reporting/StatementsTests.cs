using Grader.Reporting;

namespace Grader.Tests.Reporting;

public sealed class StatementsTests
{
    [Test]
    public void ToHtml_Mathematics_BecomesMathMl()
    {
        var html = Statements.ToHtml("Find $\\frac{a}{b}$.\n\n$$\nx^2\n$$\n");

        Assert.That(html, Does.Contain("<mfrac>").And.Contain("display=\"block\"").And.Not.Contain("$"));
    }

    [TestCase("<script>alert(1)</script>", "<script")]
    [TestCase("a <b onclick=x>b</b>", "<b ")]
    [TestCase("[x](javascript:alert(1))", "javascript:")]
    [TestCase("![x](https://example.org/a.png)", "<img")]
    [TestCase("# Heading", "<h1")]
    public void ToHtml_Markup_IsMadeHarmless(string markdown, string absent)
    {
        Assert.That(Statements.ToHtml(markdown), Does.Not.Contain(absent));
    }

    [Test]
    public void ToHtml_WideFormula_ScrollsInItsOwnFocusableRegion()
    {
        Assert.That(Statements.ToHtml("$a + b + c + d + e + f + g + h + i + j + k + l + m$"), Does.Contain("tabindex=\"0\""));
        Assert.That(Statements.ToHtml("$a + b$"), Does.Not.Contain("tabindex"));
    }

    [Test]
    public void ToHtml_Table_ScrollsInItsOwnFocusableRegion()
    {
        Assert.That(Statements.ToHtml("| a | b |\n|---|---|\n| 1 | 2 |\n"), Does.Contain("class=\"table-scroll\" tabindex=\"0\"").And.Contain("<table>"));
    }
}
