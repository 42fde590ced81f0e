using System.Text;
using Formulas.Expressions;
using Grader.Checking;
using Grader.Checking.Graphs;
using Grader.Exercises;
using Grader.Submissions;
using Grader.Tests.Exercises;

namespace Grader.Tests.Checking.Graphs;

/// <summary>All graph parts: several right graphs each, what is wrong named with its node, and the numbers of their drawings.</summary>
[TestFixture]
public sealed class GraphAnswerTests
{
    private static readonly Library Worksheets = Library.Open(RepositoryExercises.Folder);
    private static readonly Checker Checker = new(classSecret: 7);

    private const string Practice = "backprop-practice";
    private const string Tables = "sgd-backprop-tables";

    /// <param name="nodes">As <c>s = add a b</c>, one behind the other.</param>
    internal static PartResult Check(string worksheet, string part, string nodes, string output, string marks = "")
    {
        var json = $"{{\"worksheet\": \"{worksheet}\", \"student\": \"s\", \"answers\": {{\"{part}\": {{\"nodes\": {{ {Written(nodes)} }}, \"output\": \"{output}\"{marks} }} }} }}";
        return Checker.Check(((Found.Success)Worksheets.Find(worksheet)).Worksheet, AnswerFileReader.Read("f", Encoding.UTF8.GetBytes(json)))
            .Parts.Single(result => result.PartId == part);
    }

