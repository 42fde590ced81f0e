using System.Text;
using Grader.Submissions;

namespace Grader.Tests.Submissions;

/// <summary>Graphs as typed: keys that stand twice, constants as texts, numbers where names belong.</summary>
[TestFixture]
public sealed class GraphAnswerReaderTests
{
    private static Answer Read(string nodes, string marks = "{}") => AnswerFileReader.Read("f", Encoding.UTF8.GetBytes(
        $"{{\"worksheet\": \"w\", \"student\": \"s\", \"answers\": {{\"p\": {{\"nodes\": {nodes},\n \"output\": \"a\", \"marks\": {marks}}}}}}}"))
        .Answers.Single().Answer;

    [TestCase("{\"a\": {\"op\": \"mul\", \"in\": [\"x\", \"x\"],\n \"in\": [\"y\", \"y\"]}}", "{}", "\"in\" stands twice")]
    [TestCase("{\"a\": {\"op\": \"min\", \"op\": \"max\", \"in\": [\"y\", \"y\"]}}", "{}", "\"op\" stands twice")]
    [TestCase("{\"a\": {\"op\": \"constant\", \"value\": 2, \"value\": 3}}", "{}", "\"value\" stands twice")]
    [TestCase("{\"a\": {\"op\": \"x\"}}", "{\"m\": \"a\", \"m\": \"a\"}", "\"m\" stands twice")]
    public void DoubledKey_IsToldWithBothPlaces(string nodes, string marks, string said)
    {
        var problem = ((Answer.Unusable)Read(nodes, marks)).Problem;
        Assert.That(problem.Code, Is.EqualTo("doubled-key"));
        Assert.That(problem.Message, Does.StartWith(said).And.Match("at line \\d+, column \\d+ and at line \\d+, column \\d+"));
    }

    [TestCase("\"2\"", 2)]
    [TestCase("\"2e0\"", 2)]
    [TestCase("\"2/1\"", 2)]
    [TestCase("\" -1/4 \"", -0.25)]
    [TestCase("\"1e-3\"", 1e-3)]
    [TestCase("\"0.5\"", 0.5)]
    public void Constant_MayBeTypedAsText(string written, double value)
    {
        var graph = ((Answer.Graph)Read($"{{\"a\": {{\"op\": \"constant\", \"value\": {written}}}}}")).Content;
        Assert.That(graph.Nodes.Single().Value, Is.EqualTo(value));
    }

    [TestCase("\"two\"", "\"two\" is no number")]
    [TestCase("\"1/0\"", "\"1/0\" is no number")]
    [TestCase("\"\"", "\"\" is no number")]
    [TestCase("true", "true is not an answer by itself")]
    [TestCase("NaN", "NaN is not a number")]
    [TestCase("1e400", "1e400 is too large")]
    public void ConstantThatIsNoNumber_IsToldSo(string written, string said) =>
        Assert.That(((Answer.Unusable)Read($"{{\"a\": {{\"op\": \"constant\", \"value\": {written}}}}}")).Problem.Message, Does.Contain(said));

    [Test]
    public void KeyBesideAGraph_IsNamedWithItsPlace()
    {
        var answer = AnswerFileReader.Read("f", Encoding.UTF8.GetBytes(
            "{\"worksheet\": \"w\", \"student\": \"s\", \"answers\": {\"p\": {\"graph\": {\"nodes\": {\"a\": {\"op\": \"x\"}}, \"output\": \"a\"},\n \"marks\": {\"m\": \"a\"}}}}"))
            .Answers.Single().Answer;
        var problem = ((Answer.Unusable)answer).Problem;
        Assert.That(problem.Message, Does.Contain("\"marks\" stands beside the graph"));
        Assert.That(problem.Position?.Line, Is.EqualTo(2));
    }

    [Test]
    public void NumberAmongTheInputs_IsLeftToTheCheckOfNodes()
    {
        var graph = ((Answer.Graph)Read("{\"a\": {\"op\": \"mul\", \"in\": [2, \"x\"]}}")).Content;
        Assert.That(graph.Nodes.Single().Inputs, Is.EqualTo(new[] { "2", "x" }));
    }
}
