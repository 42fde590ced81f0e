using Formulas.Expressions;
using Grader.Checking;
using Grader.Checking.Methods;
using Sandbox.Tests;

namespace Programs.Tests;

/// <summary>Typical mistakes in methods get their name, and what a method does wrong as a program gets its own.</summary>
public sealed class WrongMethodTests
{
    private const string S = "static double S(double z) => 1 / (1 + Math.Exp(-z));";
    private const string Z = "static double Z(double[,] W, double[] b, double[] x, int k) { var z = b[k]; for (var j = 0; j < x.Length; j++) z += W[k, j] * x[j]; return z; }";

    [TestCase("logistic-initialization", "1.gradient", "wrong-sign", S + """
        public static double[] Gradient(double[,] X, double[] y, double[] w)
        {
            var g = new double[w.Length];
            for (var i = 0; i < y.Length; i++)
            {
                double z = 0;
                for (var j = 0; j < w.Length; j++) z += X[i, j] * w[j];
                for (var j = 0; j < w.Length; j++) g[j] += (S(z) - y[i]) * X[i, j];
            }
            return g;
        }
        """)]
    [TestCase("logistic-initialization", "1.gradient", "constant-factor", S + """
        public static double[] Gradient(double[,] X, double[] y, double[] w)
        {
            var g = new double[w.Length];
            for (var i = 0; i < y.Length; i++)
            {
                double z = 0;
                for (var j = 0; j < w.Length; j++) z += X[i, j] * w[j];
                for (var j = 0; j < w.Length; j++) g[j] += 2 * (y[i] - S(z)) * X[i, j];
            }
            return g;
        }
        """)]
    [TestCase("logistic-initialization", "1.gradient", "missing-sum", S + """
        public static double[] Gradient(double[,] X, double[] y, double[] w)
        {
            double z = 0;
            for (var j = 0; j < w.Length; j++) z += X[0, j] * w[j];
            return w.Select((_, j) => (y[0] - S(z)) * X[0, j]).ToArray();
        }
        """)]
    [TestCase("logistic-initialization", "2b.value", "missing-factor", "public static double HiddenDelta(double w, double[] x, double[] delta2, Func<double, double> gPrime) => gPrime(w * x.Sum()) * delta2.Sum();")]
    [TestCase("logistic-initialization", "2b.value", "wrong-quantity", "public static double HiddenDelta(double w, double[] x, double[] delta2, Func<double, double> g) => g(w * x.Sum()) * w * delta2.Sum();")]
    [TestCase("logistic-initialization", "2d.gradient", "missing-factor", "public static double OutputWeightGradient(double[] x1, double[] delta2, int i, int j) => delta2[j - 1];")]
    [TestCase("logistic-initialization", "2e.gradient0", "wrong-sign", """
        public static double[] LossGradientAtZero(double[,] X, double[] y)
        {
            var g = new double[X.GetLength(1)];
            for (var i = 0; i < y.Length; i++) for (var j = 0; j < g.Length; j++) g[j] += X[i, j] * (y[i] - 0.5);
            return g;
        }
        """)]
    [TestCase("initialization-skip-layer", "1b.value", "missing-factor", "public static double HiddenDelta(double w, double[] x1, double[] delta3, Func<double, double> gPrime) => gPrime(w * x1.Sum()) * delta3.Sum();")]
    [TestCase("initialization-skip-layer", "1c.update", "wrong-sign", "public static double UpdatedWeight(double w, double eta, double[] x, double[] delta2, Func<double, double> gPrime, int i, int j) => w + eta * x[i-1] * gPrime(w * x.Sum()) * delta2[j-1];")]
    [TestCase("initialization-skip-layer", "2b.count", "missing-term", "public static int WeightCount(int L, double[] d) { double c = 0; for (var l = 1; l <= L; l++) c += d[l-1] * d[l]; return (int)c; }")]
    [TestCase("naive-bayes-dead-relu", "1.score", "wrong-sign", "public static double Score(double[] y, double theta_y) => y.Sum() / theta_y + (y.Length - y.Sum()) / (1 - theta_y);")]
    [TestCase("sgd-backprop-tables", "1a.gradient", "wrong-sign", S + "public static double SampleGradient(double[] w, double[] x, double y, int j) => x[j-1] * (y - S(w.Zip(x, (a, b) => a * b).Sum()));")]
    [TestCase("backprop-practice", "2c.db", "missing-factor", S + Z + "public static double GradientBias(double[,] W, double[] b, double[] x, double y, int i) { var s = b.Select((_, k) => S(Z(W, b, x, k))).ToArray(); return -2 * (y - s.Sum()); }")]
    [TestCase("backprop-practice", "2c.db", "wrong-sign", S + Z + "public static double GradientBias(double[,] W, double[] b, double[] x, double y, int i) { var s = b.Select((_, k) => S(Z(W, b, x, k))).ToArray(); return 2 * (y - s.Sum()) * s[i-1] * (1 - s[i-1]); }")]
    [TestCase("backprop-practice", "2c.db", "constant-factor", S + Z + "public static double GradientBias(double[,] W, double[] b, double[] x, double y, int i) { var s = b.Select((_, k) => S(Z(W, b, x, k))).ToArray(); return -(y - s.Sum()) * s[i-1] * (1 - s[i-1]); }")]
    [TestCase("backprop-practice", "2f.W2", "transposed", """
        public static double[,] UpdatedSecondWeights(double[,] W1, double[,] W2, double[] b, double[] x, double[] y, double eta)
        {
            var n = x.Length;
            var p = b.Select((bias, r) => bias + x.Select((entry, c) => W1[r, c] * entry).Sum()).ToArray();
            var next = new double[n, n];
            for (var r = 0; r < n; r++) for (var c = 0; c < n; c++) next[c, r] = W2[r, c] - eta * (p.Select((entry, k) => W2[r, k] * entry).Sum() - y[r]) * p[c];
            return next;
        }
        """)]
    [TestCase("naive-bayes-dead-relu", "2.w", "wrong-sign", "public static double[] LogisticWeights(double[] w0, double[] w1) => w0.Zip(w1, (a, b) => a - b).ToArray();")]
    [TestCase("naive-bayes-dead-relu", "3.1.dead", "boundary", Z + "public static bool IsDead(double[,] W1, double[] b, double[] x, int i) => Z(W1, b, x, i - 1) < 0;")]
    [TestCase("naive-bayes-dead-relu", "3.1.dead", "turned-inequality", Z + "public static bool IsDead(double[,] W1, double[] b, double[] x, int i) => Z(W1, b, x, i - 1) > 0;")]
    [TestCase("naive-bayes-dead-relu", "3.2.db", "boundary", Z + "public static double GradientBias(double[,] W1, double[] b, double[] w2, double[] x, int i) => Z(W1, b, x, i - 1) >= 0 ? w2[i-1] : 0;")]
    [TestCase("naive-bayes-dead-relu", "3.4.derivative", "boundary", "public static double LeakyReluDerivative(double a) => a >= 0 ? 1 : 0.3;")]
    [TestCase("naive-bayes-dead-relu", "4.error", "wrong-sign", """
        public static double[] HiddenError(double[,] W, double[] z, int i)
        {
            var logits = Enumerable.Range(0, W.GetLength(0)).Select(r => Math.Exp(z.Select((entry, c) => W[r, c] * entry).Sum())).ToArray();
            var p = logits.Select(power => power / logits.Sum()).ToArray();
            return z.Select((_, c) => p.Select((q, r) => W[r, c] * (q - (r == i - 1 ? 1 : 0))).Sum()).ToArray();
        }
        """)]
    public void AMistakeIsNamed(string worksheet, string part, string code, string source) => AssertCode(worksheet, part, code, source, Verdict.Incorrect);

