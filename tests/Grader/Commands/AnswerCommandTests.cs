using Grader.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

public sealed class AnswerCommandTests
{
    private const string Inputs = """ "W": [[1, 2]], "b": [0], "x": [1, 1], "y": 1, "i": 1 """;

    [Test]
    public void Stream_OfGoodAndBadLines_AnswersEachInItsTurn()
    {
        var lines = string.Join('\n', """{"part": "backprop-practice/1e.gradient", "inputs": {"x1": [2, 3], "delta2": [5, 7], "i": 2, "j": 1}}""", "not json", "",
            """{"part": "backprop-practice/1b.relation"}""", """{"part": "backprop-practice/1f.claims"}""");
        var run = CommandRun.With(lines, "answer", "--jsonl");
        var answers = run.Output.Trim().Split('\n').Select(JObject.Parse).ToList();
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well));
        Assert.That(answers, Has.Count.EqualTo(4));
        Assert.That((double?)answers[0]["value"], Is.EqualTo(15));
        Assert.That((string?)answers[1]["error"], Does.Contain("JSON"));
        Assert.That((string?)answers[2]["value"], Is.EqualTo("all-equal"));
        Assert.That(answers[3]["value"]!.Values<string>(), Is.EquivalentTo(new[] { "features-differ", "no-hidden-units", "convex" }));
    }

    [TestCase("\"W\"", "\"V\"", "V")]
    [TestCase("\"b\": [0],", "", "b")]
    [TestCase("[1, 1]", "[1, 1, 1]", "x")]
    [TestCase("[1, 1]", "[1, NaN]", "x")]
    [TestCase("\"i\": 1", "\"i\": 2", "i")]
    [TestCase("[[1, 2]]", "[[1, 2], [3]]", "W")]
    public void Stream_InputsThatDoNotFit_AreNamed(string from, string to, string name)
    {
        var line = "{\"part\": \"backprop-practice/2c.dw\", \"inputs\": {" + Inputs.Replace(from, to, StringComparison.Ordinal) + "}}";
        var answer = JObject.Parse(CommandRun.With(line, "answer", "--jsonl").Output);
        Assert.That(answer["value"], Is.Null);
        Assert.That((string?)answer["error"], Does.Match($@"\b{name}\b").And.Not.Contain("Exception"));
    }

    [Test]
    public void Answer_OfTable_IsAnObjectOfCells()
    {
        var answer = JObject.Parse(CommandRun.Of("answer", "sgd-backprop-tables/2b.forward", "--format", "json").Output);
        Assert.That((double?)answer["value"]!["y"], Is.EqualTo(1.3808).Within(1e-4));
    }

    [Test]
    public void Answer_AtOwnInputs_TakesTheFile()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("answer", "backprop-practice/2c.db", "--at", folder.Write("in.json", $"{{{Inputs}}}"));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        Assert.That(run.Output, Does.Contain("value"));
    }
}
