using System.Text;
using Formulas.Expressions;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Tests.Checking;

/// <summary>What the real worksheets do not show: known mistakes of every code, and an exercise that is itself at fault.</summary>
[TestFixture]
public sealed class HandmadeWorksheetTests
{
    private static readonly Scope Symbols = new([new Symbol("x", SymbolKind.Variable, Shape.Scalar, Domain.Reals, [], [])], [], []);

    private static Worksheet WorksheetOf(string canonical, string code = "wrong-quantity")
    {
        var inputs = new Assignment(new Dictionary<string, Value> { ["x"] = new Value.Scalar(3) }, new Dictionary<string, int>());
        var specification = new FunctionSpecification(
            Symbols, ["x"], Shape.Scalar, canonical, "Answer", inputs, new(5e-3, null, null, null), [],
            [new(code, "x^3", "This is the cube.")], null, [], [], []);
        var part = new Part("1", "", "", 2, new PartKind.Function(specification), "", "");
        var other = new Part("2", "", "", 1, new PartKind.Choice([new("a", "", true, "", null), new("b", "", false, "", null)], null), "", "");
        return new("handmade", "", "", [new("1", "", "", [part, other])]);
    }

    private static SubmissionResult Check(Worksheet worksheet, string json, ulong classSecret = 1) => new Checker(classSecret).Check(
        worksheet, AnswerFileReader.Read("f", Encoding.UTF8.GetBytes("{\"worksheet\": \"handmade\", \"student\": \"s\", \"answers\": {\"1\": " + json + ", \"2\": \"a\"}}")));

    [TestCase("extra-term")]
    [TestCase("new-value")]
    [TestCase("sample-only")]
    [TestCase("wrong-convention")]
    public void Check_KnownMistake_IsNamedAsTheWorksheetSays(string code)
    {
        var formula = Check(WorksheetOf("x^2", code), "\"x x x\"").Parts[0];
        Assert.That(formula.Feedback.Single(), Is.EqualTo(new Feedback(code, "This is the cube.")));
        var value = Check(WorksheetOf("x^2", code), "27").Parts[0];
        Assert.That(value.Feedback.Single().Code, Is.EqualTo(code));
    }

    [Test]
    public void Check_CanonicalThatCannotBeRead_IsAFaultOfThatPartAlone()
    {
        var result = Check(WorksheetOf("x + + "), "\"x\"");
        Assert.That(result.Parts[0].Verdict, Is.EqualTo(Verdict.Pending));
        Assert.That(result.Parts[0].Feedback.Single().Code, Is.EqualTo("grader-fault"));
        Assert.That(result.Parts[1].Verdict, Is.EqualTo(Verdict.Correct));
    }

    [Test]
    public void Check_ConstantWithoutInputs_IsTakenAsAValue()
    {
        var result = Check(WorksheetOf("x^2"), "\"(4 + 5) + 0\"").Parts[0];
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct));
        Assert.That(result.Feedback.Single().Code, Is.EqualTo("read-as-value"));
    }

    [Test]
    public void Check_ApproximationInAFormula_IsNotEqual() =>
        Assert.That(Check(WorksheetOf("x / sqrt(2 pi)"), "\"0.3989 x\"").Parts[0].Verdict, Is.EqualTo(Verdict.Incorrect));

    [TestCase("x + 1", "(x^2 - 1)/(x - 1)")]
    public void Check_FormulaWithAGap_IsRightWhateverTheSamplesAndSaysSo(string canonical, string answer)
    {
        var worksheet = WorksheetOf(canonical);
        var results = Enumerable.Range(1, 30).Select(secret => Check(worksheet, $"\"{answer}\"", (ulong)secret).Parts[0]).ToList();
        Assert.That(results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Correct));
        Assert.That(results.SelectMany(result => result.Feedback).Select(feedback => feedback.Code), Is.Not.Empty.And.All.EqualTo("gap"));
    }

    /// <summary>The value where a function leaps is its own: it does not follow from those around, and the exercise asks for it.</summary>
    [TestCase("sign(x)", "x/abs(x)")]
    [TestCase("sign(x)", "abs(x)/x")]
    [TestCase("step(x)", "relu(x)/x")]
    public void Check_FormulaWithoutValueAtALeap_IsWrongAtTheBoundary(string canonical, string answer)
    {
        var worksheet = WorksheetOf(canonical);
        var results = Enumerable.Range(1, 30).Select(secret => Check(worksheet, $"\"{answer}\"", (ulong)secret).Parts[0]).ToList();
        Assert.That(results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Incorrect));
        Assert.That(results.SelectMany(result => result.Feedback).Select(feedback => feedback.Code), Is.All.EqualTo("boundary"));
    }

    [TestCase("sqrt(x)^2 + 1")]
    [TestCase("exp(ln(x)) + 1")]
    [TestCase("x + 1 + 0/relu(x)")]
    public void Check_FormulaWithoutValueOnAStretch_IsNotFinite(string answer)
    {
        var result = Check(WorksheetOf("x + 1"), $"\"{answer}\"").Parts[0];
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect));
        Assert.That(result.Feedback.Single().Code, Is.EqualTo("not-finite"));
        Assert.That(result.Counterexample?.Answer, Is.Null);
    }

    [TestCase("x", "min(x, 10^6)")]
    [TestCase("x", "max(x, -40)")]
    [TestCase("relu(x)", "cases(x > 0.001: x, else: 0)")]
    [TestCase("max(x, 2)", "cases(x > 2.001: x, else: 2)")]
    public void Check_FormulaThatDiffersBeyondATurnOnly_IsWrong(string canonical, string answer) =>
        Assert.That(Check(WorksheetOf(canonical), $"\"{answer}\"").Parts[0].Verdict, Is.EqualTo(Verdict.Incorrect));

    [Test]
    public void Check_NoteOfTheReader_IsPassedOn()
    {
        var scope = Symbols with { Symbols = [.. Symbols.Symbols, new Symbol("e", SymbolKind.Variable, Shape.Scalar, Domain.Reals, [], [])] };
        var worksheet = WorksheetOf("x e");
        var part = worksheet.Questions[0].Parts[0];
        var function = ((PartKind.Function)part.Kind).Specification with { Scope = scope, Inputs = ["x", "e"], Misconceptions = [] };
        worksheet = worksheet with { Questions = [worksheet.Questions[0] with { Parts = [part with { Kind = new PartKind.Function(function) }, worksheet.Questions[0].Parts[1]] }] };
        var result = Check(worksheet, "\"e x\"").Parts[0];
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct));
        Assert.That(result.Feedback.Single().Code, Is.EqualTo("reading-note"));
    }
}
