using System.Runtime.CompilerServices;
using System.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Tests.Checking;

/// <summary>Answers to parts of the real worksheets, with the verdict and the code each must earn.</summary>
[TestFixture]
public sealed class CheckerTests
{
    private const string Logistic = "logistic-initialization";
    private const string SkipLayer = "initialization-skip-layer";
    private const string Tables = "sgd-backprop-tables";
    private const string Backprop = "backprop-practice";
    private const string Relu = "naive-bayes-dead-relu";

    private static readonly Library Worksheets = Library.Open(Path.Combine(Root(), "exercises"));
    private static readonly Checker Checker = new(classSecret: 7);

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    private static Worksheet Worksheet(string id) => ((Found.Success)Worksheets.Find(id)).Worksheet;

    private static SubmissionResult CheckAnswers(string worksheet, string answers) => Checker.Check(
        Worksheet(worksheet),
        AnswerFileReader.Read("f", Encoding.UTF8.GetBytes($"{{\"worksheet\": \"{worksheet}\", \"student\": \"s\", \"answers\": {answers}}}")));

    private static PartResult CheckPart(string worksheet, string part, string json) =>
        CheckAnswers(worksheet, $"{{\"{part}\": {json}}}").Parts.Single(result => result.PartId == part);

    private static IEnumerable<string> CodesOf(PartResult part) =>
        part.Feedback.Concat(part.Cells.SelectMany(cell => cell.Feedback)).Select(feedback => feedback.Code);