    [TestCase("logistic-initialization", "2a.value", "not-finite", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) => g(w * x.Sum()) / 0;", Verdict.Incorrect)]
    [TestCase("logistic-initialization", "2a.value", "not-deterministic", "static Random r = new Random(); public static double HiddenUnit(double w, double[] x, Func<double, double> g) => g(w * x.Sum()) + r.NextDouble();", Verdict.Incorrect)]
    [TestCase("logistic-initialization", "2a.value", "not-deterministic", "static int n; public static double HiddenUnit(double w, double[] x, Func<double, double> g) => g(w * x.Sum()) + n++;", Verdict.Incorrect)]
    [TestCase("logistic-initialization", "2a.value", "inputs-changed", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) { var sum = x.Sum(); x[0] = 0; return g(w * sum); }", Verdict.Correct)]
    [TestCase("logistic-initialization", "2a.value", "crashed", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) => x[17];", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "crashed", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) => HiddenUnit(w, x, g) + 1;", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "timeout", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) { while (true) { } }", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "memory", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) { var kept = new List<double[]>(); while (true) kept.Add(new double[100000]); }", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "output-flood", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) { var line = new string('x', 100000); while (true) Console.WriteLine(line); }", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "wrong-result-type", "public static string HiddenUnit(double w, double[] x, Func<double, double> g) => \"7\";", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "null-result", "public static double[] HiddenUnit(double w, double[] x, Func<double, double> g) => null;", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "shape-mismatch", "public static double[] HiddenUnit(double w, double[] x, Func<double, double> g) => x;", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "shape-mismatch", "public static double[] HiddenUnit(double w, double[] x, Func<double, double> g) => new double[1_000_000];", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "wrong-signature", "public static double HiddenUnit(double w, double[] x, Func<double, double> activation) => activation(w * x.Sum());", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "wrong-signature", "static double HiddenUnit(double w, double[] x, Func<double, double> g) => g(w * x.Sum());", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "wrong-signature", "public static double HiddenUnit(float w, double[] x, Func<double, double> g) => g(w * x.Sum());", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "wrong-signature", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) => 0; public static double HiddenUnit(double w, Func<double, double> g) => 0;", Verdict.Unreadable)]
    [TestCase("logistic-initialization", "2a.value", "method-missing", "public static double HidenUnit(double w, double[] x, Func<double, double> g) => g(w * x.Sum());", Verdict.Missing)]
    [TestCase("logistic-initialization", "2a.value", "not-answered-yet", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) => throw new NotImplementedException();", Verdict.Missing)]
    [TestCase("logistic-initialization", "2a.value", "rounded", "public static double HiddenUnit(double w, double[] x, Func<double, double> g) => (double)(Half)g(w * x.Sum());", Verdict.Partial)]
    [TestCase("sgd-backprop-tables", "2a.table", "cells-missing", "public static Dictionary<string, double> ForwardPass(double x) => new() { [\"i\"] = 2 * x };", Verdict.Partial)]
    [TestCase("logistic-initialization", "1.fit", "wrong-value", "public static double[] Fit(double[,] X, double[] y) => new double[X.GetLength(1)];", Verdict.Incorrect)]
    public void WhatAMethodDoesIsNamed(string worksheet, string part, string code, string source, Verdict verdict) => AssertCode(worksheet, part, code, source, verdict);

    [TestCase("throw new ArgumentException()", "your method threw ArgumentException")]
    [TestCase("HiddenUnit(w, x, g) + 1", "the call stack overflowed")]
    [TestCase("((Func<double>)(() => { while (true) { } }))()", "your method ran longer than 2 s")]
    public void WhereThereIsNoValue_ItIsSaidWhatHappened(string body, string instead)
    {
        var part = Grading.Check("logistic-initialization", Student.Assembly($"public static double HiddenUnit(double w, double[] x, Func<double, double> g) => {body};"), ClassSecret.Public)
            .Parts.First(part => part.PartId == "2a.value");
        Assert.That(part.Counterexample, Has.Property("Answer").Null.And.Property("Instead").EqualTo(instead));
    }

    [Test]
    public void AValueOfManyNumbers_IsDescribedAndNotShown()
    {
        var part = Grading.Check("logistic-initialization", Student.Assembly("public static double[] HiddenUnit(double w, double[] x, Func<double, double> g) => new double[5000];"), ClassSecret.Public)
            .Parts.First(part => part.PartId == "2a.value");
        Assert.That(part.Counterexample, Has.Property("Answer").Null.And.Property("Instead").EqualTo("your answer is a vector of 5000 entries"));
    }

    [Test]
    public void ADeathInTheRepetition_IsNoSecondValue()
    {
        var part = Grading.Judged("logistic-initialization", "2a.value", question => new MethodRecord.Ran(
            "HiddenUnit",
            [.. Enumerable.Repeat(new MethodOutcome.Returned(new Value.Scalar(1), []), question.Points.Count)],
            [.. Enumerable.Repeat(new MethodOutcome.NotCalled(), question.Points.Count - 1), new MethodOutcome.Died(new("timeout", "Too slow."), "your method ran longer than 2 s")]));
        Assert.That(part.Feedback.Select(feedback => feedback.Code), Is.EqualTo(["timeout"]));
    }

    [Test]
    public void OneMethodsDeathLosesNoOther()
    {
        var result = Grading.Check("logistic-initialization", Student.Assembly("""
            public static double HiddenUnit(double w, double[] x, Func<double, double> g) { Environment.FailFast("end"); return 0; }
            public static double OutputWeightGradient(double[] x1, double[] delta2, int i, int j) => x1[i - 1] * delta2[j - 1];
            """), ClassSecret.Public);
        Assert.Multiple(() =>
        {
            Assert.That(result.Parts.First(part => part.PartId == "2a.value").Verdict, Is.EqualTo(Verdict.Unreadable));
            Assert.That(result.Parts.First(part => part.PartId == "2d.gradient").Verdict, Is.EqualTo(Verdict.Correct));
        });
    }

    [Test]
    public void WhatIsRightAtPublicInputsOnlyIsFoundOutWithoutShowingTheOthers()
    {
        var secret = ClassSecret.FromText("autumn");
        var hidden = Grading.HiddenNumber("naive-bayes-dead-relu", "3.4.derivative", secret).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var part = Grading.Check("naive-bayes-dead-relu", Student.Assembly(
            $"public static double LeakyReluDerivative(double a) {{ if (a == {hidden}) throw new ArgumentException($\"it was {{a}}\"); return a > 0 ? 1 : 0.3; }}"), secret)
            .Parts.First(part => part.PartId == "3.4.derivative");
        Assert.Multiple(() =>
        {
            Assert.That(part.Verdict, Is.EqualTo(Verdict.Unreadable));
            Assert.That(part.Feedback.Select(feedback => feedback.Code), Does.Contain("crashed"));
            Assert.That(string.Join(" ", part.Feedback.Select(feedback => feedback.Message)), Does.Contain("ArgumentException").And.Not.Contain("it was"));
            Assert.That(part.Counterexample, Is.Null);
        });
    }

    private static void AssertCode(string worksheet, string part, string code, string source, Verdict verdict)
    {
        var result = Grading.Check(worksheet, Student.Assembly(source), ClassSecret.Public).Parts.First(result => result.PartId == part);
        Assert.Multiple(() =>
        {
            Assert.That(result.Verdict, Is.EqualTo(verdict), string.Join(" ", result.Feedback) + result.Fault);
            Assert.That(result.Feedback.Select(feedback => feedback.Code), Does.Contain(code), string.Join(" ", result.Feedback));
        });
    }
}
