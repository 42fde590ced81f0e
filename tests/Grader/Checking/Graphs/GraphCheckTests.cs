using System.Runtime.CompilerServices;
using System.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Tests.Checking.Graphs;

[TestFixture]
public sealed class GraphCheckTests
{
    private static readonly Library Worksheets = Library.Open(Path.Combine(Root(), "exercises"));
    private static readonly Checker Checker = new(classSecret: 7);

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));

    private static PartResult CheckPart(string part, string graph)
    {
        var submission = AnswerFileReader.Read("f", Encoding.UTF8.GetBytes(
            $"{{\"worksheet\": \"backprop-practice\", \"student\": \"s\", \"answers\": {{\"{part}\": {graph}}}}}"));
        return Checker.Check(((Found.Success)Worksheets.Find("backprop-practice")).Worksheet, submission).Parts.Single(result => result.PartId == part);
    }

    private const string Layers = """
        "W1T": {"op": "transpose", "in": ["W1"]}, "S1": {"op": "matmul", "in": ["W1T", "x"]}, "x1": {"op": "g", "in": ["S1"]},
        "W2T": {"op": "transpose", "in": ["W2"]}, "S2": {"op": "matmul", "in": ["W2T", "x1"]}, "x2": {"op": "g", "in": ["S2"]}
        """;

    [Test]
    public void Check_ForwardPassWithItsMarks_IsCorrect()
    {
        var result = CheckPart("1a.graph", "{\"nodes\": {" + Layers + "}, \"output\": \"x2\", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}}");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join(' ', result.Feedback));
    }

    [TestCase("\"marks\": {\"delta1\": \"S1\"}", "missing-mark")]
    [TestCase("\"marks\": {\"delta1\": \"x1\", \"delta2\": \"S2\"}", "wrong-mark")]
    public void Check_RightValueWithWrongMarks_IsPartial(string marks, string code)
    {
        var result = CheckPart("1a.graph", "{\"nodes\": {" + Layers + "}, \"output\": \"x2\", " + marks + "}");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Partial));
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Does.Contain(code));
    }

    [Test]
    public void Check_RightValueWithAnUnusedNode_IsPartial()
    {
        var result = CheckPart("2a.graph", """
            {"nodes": {"a": {"op": "g_1", "in": ["w"]}, "b": {"op": "g_2", "in": ["w"]}, "c": {"op": "g_3", "in": ["w"]},
             "d": {"op": "neg", "in": ["w"]}, "y": {"op": "f", "in": ["a", "b", "c"]}}, "output": "y"}
            """);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Partial));
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Is.EqualTo(new[] { "unused-node" }));
    }

    [Test]
    public void Check_RightValueByOtherOperations_IsPartial()
    {
        var result = CheckPart("2a.graph", """
            {"nodes": {"a": {"op": "tanh", "in": ["w"]}, "b": {"op": "g_2", "in": ["w"]}, "c": {"op": "g_3", "in": ["w"]},
             "y": {"op": "f", "in": ["a", "b", "c"]}}, "output": "y"}
            """);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Partial));
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Is.EqualTo(new[] { "missing-operation" }));
    }

    [TestCase("{\"nodes\": {}, \"output\": \"y\"}", "graph-empty")]
    [TestCase("{\"nodes\": {\"a\": {\"op\": \"w\"}}}", "no-output")]
    [TestCase("{\"nodes\": {\"a\": {\"op\": \"w\"}}, \"output\": \"b\"}", "no-output")]
    [TestCase("{\"nodes\": {\"a\": {\"op\": \"neg\", \"in\": [\"b\"]}, \"b\": {\"op\": \"neg\", \"in\": [\"a\"]}}, \"output\": \"a\"}", "cycle")]
    [TestCase("{\"nodes\": {\"a\": {\"op\": \"g9\", \"in\": [\"w\"]}}, \"output\": \"a\"}", "unknown-operation")]
    [TestCase("{\"nodes\": {\"a\": {\"op\": \"tanh(w)\"}}, \"output\": \"a\"}", "unknown-operation")]
    [TestCase("{\"nodes\": {\"a\": {\"op\": \"neg\", \"in\": [\"v\"]}}, \"output\": \"a\"}", "dangling-input")]
    [TestCase("{\"nodes\": {\"a\": {\"op\": \"add\", \"in\": [\"w\"]}}, \"output\": \"a\"}", "wrong-arity")]
    [TestCase("{\"nodes\": {\"a\": {\"op\": \"constant\"}}, \"output\": \"a\"}", "wrong-arity")]
    public void Check_GraphThatCannotBeRun_IsUnreadable(string graph, string code)
    {
        var result = CheckPart("2a.graph", graph);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Unreadable));
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Is.EqualTo(new[] { code }));
    }

    [Test]
    public void Check_ProductOfWrongSizes_NamesTheNode()
    {
        var result = CheckPart("1a.graph", "{\"nodes\": {\"first\": {\"op\": \"matmul\", \"in\": [\"W1\", \"x\"]}}, \"output\": \"first\"}");
        Assert.That(result.Feedback.Single().Code, Is.EqualTo("shape-mismatch"));
        Assert.That(result.Feedback.Single().Message, Does.Contain("\"first\""));
    }

    [Test]
    public void Check_GraphOfManyNodes_IsRefused()
    {
        var nodes = string.Join(", ", Enumerable.Range(0, 101).Select(i => $"\"n{i}\": {{\"op\": \"w\"}}"));
        Assert.That(CheckPart("2a.graph", "{\"nodes\": {" + nodes + "}, \"output\": \"n0\"}").Feedback.Single().Code, Is.EqualTo("graph-too-large"));
    }
}