    [TestCase(Logistic, "1.gradient", "\"X^T y - X^T s(X w)\"")]
    [TestCase(Logistic, "1.gradient", "\"sum(i,1,n, (y_i/s(w.x_i) - (1-y_i)/(1-s(w.x_i))) s'(w . x_i) x_i)\"")]
    [TestCase(Logistic, "2a.value", "\"g(w d0 sum(x)/d0)\"")]
    [TestCase(SkipLayer, "2b.count", "\"sum(l,1,L,d[l-1] d[l]) + d[0] d[L]\"")]
    [TestCase(Relu, "3.1.dead", "\"b_i <= -W1[i,:] . x\"")]
    [TestCase(Relu, "3.1.dead", "\"not (a_i > 0)\"")]
    [TestCase(Relu, "3.1.dead", "\"1[a_i <= 0]\"")]
    [TestCase(Relu, "3.1.dead", "\"relu(a_i) = 0\"")]
    [TestCase(Relu, "3.2.db", "\"w2_i relu'(a_i)\"")]
    [TestCase(Relu, "3.2.db", "\"z = W1[i,:].x + b_i; w2_i 1[0 < z]\"")]
    [TestCase(Relu, "3.4.derivative", "\"cases(a <= 0: 0.3, else: 1)\"")]
    [TestCase(Backprop, "1b.relation", "\"All equal\"")]
    [TestCase(Backprop, "1b.relation", "{\"option\": \"all-equal\"}")]
    [TestCase(Tables, "2a.table", "{\"i\": 2, \"ii\": \"3 x\", \"iii\": \"4\", \"iv\": 5, \"v\": 4, \"vi\": 3, \"vii\": \"10/2\"}")]
    public void Check_RightAnswer_EarnsAllPoints(string worksheet, string part, string json)
    {
        var result = CheckPart(worksheet, part, json);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join(' ', result.Feedback));
        Assert.That(result.Score, Is.EqualTo(result.MaxScore));
        Assert.That(result.Counterexample, Is.Null);
    }

    [TestCase(Logistic, "1.gradient", "\"-X^T (y - s(X w)) / 1\"", "wrong-sign")]
    [TestCase(Logistic, "1.gradient", "\"2 X^T (y - s(X w))\"", "constant-factor")]
    [TestCase(Logistic, "1.gradient", "\"X^T (y - s(X w)) + 1\"", "constant-offset")]
    [TestCase(Logistic, "1.gradient", "\"(y - s(X w))^T X\"", "transposed")]
    [TestCase(Logistic, "1.gradient", "\"ln(-1) X^T y\"", "not-finite")]
    [TestCase(Logistic, "1.gradient", "\"w\"", "wrong-value")]
    [TestCase(Logistic, "1.gradient", "[1, 2]", "wrong-value")]
    [TestCase(SkipLayer, "2d.gradient",
        "[\"g'(w_hy g(w_xh x) + w_xy x) g(w_xh x)\", \"g'(w_hy g(w_xh x) + w_xy x) w_hy g'(w_xh x) x\", \"g'(w_hy g(w_xh x) + w_xy x) x\"]", "permuted")]
    [TestCase(Relu, "3.1.dead", "\"a_i >= 0\"", "turned-inequality")]
    [TestCase(Relu, "3.1.dead", "\"a_i < 0\"", "boundary")]
    [TestCase(Relu, "3.1.dead", "\"b_i <= 0\"", "missing-term")]
    [TestCase(Relu, "3.2.db", "\"w2_i 1[a_i >= 0]\"", "boundary")]
    [TestCase(Relu, "3.2.dw", "\"cases(a_i >= 0: w2_i x_j, else: 0)\"", "boundary")]
    [TestCase(Relu, "3.4.derivative", "\"cases(a >= 0: 1, else: 0.3)\"", "boundary")]
    [TestCase(Backprop, "1b.relation", "\"all-different\"", "wrong-option")]
    [TestCase(Backprop, "1f.claims", "[\"stay-zero\"]", "wrongly-chosen")]
    public void Check_WrongAnswer_IsNamedAndEarnsNothing(string worksheet, string part, string json, string code)
    {
        var result = CheckPart(worksheet, part, json);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect), string.Join(' ', result.Feedback));
        Assert.That(result.Score, Is.Zero);
        Assert.That(CodesOf(result), Does.Contain(code));
    }

    [TestCase(Backprop, "1f.claims", "[\"convex\", \"convex\"]", "doubled-option")]
    [TestCase(Backprop, "1f.claims", "[\"convex\", \"no-such\"]", "unknown-option")]
    [TestCase(Backprop, "1f.claims", "[\"convex\"]", "overlooked")]
    [TestCase(Tables, "2a.table", "{\"i\": 2}", "cells-missing")]
    [TestCase(Tables, "2a.table", "{\"i\": 2, \"viii\": 3}", "unknown-cell")]
    [TestCase(Tables, "2a.table", "{\"i\": 2, \"(i)\": 2}", "doubled-key")]
    [TestCase(Tables, "2b.forward", "{\"r1\": 2, \"s1\": 0.88}", "rounded")]
    [TestCase(Tables, "2b.forward", "{\"r1\": 2, \"s1\": 0.87}", "exact-value")]
    [TestCase(Tables, "2b.forward", "{\"r1\": 2, \"y\": 1.39}", "wrong-rounding")]
    public void Check_HalfRightAnswer_IsPartial(string worksheet, string part, string json, string code)
    {
        var result = CheckPart(worksheet, part, json);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Partial), string.Join(' ', result.Feedback));
        Assert.That(result.Score, Is.GreaterThan(0).And.LessThan(result.MaxScore));
        Assert.That(CodesOf(result), Does.Contain(code));
    }

    [TestCase(Logistic, "1.gradient", "\"X (y - s(X w))\"", "shape-mismatch")]
    [TestCase(Logistic, "1.gradient", "\"w . w\"", "shape-mismatch")]
    [TestCase(Logistic, "1.gradient", "[1, 2, 3]", "shape-mismatch")]
    [TestCase(Backprop, "2f.W1", "[[1, 2], [3]]", "shape-mismatch")]
    [TestCase(Logistic, "1.likelihood", "\"0,18\"", "decimal-comma")]
    [TestCase(Logistic, "1.likelihood", "\"lnn(w_1)\"", "unknown-name")]
    [TestCase(Logistic, "1.likelihood", "NaN", "not-a-number")]
    [TestCase(Logistic, "1.likelihood", "true", "wrong-type")]
    [TestCase(Logistic, "1.likelihood", "{\"option\": \"a\"}", "formula-wanted")]
    [TestCase(Logistic, "1.likelihood", "{\"a\": 1, \"b\": 2}", "formula-wanted")]
    [TestCase(Logistic, "1.likelihood", "\"sum(i,1,1000000, sum(k,1,1000000, i k))\"", "over-budget")]
    [TestCase(Logistic, "1.fit", "\"w\"", "method-wanted")]
    [TestCase(Logistic, "1.why", "{\"nodes\": {}}", "text-wanted")]
    [TestCase(Logistic, "1.closed-form", "[1]", "option-wanted")]
    [TestCase(Logistic, "1.closed-form", "\"no\"", "unknown-option")]
    [TestCase(Logistic, "1.alternatives", "{\"nodes\": {}}", "option-wanted")]
    [TestCase(Relu, "3.1.dead", "1", "formula-wanted")]
    [TestCase(Relu, "3.1.dead", "\"a_i\"", "formula-wanted")]
    [TestCase(Tables, "2a.table", "\"2\"", "cells-wanted")]
    [TestCase(Backprop, "2a.graph", "\"tanh(w)\"", "graph-wanted")]
    public void Check_AnswerOfAnotherForm_IsUnreadableWithAWayOut(string worksheet, string part, string json, string code)
    {
        var result = CheckPart(worksheet, part, json);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Unreadable), string.Join(' ', result.Feedback));
        Assert.That(result.Score, Is.Zero);
        Assert.That(CodesOf(result), Does.Contain(code));
    }

    [TestCase("\"\"")]
    [TestCase("\"  \"")]
    [TestCase("null")]
    [TestCase("{}")]
    public void Check_BlankAnswer_IsMissing(string json)
    {
        foreach (var worksheet in Worksheets.Ids.Select(Worksheet))
        {
            var answers = $"{{{string.Join(", ", worksheet.Parts.Select(part => $"\"{part.Id}\": {json}"))}}}";
            Assert.That(CheckAnswers(worksheet.Id, answers).Parts.Select(part => part.Verdict), Is.All.EqualTo(Verdict.Missing), worksheet.Id);
        }
    }

    [TestCase("w_1", Verdict.Correct)]
    [TestCase("(w_1 - 1e-9)", Verdict.Incorrect)]
    public void Check_FormulaThatRoundingHidesFromDoubles_IsDecidedWithMoreDigits(string taken, Verdict verdict)
    {
        var result = CheckPart(Logistic, "1.gradient", $"\"X^T (y - s(X w)) + (1e16 + w_1 - 1e16 - {taken}) w\"");
        Assert.That(result.Verdict, Is.EqualTo(verdict));
    }

    [Test]
    public void Check_FormulaWithARoundedNumber_SaysSo()
    {
        var result = CheckPart(Logistic, "1.gradient", "\"1.0000000000000001 X^T (y - s(X w))\"");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Partial));
        Assert.That(CodesOf(result), Is.EqualTo(new[] { "rounded" }));
    }

    [Test]
    public void Check_FormulaThatRoundingHides_IsPendingAndUndecided()
    {
        var result = CheckPart(Logistic, "1.gradient", "\"X^T (y - s(X w)) + (1e100 + w_1 - 1e100 - w_1) w\"");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Pending));
        Assert.That(CodesOf(result), Is.EqualTo(new[] { "undecided" }));
    }

    [Test]
    public void Check_WrongFormulaInACell_ShowsWhereItDiffers()
    {
        var cells = CheckPart(Tables, "2b.partials", "{\"dy/da\": \"relu(c x1 + e x2)\", \"dy/db\": \"relu(d x1 + f x2) s'(b relu(d x1 + f x2))\"}").Cells;
        var (wrong, right) = (cells.Single(cell => cell.Cell == "dy/da"), cells.Single(cell => cell.Cell == "dy/db"));
        Assert.That(wrong.Counterexample, Is.Not.Null);
        Assert.That(wrong.Counterexample!.Answer, Is.Not.EqualTo(wrong.Counterexample.Expected));
        Assert.That(right.Counterexample, Is.Null);
    }

    /// <summary>Half the credit, as for a value rounded too far; `equal` says that the formulas differ.</summary>
    [TestCase(Logistic, "2a.value", "\"g(w d0 sum(x)/d0) * 0.333333333333333 * 3\"")]
    public void Check_ConstantTypedToFifteenDigits_IsRoundedAndEarnsHalf(string worksheet, string part, string json)
    {
        var result = CheckPart(worksheet, part, json);
        Assert.That(CodesOf(result), Is.EqualTo(new[] { "rounded" }));
        Assert.That(result.Score, Is.EqualTo(result.MaxScore / 2));
    }

    [Test]
    public void Check_Prose_WaitsForAPersonAndCountsApart()
    {
        var result = CheckAnswers(Logistic, "{\"1.why\": \"Because.\"}");
        Assert.That(CodesOf(result.Parts.Single(part => part.PartId == "1.why")), Is.EqualTo(new[] { "waits-for-person" }));
        Assert.That(global::Grader.Marking.Scoring.Total(result.Parts).Pending, Is.EqualTo(2));
    }

    [Test]
    public void Check_UnknownPart_IsAProblemAndTheRestIsGraded()
    {
        var result = CheckAnswers(Backprop, "{\"1b.valu\": \"g(x)\", \"1b.relation\": \"all-equal\"}");
        Assert.That(result.Problems.Single().Code, Is.EqualTo("unknown-part"));
        Assert.That(result.Problems.Single().Hint, Does.Contain("1b.value"));
        Assert.That(result.Score, Is.EqualTo(1));
    }

    [Test]
    public void Check_EverythingOrNothingTicked_EarnsNothing()
    {
        foreach (var worksheet in Worksheets.Ids.Select(Worksheet))
        {
            foreach (var part in worksheet.Parts)
            {
                if (part.Kind is not PartKind.Claims claims) continue;
                var all = string.Join(", ", claims.Options.Select(option => $"\"{option.Id}\""));
                Assert.That(CheckPart(worksheet.Id, part.Id, $"[{all}]").Score, Is.Zero, part.Id);
            }
        }
    }

    [Test]
    public void Check_SameAnswers_SameVerdictsFromEveryThread()
    {
        const string Answers = "{\"1.gradient\": \"2 X^T (y - s(X w))\", \"1.likelihood\": \"0\", \"2a.value\": \"g(w sum(x))\"}";
        var checker = new Checker(3);
        var submission = AnswerFileReader.Read("f", Encoding.UTF8.GetBytes($"{{\"worksheet\": \"{Logistic}\", \"student\": \"s\", \"answers\": {Answers}}}"));
        var verdicts = new string[8];
        Parallel.For(0, verdicts.Length, i => verdicts[i] = string.Join(' ', checker.Check(Worksheet(Logistic), submission).Parts.Select(part => part.Verdict)));
        Assert.That(verdicts.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Check_ConstantFormula_CountsAsTheValueAtTheGivenInputs()
    {
        var result = CheckPart(Relu, "1.mle-prior", "\"1/1 - 1/4\"");
        var value = CheckPart(Relu, "1.mle-prior", "0.75");
        Assert.That(result.Verdict, Is.EqualTo(value.Verdict));
    }
}
