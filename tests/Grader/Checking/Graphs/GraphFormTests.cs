using Grader.Checking;

namespace Grader.Tests.Checking.Graphs;

/// <summary>Right values that are not the network asked for, and what is no fault of form.</summary>
[TestFixture]
public sealed class GraphFormTests
{
    private const string Practice = "backprop-practice";
    private const string Tables = "sgd-backprop-tables";
    private const string Factors = "k2 = 2; k3 = 3; k4 = 4; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; ";

    [TestCase("k2 = 2; k3 = 3; k4 = 4.7; i = mul k2 x; ii = mul k3 x; iii = mul k4 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi", "iii, v, vi")]
    [TestCase("k2 = 2; k3 = 3; i = mul k2 x; ii = mul k3 x; iii = mul k3 x; iv = add i ii; v = max ii iii; vi = min ii iii; vii = max iv v vi", "iii, v, vi")]
    [TestCase("k3 = 3; k5 = 5; b = mul k3 x; s = mul k5 x; q = max s b; n = min q q; z = 0; m = add n z", "i, iii, v, vi")]
    [TestCase(Factors + "v = max ii ii; vi = min iv ii; w = mul iii iii; o = sub w w; m = max iv v vi; vii = add m o", "v, vi")]
    public void RightFunctionOfAnotherNetwork_IsToldWhatIsMissing(string nodes, string missing)
    {
        var result = GraphAnswerTests.Check(Tables, "2a.graph", nodes, nodes.Split(';')[^1].Split('=')[0].Trim());
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Partial));
        Assert.That(result.Score, Is.EqualTo(result.MaxScore / 2));
        var said = result.Feedback.Single(feedback => feedback.Code == "missing-node").Message;
        Assert.That(said, Does.Contain($" {missing}."));
    }

    [Test]
    public void QuantityThatIsNotLedOn_IsNotSaidToBeMissingBesides()
    {
        var result = GraphAnswerTests.Check(Tables, "2a.graph", Factors + "v = max ii iii; vi = min ii iii; vii = max iv v", "vii");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Partial));
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Is.EqualTo(new[] { "unused-node" }));
    }

    [Test]
    public void MarkThatNobodyAskedFor_CostsNothing()
    {
        var result = GraphAnswerTests.Check(Tables, "2a.graph", Factors + "v = max ii iii; vi = min ii iii; vii = max iv v vi", "vii", ", \"marks\": {\"delta1\": \"i\"}");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct));
        Assert.That(result.Score, Is.EqualTo(result.MaxScore));
        Assert.That(result.Feedback.Single().Code, Is.EqualTo("unknown-mark"));
    }

    [TestCase("delta^(1)", "delta^(2)")]
    [TestCase("delta_1", "delta_{2}")]
    [TestCase("δ1", "δ₂")]
    [TestCase("\\\\delta^{(1)}", "δ²")]
    [TestCase("Delta1", "delta 2")]
    public void Mark_MayBeSpeltAsTheSheetDoes(string first, string second)
    {
        var result = GraphAnswerTests.Check(
            Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "o",
            $", \"marks\": {{\"{first}\": \"S1\", \"{second}\": \"S2\"}}");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join(' ', result.Feedback));
        Assert.That(result.Feedback, Is.Empty);
    }

    [Test]
    public void MarkInTwoSpellings_IsTakenInItsOwn()
    {
        var result = GraphAnswerTests.Check(
            Practice, "1a.graph", "A = transpose W1; S1 = matmul A x; h = g S1; B = transpose W2; S2 = matmul B h; o = g S2", "o",
            ", \"marks\": {\"delta_1\": \"h\", \"delta1\": \"S1\", \"delta2\": \"S2\"}");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join(' ', result.Feedback));
        Assert.That(result.Feedback.Single().Code, Is.EqualTo("unknown-mark"));
    }

    [TestCase("2b.graph", "a = matmul W x; z = add a b; h = φ z; s = sum h; e = sub y s; f = square e")]
    [TestCase("2b.graph", "a = matmul W x; z = add a b; h = ϕ z; s = sum h; e = sub y s; f = square e")]
    [TestCase("2b.graph", "V = w_i; a = matmul V x; z = add a b; h = phi z; s = sum h; e = sub y s; f = square e")]
    [TestCase("2b.graph", "a = matmul w_i x; z = add a b; h = phi z; s = sum h; e = sub y s; f = square e")]
    [TestCase("2b.graph", "a = @ W x; z = + a b; h = phi z; s = sum h; e = − y s; two = 2; f = ^ e two")]
    [TestCase("2a.graph", "a = g1 w; b = g_{2} w; c = g₃ w; f = f a b c")]
    public void Operation_MayBeSpeltAsTheSheetDoes(string part, string nodes)
    {
        var result = GraphAnswerTests.Check(Practice, part, nodes, "f");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join(' ', result.Feedback));
    }

    [Test]
    public void LogisticFunction_MayBeCalledS()
    {
        var result = GraphAnswerTests.Check(
            Tables, "2b.graph",
            "cx = mul c x1; ex = mul e x2; dx = mul d x1; fx = mul f x2; z1 = add cx ex; z2 = add dx fx; r1 = relu z1; r2 = relu z2; "
            + "p = * a r1; q = · b r2; s1 = s p; s2 = σ q; y = + s1 s2", "y");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join(' ', result.Feedback));
    }

    [TestCase("product", "Did you mean \"mul\"?")]
    [TestCase("matvec", "Did you mean \"matmul\"?")]
    [TestCase("sin", "The operations are add, sub, mul")]
    [TestCase("h", "The operations are add, sub, mul")]
    [TestCase("velocity", "g_1, g_2, g_3, f and constant.")]
    public void UnknownOperation_IsToldWhichThereAre(string operation, string said)
    {
        var feedback = GraphAnswerTests.Check(Practice, "2a.graph", $"a = {operation} w", "a").Feedback.Single();
        Assert.That(feedback.Code, Is.EqualTo("unknown-operation"));
        Assert.That(feedback.Message, Does.Contain(said));
        Assert.That(feedback.Message.Contains("Did you mean", StringComparison.Ordinal), Is.EqualTo(said.StartsWith("Did", StringComparison.Ordinal)));
    }

    [Test]
    public void AllFaultsOfANode_AreToldAtOnce()
    {
        var result = GraphAnswerTests.Check(Tables, "2a.graph", "k2 = 2; i = mul k2 x; iv = add q; v = maxx i iiii; vi = min i k3; vii = max iv v vi", "vii");
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Is.EqualTo(new[]
        {
            "dangling-input", "wrong-arity", "dangling-input", "unknown-operation", "dangling-input",
        }));
    }
}
