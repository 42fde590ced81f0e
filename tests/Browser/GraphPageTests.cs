using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Grader.Checking;
using Grader.Exercises;
using Grader.Reporting;
using Grader.Submissions;

namespace Grader.Tests.Browser;

/// <summary>A page as a student gets it: carried errors in two tables, a graph with a wrong node, one that is broken, and a named mistake.</summary>
public sealed class GraphPageTests : BrowserFixture
{
    private const string Answers = """
        { "worksheet": "sgd-backprop-tables", "student": "s", "answers": {
          "1a.gradient": "x_j (y - s(w . x))",
          "2a.graph": { "nodes": {
            "two": { "op": "constant", "value": 2 }, "i": { "op": "mul", "in": ["two", "x"] }, "ii": { "op": "add", "in": ["i", "iv"] },
            "iv": { "op": "add", "in": ["i", "ii"] }, "v": { "op": "maxx", "in": ["i", "x"] } }, "output": "iv" },
          "2b.forward": { "r1": 2, "r2": 0, "s1": 0.7, "s2": 0.5, "y": 1.2 },
          "2b.partials": { "dy/da": 0.42, "dy/db": 0, "dy/dc": 0.21, "dy/dd": 0, "dy/de": -0.21, "dy/df": 0.5 },
          "2b.graph": { "nodes": {
            "cx1": { "op": "mul", "in": ["c", "x1"] }, "ex2": { "op": "mul", "in": ["e", "x1"] }, "dx1": { "op": "mul", "in": ["d", "x1"] },
            "fx2": { "op": "mul", "in": ["f", "x2"] }, "z1": { "op": "add", "in": ["cx1", "ex2"] }, "z2": { "op": "add", "in": ["dx1", "fx2"] },
            "r1": { "op": "relu", "in": ["z1"] }, "r2": { "op": "relu", "in": ["z2"] }, "ar1": { "op": "mul", "in": ["a", "r1"] },
            "br2": { "op": "mul", "in": ["b", "r2"] }, "s1": { "op": "sigmoid", "in": ["ar1"] }, "s2": { "op": "sigmoid", "in": ["br2"] },
            "y": { "op": "add", "in": ["s1", "s2"] } }, "output": "y", "marks": { "delta1": "s1" } } } }
        """;

    private const string PracticeAnswers = """
        { "worksheet": "backprop-practice", "student": "s", "answers": {
          "1a.graph": { "nodes": {
            "W1T": { "op": "transpose", "in": ["W1"] }, "S1": { "op": "matmul", "in": ["W1T", "x"] }, "W2T": { "op": "transpose", "in": ["W2"] },
            "S2": { "op": "matmul", "in": ["W2T", "S1"] }, "x2": { "op": "g", "in": ["S2"] } }, "output": "x2", "marks": { "delta1": "S1", "delta2": "S2" } },
          "2a.graph": { "nodes": {
            "the_first_of_all_arguments": { "op": "g_1", "in": ["w"] }, "x2": { "op": "g_2", "in": ["w"] }, "x3": { "op": "g_3", "in": ["w"] },
            "y": { "op": "f", "in": ["x2", "the_first_of_all_arguments", "x3"] }, "spare": { "op": "neg", "in": ["w"] } }, "output": "y" },
          "2b.graph": { "nodes": {
            "Wx": { "op": "matmul", "in": ["W", "x"] }, "z": { "op": "add", "in": ["Wx", "b"] }, "units": { "op": "phi", "in": ["z"] },
            "total": { "op": "sum", "in": ["units"] }, "residual": { "op": "sub", "in": ["y", "total"] }, "f": { "op": "square", "in": ["residual"] } }, "output": "f" } } }
        """;

    private static readonly Lazy<string> Page = new(() => Rendered("sgd-backprop-tables", Answers));

    private static readonly Lazy<string> Practice = new(() => Rendered("backprop-practice", PracticeAnswers));

    private static string Rendered(string id, string answers)
    {
        var worksheet = ((Found.Success)Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises")).Find(id)).Worksheet;
        return SubmissionPage.Render(worksheet, new Checker(5).Check(worksheet, AnswerFileReader.Read("s.json", Encoding.UTF8.GetBytes(answers))), Reveal.Feedback);
    }

    [Test]
    public void Page_HoldsWhatItIsToShow()
    {
        Assert.That(Page.Value, Does.Contain("s1 = 0.7 of 2b.forward"));
        Assert.That(Page.Value, Does.Contain("<g class=\"node wrong\">").And.Contain("✗ look here"));
        Assert.That(Page.Value, Does.Contain("class=\"edge circle\""));
    }

    [Test]
    public void Drawings_AreOfAllGraphPartsInWords()
    {
        Assert.That(Regex.Count(Page.Value + Practice.Value, "<svg class=\"graph\""), Is.EqualTo(5));
        Assert.That(Page.Value, Does.Contain("<desc>").And.Contain("iv = add, from i and ii"));
    }

    [TestCase(360, true)]
    [TestCase(360, false)]
    [TestCase(1200, true)]
    [TestCase(1200, false)]
    [TestCase(1600, false)]
    public async Task Page_FitsItsScreenAndAxeFindsNothing(int width, bool dark)
    {
        await using var opened = await OpenAsync(Page.Value, new ScreenOf(width, dark, BypassesPolicy: true));
        foreach (var summary in await opened.Page.Locator("details > summary").AllAsync()) await summary.ClickAsync();

        var overflow = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var found = await opened.Page.RunAxe();

        Assert.That(overflow, Is.LessThanOrEqualTo(0));
        Assert.That(
            found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(5).Select(node => node.Html))}"),
            Is.Empty);
    }

    /// <summary>A drawing that is wider than the page shrinks a little, and then scrolls in its own frame.</summary>
    [TestCase(360)]
    [TestCase(1600)]
    public async Task Drawing_ThatIsWide_ScrollsAlone(int width)
    {
        await using var opened = await OpenAsync(Practice.Value, new ScreenOf(width));

        Assert.That(await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.LessThanOrEqualTo(0));
        Assert.That(
            await opened.Page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('svg.graph')].map(svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))"),
            Is.InRange(0.79, 1.01));
    }

    /// <summary>The layout trusts in the width of letters; here they are measured as they are drawn.</summary>
    [Test]
    public async Task Drawing_Words_StayInTheirBoxes([Values] bool practice, [Values(360, 1200)] int width)
    {
        await using var opened = await OpenAsync((practice ? Practice : Page).Value, new ScreenOf(width));
        var outside = await opened.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('svg.graph .node')].flatMap(node => {
              const box = node.querySelector('rect').getBoundingClientRect();
              return [...node.querySelectorAll('text')].filter(text => {
                const words = text.getBoundingClientRect();
                return words.left < box.left + 1 || words.right > box.right - 1 || words.top < box.top - 1 || words.bottom > box.bottom + 1;
              }).map(text => text.textContent);
            })
            """);
        Assert.That(await opened.Page.Locator("svg.graph .node").CountAsync(), Is.GreaterThan(15));
        Assert.That(outside, Is.Empty);
    }
}
