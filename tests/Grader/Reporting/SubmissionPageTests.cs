using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Reporting;

namespace Grader.Tests.Reporting;

public sealed class SubmissionPageTests
{
    [Test]
    public void Render_Feedback_ShowsVerdictsInWordsAndSentences()
    {
        var page = SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Feedback);

        Assert.That(page, Does.Contain("Incorrect").And.Contain("Waits for a person").And.Contain("Not answered"));
        Assert.That(page, Does.Contain("The factor s&#39;(z_i) of the chain rule is missing."));
        Assert.That(page, Does.Contain("Read about the chain rule"));
        Assert.That(page, Does.Contain("Line 12, column 5"));
    }

    [Test]
    public void Render_LongFormula_ShowsItsPiecesFoldedWithShapes()
    {
        var page = SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Feedback);

        Assert.That(page, Does.Contain("<details class=\"pieces\">").And.Contain("The whole formula is a vector of d."));
        Assert.That(page, Does.Contain("u = W * x + b</span>").And.Contain("<td>a vector of n</td>").And.Contain("<td>a vector of d</td>"));
    }

    [Test]
    public void Render_WrongAnswer_HasHintsFoldedOneInsideTheOtherAndOnlyBeforeTheSolution()
    {
        var page = SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Feedback);
        Assert.That(page, Does.Match("(?s)<details class=\"hint\">\\s*<summary>Hint 1</summary>(?:(?!</details>).)*<details class=\"hint\">\\s*<summary>Hint 2</summary>(?:(?!</details>).)*□"));

        foreach (var reveal in new[] { Reveal.Verdict, Reveal.Solution })
            Assert.That(SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, reveal), Does.Not.Contain("class=\"hint\""));
    }

    [Test]
    public void Render_PlaceOfAProblemInACell_KeepsItsColumns()
    {
        var sample = SampleSubmission.Result;
        var table = sample.Parts.First(part => part.Cells.Count > 0);
        var remark = new Feedback("unclosed", "This ( is not closed.\n    max(ii,\n       ^");
        var marked = table with { Cells = table.Cells.Select(cell => cell with { Feedback = new[] { remark }.ToEquatableList() }).ToEquatableList() };
        var result = sample with { Parts = sample.Parts.Select(part => part == table ? marked : part).ToEquatableList() };

        var page = SubmissionPage.Render(SampleSubmission.Worksheet, result, Reveal.Feedback);

        Assert.That(page, Does.Contain("<p class=\"notes\">This ( is not closed.</p><pre class=\"columns\"").And.Contain("    max(ii,\n       ^</pre>"));
    }

    [TestCase("-2 y x", Description = "short")]
    [TestCase("exp(y^2) / (1 + exp(y + 1)) - ln(y)", Description = "numbers only")]
    public void Of_FormulaWhosePiecesTellNothing_HasNoList(string formula) => Assert.That(PieceViews.Of(Reading(formula)), Is.Null);

    [Test]
    public void Of_LongFormula_StaysSmall()
    {
        var pieces = PieceViews.Of(Reading(string.Join(" + ", Enumerable.Range(1, 600).Select(i => $"exp({i} y) x"))))!;

        Assert.That(pieces.Rows, Has.Count.EqualTo(8));
        Assert.That(pieces.Rows.Sum(row => row.MathHtml.Length), Is.LessThan(8_000));
    }

    [TestCase(Reveal.Verdict)]
    [TestCase(Reveal.Feedback)]
    public void Render_BeforeTheSolution_TellsNoAnswer(Reveal reveal)
    {
        var page = SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, reveal);

        Assert.That(page, Does.Not.Contain("secret explanation"));
        Assert.That(page, Does.Not.Contain("s&#39;(w_i . x + b_i)"));
        Assert.That(page, Does.Not.Contain("0.8808"));
        Assert.That(page, Does.Not.Contain("Names symmetry"));
        Assert.That(page, Does.Not.Contain("positive semidefinite"));
    }

    [Test]
    public void Render_Verdict_TellsVerdictsOnly()
    {
        var page = SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Verdict);

        Assert.That(page, Does.Not.Contain("chain rule is missing"));
        Assert.That(page, Does.Not.Contain("Where it differs"));
        Assert.That(page, Does.Not.Contain("The sign is wrong"));
        Assert.That(page, Does.Contain("cannot follow"), "an answer that could not be read needs its reason");
    }

    [Test]
    public void Render_Solution_ShowsAnswerAndExplanation()
    {
        var page = SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Solution);

        Assert.That(page, Does.Contain("secret explanation").And.Contain("Names symmetry").And.Contain("0.8808"));
    }

    [Test]
    public void Render_CounterexampleAtGivenInputs_KeepsTheRightValue()
    {
        var given = ((PartKind.Function)SampleSubmission.Worksheet.Find("2c.dw")!.Kind).Specification.Given;
        var wrong = SampleSubmission.Result.Parts[0];
        var atGiven = SampleSubmission.Result with
        {
            Parts = [wrong with { Counterexample = wrong.Counterexample! with { Inputs = given } }],
        };

        Assert.That(SubmissionPage.Render(SampleSubmission.Worksheet, atGiven, Reveal.Feedback), Does.Not.Contain("0.78125"));
        Assert.That(SubmissionPage.Render(SampleSubmission.Worksheet, atGiven, Reveal.Solution), Does.Contain("0.78125"));
        Assert.That(SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.Result, Reveal.Feedback), Does.Contain("0.78125"));
    }

    [TestCase(Reveal.Verdict)]
    [TestCase(Reveal.Feedback)]
    [TestCase(Reveal.Solution)]
    public void Render_HostileText_IsEscaped(Reveal reveal)
    {
        var page = SubmissionPage.Render(SampleSubmission.Worksheet, SampleSubmission.HostileResult, reveal);

        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain('\u202E'));
        Assert.That(page, Does.Contain("&lt;script&gt;").And.Contain("{{{x}}}").And.Contain("⟨U+202E⟩"));
    }

    [Test]
    public void Render_NoResults_ShowsEveryPartAsNotAnswered()
    {
        var empty = new SubmissionResult("f", "sample-sheet", "s", 0, 14, [], []);

        Assert.That(SubmissionPage.Render(SampleSubmission.Worksheet, empty, Reveal.Feedback), Does.Contain("id=\"part-2h.value\""));
    }

    private static ReadFormula Reading(string formula) => new(SampleSubmission.Read(formula), SampleSubmission.Scope);
}
