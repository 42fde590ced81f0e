using Grader.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

public sealed class EqualCommandTests
{
    [TestCase("2 sinh(1)", "e - 1/e", ExitCode.Well)]
    [TestCase("x", "sqrt(x^2)", ExitCode.NotWell)]
    [TestCase("sum(i,1,n, i)", "n (n + 1)/2", ExitCode.Well)]
    [TestCase("sum(i,1,n, i)", "n (n - 1)/2", ExitCode.NotWell)]
    [TestCase(@"\sum_{k=0}^{m-1} x^k", "(1 - x^m)/(1 - x)", ExitCode.Well)]
    [TestCase("x +", "x", ExitCode.Unusable)]
    [TestCase("9^9^9^9", "x", ExitCode.Unusable)]
    [TestCase("x", "sum(i,1,10^9,i x)", ExitCode.Unusable)]
    public void Equal_TwoFormulas_EndsWithTheVerdict(string a, string b, int exit) =>
        Assert.That(CommandRun.Of("equal", a, b).Exit, Is.EqualTo(exit));

    [Test]
    public void Equal_DifferentFormulas_ShowsReadingsValuesAndTheMistake()
    {
        var run = CommandRun.Of("equal", "2x", "-2x");
        Assert.That(run.Output, Does.Contain("2 * x").And.Contain("x = 2").And.Contain("sign"));
    }

    [TestCase("x", "sqrt(x^2)", "x >= 0", true)]
    [TestCase("x", "sqrt(x^2)", "x > -1", false)]
    [TestCase("p", "sqrt(p^2)", "0 < p <= 2/3", true)]
    [TestCase("cos(k pi)", "(-1)^k", "k integer", true)]
    [TestCase("(A B)^T", "B^T A^T", "A: 3x2, B: 2xn", true)]
    [TestCase("A B", "B A", "A: d x d, B: d x d", false)]
    [TestCase("v . w", "w . v", "v: n, w: n", true)]
    [TestCase("v w^T", "w v^T", "v: n, w: n", false)]
    [TestCase("g'(2x)", "g'(x + x)", "g function", true)]
    [TestCase("J_Phi(v) v", "J_Phi(v)^T v", "Phi: map, v: d", false)]
    public void Equal_UnderConditions_ObeysThem(string a, string b, string where, bool areEqual) =>
        Assert.That(CommandRun.Of("equal", a, b, "--where", where).Exit, Is.EqualTo(areEqual ? ExitCode.Well : ExitCode.NotWell));

    [Test]
    public void Equal_WithAGap_SaysWhereItWasMet()
    {
        var run = CommandRun.Of("equal", "(x^2 - 1)/(x - 1)", "x + 1");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well));
        Assert.That(run.Output, Does.Contain("A has no value at single points such as x = 1 (division by 0)"));
        Assert.That((string?)JObject.Parse(CommandRun.Of("equal", "abs(x)/x", "sign(x)", "--format", "json").Output)["diagnosis"]!["code"], Is.EqualTo("gap"));
    }

    [TestCase("sqrt(x)^2", "x", "sqrt of -1")]
    [TestCase("ln(x y)", "ln(abs(x y))", "ln of -")]
    public void Equal_WithoutValueOnAStretch_SaysSo(string a, string b, string reason)
    {
        var run = CommandRun.Of("equal", a, b);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.NotWell));
        Assert.That(run.Output, Does.Contain(reason).And.Contain("no value on a part of the points where B has one"));
    }

    [TestCase("0.333333333333333", "1/3")]
    [TestCase("0.333333333333333 x^2", "x^2/3")]
    public void Equal_ConstantTypedToFifteenDigits_IsDifferent(string a, string b) =>
        Assert.That(CommandRun.Of("equal", a, b).Exit, Is.EqualTo(ExitCode.NotWell));

    [TestCase("x ~ 3")]
    [TestCase("x > much")]
    [TestCase("x > 2, x < 1")]
    [TestCase("W: 0x3")]
    public void Equal_ConditionThatCannotBeRead_IsNamed(string where)
    {
        var run = CommandRun.Of("equal", "x", "x", "--where", where);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Is.Not.Empty);
    }

    [Test]
    public void Equal_SymbolsFromFile_AreRead()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("symbols.json", """{"x": {"low": 0}, "W": {"shape": ["n", "n"]}}""");
        Assert.That(CommandRun.Of("equal", "x W", "sqrt(x^2) W", "--symbols", file).Exit, Is.EqualTo(ExitCode.Well));
    }

    [Test]
    public void Stream_OfGoodAndBadLines_AnswersEachInItsTurn()
    {
        string[] lines =
        [
            """{"a": "(x-1)^2", "b": "x^2-2*x+1"}""",
            """{"a": "X", "b": "x", "symbols": {}}""",
            "not json",
            "",
            """{"a": "x +", "b": "x"}""",
            """{"a": 3, "b": "x"}""",
            """{"a": "x", "b": "x", "symbols": {"x": {"lowest": 3}}}""",
            """{"a": "x", "b": "ln(-1-x^2)"}""",
            """{"a": "-W x", "b": "W x", "symbols": {"W": {"shape": [3, "d"]}, "x": {"shape": ["d"], "low": 0, "high": 1}}}""",
        ];
        var run = CommandRun.With(string.Join('\n', lines), "equal", "--jsonl");
        var replies = run.Output.Trim().Split('\n').Select(JObject.Parse).ToList();

        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well));
        Assert.That(replies, Has.Count.EqualTo(lines.Length));
        Assert.That(replies.Select(reply => reply["equal"]!.ToString()), Is.EqualTo(new[] { "True", "False", "", "", "", "", "", "undecided", "False" }));
        Assert.That(replies.Select(reply => reply["error"]!.Type == JTokenType.Null), Is.EqualTo(new[] { true, true, false, false, false, false, false, true, true }));
        Assert.That((double?)replies[1]["counterexample"]!["inputs"]!["x"], Is.Not.Null);
        Assert.That((string?)replies[8]["diagnosis"]!["code"], Is.EqualTo("wrong-sign"));
    }
}