    /// <summary>"s = add a b" lines as JSON; "two = 2" is a constant.</summary>
    private static string Written(string nodes) => string.Join(", ", nodes.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        var (name, words) = (line.Split('=')[0].Trim(), line.Split('=')[1].Trim().Split(' '));
        return char.IsAsciiDigit(words[0].TrimStart('-')[0])
            ? $"\"{name}\": {{\"op\": \"constant\", \"value\": {words[0]}}}"
            : $"\"{name}\": {{\"op\": \"{words[0]}\", \"in\": [{string.Join(", ", words[1..].Select(word => $"\"{word}\""))}]}}";
    }));

    private const string Deltas = ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S2\"}";

    private const string Sums = "cx = mul c x1; ex = mul e x2; dx = mul d x1; fx = mul f x2; z1 = add cx ex; z2 = add dx fx; ";

    [TestCase(Practice, "1a.graph", "T1 = transpose W1; S1 = matmul T1 x; h = g S1; T2 = transpose W2; S2 = matmul T2 h; o = g S2", "o", Deltas)]
    [TestCase(Practice, "1a.graph", "row = transpose x; p = matmul row W1; S1 = transpose p; h = g S1; r = transpose h; q = matmul r W2; S2 = transpose q; o = g S2", "o", Deltas)]
    [TestCase(Practice, "1a.graph", "in = x; A = W1; B = W2; T1 = transpose A; S1 = matmul T1 in; h = g S1; T2 = transpose B; S2 = matmul T2 h; o = g S2", "o", Deltas)]
    [TestCase(Practice, "2a.graph", "a = g_1 w; b = g_2 w; c = g_3 w; y = f a b c", "y", "")]
    [TestCase(Practice, "2a.graph", "v = w; y = f one two three; three = g_3 v; two = g_2 v; one = g_1 v", "y", "")]
    [TestCase(Practice, "2b.graph", "p = matmul W x; z = add p b; u = phi z; t = sum u; r = sub y t; f = square r", "f", "")]
    [TestCase(Practice, "2b.graph", "p = matmul W x; z = add b p; u = phi z; t = sum u; r = sub t y; f = mul r r", "f", "")]
    [TestCase(Practice, "2b.graph", "p = matmul W x; z = add p b; u = phi z; m = neg u; t = sum m; r = add y t; two = 2; f = pow r two", "f", "")]
    [TestCase(Tables, "2a.graph", "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; j = mul k3 x; k = mul k4 x; s = add i j; v = max j k; u = min j k; o = max s v u", "o", "")]
    [TestCase(Tables, "2a.graph", "i = add x x; j = add x x x; k = add i i; s = add i j; v = max k j; u = min k j; m = max s v; o = max m u", "o", "")]
    [TestCase(Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; p = mul a r1; q = mul b r2; s1 = sigmoid p; s2 = sigmoid q; y = add s1 s2", "y", "")]
    [TestCase(Tables, "2b.graph", Sums + "nought = 0; r1 = max z1 nought; r2 = max nought z2; p = mul r1 a; q = mul r2 b; m = neg p; n = neg q; em = exp m; en = exp n; "
        + "one = 1; dm = add one em; dn = add en one; s1 = div one dm; s2 = div one dn; y = add s2 s1", "y", "")]
    public void RightGraph_InWhateverSteps_EarnsFullMarks(string worksheet, string part, string nodes, string output, string marks)
    {
        var result = Check(worksheet, part, nodes, output, marks);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join(' ', result.Feedback));
        Assert.That(result.Graph!.Values.Keys, Is.SupersetOf(nodes.Split(';').Select(line => line.Split('=')[0].Trim())), "every node has a value to draw");
        Assert.That(result.Graph.WrongNodes, Is.Empty);
    }

    [TestCase("a = add b c; b = neg a; c = neg w", "cycle", "a")]
    [TestCase("w = neg w", "cycle", "w")]
    [TestCase("a = tanhh w", "unknown-operation", "a")]
    [TestCase("a = neg v", "dangling-input", "a")]
    [TestCase("a = sub w", "wrong-arity", "a")]
    public void BrokenGraph_IsToldWhichNodeBreaksIt(string nodes, string code, string node)
    {
        var result = Check(Practice, "2a.graph", nodes, nodes.Split('=')[0].Trim());
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Unreadable));
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Does.Contain(code));
        Assert.That(result.Feedback[0].Message, Does.Contain(node));
        Assert.That(result.Graph!.WrongNodes, Does.Contain(node));
    }

    [Test]
    public void BrokenGraph_WithSeveralFaults_IsToldAllOfThem()
    {
        var result = Check(Practice, "2a.graph", "a = tanhh w; b = neg v; c = sub w; d = add a b", "nowhere");
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Is.EqualTo(new[] { "unknown-operation", "dangling-input", "wrong-arity", "no-output" }));
        Assert.That(result.Graph!.WrongNodes, Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [TestCase("w1 = neg w2; a = neg w1", "Did you mean \"w\"?", TestName = "Not the node itself is proposed")]
    [TestCase("a = add w 2", "{\"op\": \"constant\", \"value\": 2}", TestName = "A bare number")]
    public void InputThatIsNotThere_IsToldWhatCouldStandThere(string nodes, string said) =>
        Assert.That(Check(Practice, "2a.graph", nodes, "a").Feedback.Single().Message, Does.Contain(said));

    [Test]
    public void OutputInBetween_IsToldWhatComesAfterIt()
    {
        var result = Check(Practice, "2b.graph", "p = matmul W x; z = add p b; u = phi z; t = sum u; r = sub y t; f = square r", "r");
        Assert.That(result.Feedback.Select(feedback => feedback.Message), Does.Contain("The node \"f\" comes after the output \"r\". Name it as the output, or leave it out."));
        Assert.That(result.Graph!.WrongNodes, Is.Empty);
    }

    [Test]
    public void NodeThatHidesTheInputItTakes_IsToldSo() =>
        Assert.That(Check(Practice, "2a.graph", "w = neg w", "w").Feedback[0].Message, Does.Contain("hides the input"));

    [TestCase("\"output\": [\"a\", \"b\"]", "several-outputs")]
    [TestCase("\"output\": null", "no-output")]
    public void Graph_WithoutOneOutput_IsAskedForIt(string output, string code)
    {
        var json = $"{{\"worksheet\": \"{Practice}\", \"student\": \"s\", \"answers\": {{\"2a.graph\": {{\"nodes\": {{ {Written("a = neg w; b = neg w")} }}, {output} }} }} }}";
        var feedback = Checker.Check(((Found.Success)Worksheets.Find(Practice)).Worksheet, AnswerFileReader.Read("f", Encoding.UTF8.GetBytes(json)))
            .Parts.Single(part => part.PartId == "2a.graph").Feedback.Single();
        Assert.That(feedback.Code, Is.EqualTo(code));
        if (code == "no-output") Assert.That(feedback.Message, Does.Contain("several: a, b"));
    }

    [Test]
    public void MarkAtNoNode_IsToldSo()
    {
        var result = Check(Practice, "1a.graph", "T1 = transpose W1; S1 = matmul T1 x; h = g S1; T2 = transpose W2; S2 = matmul T2 h; o = g S2", "o",
            ", \"marks\": {\"delta1\": \"S1\", \"delta2\": \"S3\"}");
        Assert.That(result.Feedback.Single().Code, Is.EqualTo("wrong-mark"));
        Assert.That(result.Feedback.Single().Message, Does.Contain("no node"));
    }

    [TestCase("cx = mul c x1; ex = mul e x1; dx = mul d x1; fx = mul f x2; z1 = add cx ex; z2 = add dx fx; r1 = relu z1; r2 = relu z2; p = mul a r1; q = mul b r2; s1 = sigmoid p; s2 = sigmoid q; y = add s1 s2", "ex", true)]
    [TestCase(Sums + "r2 = relu z2; p = mul a z1; q = mul b r2; s1 = sigmoid p; s2 = sigmoid q; y = add s1 s2", "p", true)]
    [TestCase(Sums + "r1 = relu z1; r2 = relu z2; p = mul a r1; q = mul b r2; s1 = sigmoid p; s2 = sigmoid q; y = mul s1 s2", "y", true)]
    [TestCase(Sums + "r1 = tanh z1; r2 = tanh z2; p = mul a r1; q = mul b r2; s1 = sigmoid p; s2 = sigmoid q; y = add s1 s2", "r1", false)]
    public void WrongGraph_IsToldTheFirstNodeThatIsWrong(string nodes, string node, bool isSure)
    {
        var result = Check(Tables, "2b.graph", nodes, "y");
        var said = result.Feedback.Single(feedback => feedback.Code == "wrong-node");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect));
        Assert.That(result.Graph!.WrongNodes, Is.EqualTo(new[] { node }));
        if (node == "y") Assert.That(said.Message, Does.Contain("every value that goes into it is right"));
        Assert.That(said.Message, Does.StartWith(isSure ? $"Look at the node \"{node}\"" : $"Look first at the node \"{node}\""));
    }

    [TestCase(Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; B = transpose W2; S2 = matmul B h", "S2", "as a step on the way its value is right")]
    [TestCase(Practice, "2b.graph", "a = matmul W x; z = add a b; h = phi z; s = sum h; f = sub y s", "f", "as a step on the way its value is right")]
    [TestCase(Practice, "2a.graph", "a = g_1 w; b = g_1 w; c = g_3 w; y = f a b c", "y", "others belong here")]
    public void Output_ThatIsNotTheResult_IsToldWhatIsKnownOfIt(string worksheet, string part, string nodes, string output, string said)
    {
        var result = Check(worksheet, part, nodes, output);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect));
        Assert.That(result.Feedback.Single(feedback => feedback.Code == "wrong-node").Message, Does.Contain($"\"{output}\"").And.Contain(said));
    }

    [TestCase("five = 5", "five", Description = "a constant alone")]
    [TestCase("k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi; z = 0.000000000001; o = add vii z", "o", Description = "a difference too small to be followed")]
    public void Graph_OfWhichNothingIsProved_BlamesNoNode(string nodes, string output)
    {
        var result = Check(Tables, "2a.graph", nodes, output);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect));
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Has.None.EqualTo("wrong-node"));
    }

    [Test]
    public void Reading_IsInTheStudentsOwnNames()
    {
        var reading = Check(Practice, "2a.graph", "v = w; eins = g_1 v; zwei = g_2 v; drei = g_3 v; y = f eins zwei drei", "y").Reading!;
        Assert.That(reading.Plain, Is.EqualTo("v = w; eins = g_1(v); zwei = g_2(v); drei = g_3(v); f(eins, zwei, drei)"));
        Assert.That(reading.Mathematics!.ToMathMl(), Does.Not.Contain("tanh").And.Not.Contain("node"));
    }

    [Test]
    public void Derivatives_AreThoseOfTheChainRule()
    {
        var graph = Check(Tables, "2b.graph", Sums + "r1 = relu z1; r2 = relu z2; p = mul a r1; q = mul b r2; s1 = sigmoid p; s2 = sigmoid q; y = add s1 s2", "y").Graph!;
        var slope = Sigmoid(2) * (1 - Sigmoid(2));
        Assert.That(Number(graph.Values["s1"]), Is.EqualTo(Sigmoid(2)).Within(1e-12));
        Assert.That(Number(graph.Derivatives.ByNode["a"]), Is.EqualTo(2 * slope).Within(1e-12));
        Assert.That(Number(graph.Derivatives.ByNode["c"]), Is.EqualTo(slope).Within(1e-12));
        Assert.That(Number(graph.Derivatives.ByNode["d"]), Is.Zero, "the unit is dead");
        Assert.That(Number(graph.Derivatives.AlongEdge[("p", 1)]), Is.EqualTo(slope).Within(1e-12));
        // x1 leads into both units; what its arrows bring back adds up.
        Assert.That(Number(graph.Derivatives.ByNode["x1"]), Is.EqualTo(Number(graph.Derivatives.AlongEdge[("cx", 1)]) + Number(graph.Derivatives.AlongEdge[("dx", 1)])));
    }

    [Test]
    public void Derivatives_OfMatricesAndRows_AreTheSameInBothWritings()
    {
        var one = Check(Practice, "1a.graph", "T1 = transpose W1; S1 = matmul T1 x; h = g S1; T2 = transpose W2; S2 = matmul T2 h; o = g S2", "o", Deltas).Graph!;
        var other = Check(Practice, "1a.graph", "row = transpose x; p = matmul row W1; S1 = transpose p; h = g S1; r = transpose h; q = matmul r W2; S2 = transpose q; o = g S2", "o", Deltas).Graph!;
        foreach (var input in new[] { "x", "W1", "W2" }) Assert.That(Values.AreClose(one.Derivatives.ByNode[input], other.Derivatives.ByNode[input]), Is.True, input);
        // The derivative by W1 is x delta1^T.
        var (x, delta) = (((Value.Vector)one.Values["x"]).Entries, ((Value.Vector)one.Derivatives.ByNode["S1"]).Entries);
        var outer = new Value.Matrix(x.Count, delta.Count, [.. x.SelectMany(entry => delta.Select(part => entry * part))]);
        Assert.That(Values.AreClose(one.Derivatives.ByNode["W1"], outer), Is.True);
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Number(Value value) => ((Value.Scalar)value).Number;
}
