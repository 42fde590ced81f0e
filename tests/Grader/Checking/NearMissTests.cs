using System.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Tests.Checking;

/// <summary>Wrong answers that are right nearly everywhere, or made so that little can go wrong with them.</summary>
[TestFixture]
public sealed class NearMissTests
{
    private const string Relu = "naive-bayes-dead-relu";
    private const string Tables = "sgd-backprop-tables";

    private static readonly Library Worksheets = Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises"));

    private static PartResult Check(string worksheet, string part, string answers, ulong secret = 7)
    {
        var content = Encoding.UTF8.GetBytes($"{{\"worksheet\": \"{worksheet}\", \"student\": \"s\", \"answers\": {{{answers}}}}}");
        return new Checker(secret).Check(((Found.Success)Worksheets.Find(worksheet)).Worksheet, AnswerFileReader.Read("f", content))
            .Parts.Single(result => result.PartId == part);
    }

    [TestCase("1.mle-prior", "c1/max(m, 5)")]
    [TestCase("1.score", "c1/theta_y - max(c0, 1)/(1 - theta_y)")]
    [TestCase("3.4.derivative", "max(a, 0.3 a)/a")]
    [TestCase("3.2.db", "relu(W1[i,:].x + b_i) w2_i/(W1[i,:].x + b_i)")]
    [TestCase("3.1.dead", "W1[i,:].x + b_i <= 1e-9")]
    [TestCase("3.1.dead", "W1[i,:].x + b_i <= -1e-9")]
    [TestCase("3.1.dead", "W1[i,:].x + b_i <= 0 or b_i < -1.9")]
    [TestCase("3.1.dead", "W1[i,:].x + b_i <= 0 and x_1 != 0")]
    [TestCase("3.2.db", "w2_i 1[W1[i,:].x + b_i > 1e-10]")]
    [TestCase("3.2.dw", "w2_i relu(W1[i,:].x + b_i) x_j")]
    [TestCase("3.2.dw", "w2_i 1[W1[i,:].x > 0] x_j")]
    [TestCase("3.4.derivative", "cases(a > 1e-9: 1, else: 0.3)")]
    public void Check_AnswerWrongAtFewInputs_IsIncorrectWhateverTheSecret(string part, string formula)
    {
        for (ulong secret = 0; secret < 20; secret++)
        {
            var result = Check(Relu, part, $"\"{part}\": \"{formula}\"", secret);
            Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect), $"secret {secret}");
            Assert.That(result.Counterexample, Is.Not.Null);
        }
    }

    [TestCase(Relu, "1.mle-prior", "max(c1, 1)/m")]
    [TestCase(Relu, "1.mle-conditional", "max(k[i,v], 1)/(k[i,v] + z[i,v])")]
    [TestCase(Relu, "1.mle-conditional", "k[i,v]/(k[i,v] + max(z[i,v], 1))")]
    public void Check_AnswerWrongWhereACountIsZero_IsIncorrect(string worksheet, string part, string formula)
    {
        for (ulong secret = 0; secret < 10; secret++)
        {
            var result = Check(worksheet, part, $"\"{part}\": \"{formula}\"", secret);
            Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect), $"secret {secret}");
            Assert.That(result.Counterexample, Is.Not.Null);
        }
    }

    /// <summary>Derived where all counts are positive, they have no value where one is 0: that proves nothing, and is said.</summary>
    [TestCase("1.mle-prior", "1/(1 + c0/c1)")]
    [TestCase("1.mle-conditional", "1/(1 + z[i,v]/k[i,v])")]
    public void Check_RatioWithoutAValueForACountOfZero_IsCorrectAndSaidSo(string part, string formula)
    {
        for (ulong secret = 0; secret < 10; secret++)
        {
            var result = Check(Relu, part, $"\"{part}\": \"{formula}\"", secret);
            Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), $"secret {secret}");
            Assert.That(result.Feedback.Select(feedback => feedback.Code), Does.Contain("gap"), $"secret {secret}");
        }
    }

    [TestCase("logistic-initialization", "1.log-likelihood", "sum(i,1,min(n,4), y_i ln(s(w . x_i)) + (1 - y_i) ln(1 - s(w . x_i)))")]
    [TestCase("logistic-initialization", "2a.value", "g(w sum(i,1,min(d0,4), x_i))")]
    [TestCase("backprop-practice", "1b.value", "g(a sum(x)) + 1e9*max(0, d0-4)")]
    [TestCase("gaussian-likelihood", "3.bias", "-sigma^2/min(n, 6)")]
    [TestCase("logistic-initialization", "2a.value", "cases(d0 = 1: 0, else: g(w sum(x)))")]
    public void Check_AnswerWrongForSizesBeyondTheUsual_IsIncorrect(string worksheet, string part, string formula)
    {
        for (ulong secret = 0; secret < 10; secret++)
            Assert.That(Check(worksheet, part, $"\"{part}\": \"{formula}\"", secret).Verdict, Is.EqualTo(Verdict.Incorrect), $"secret {secret}");
    }

    [TestCase("3.1.dead", "W1[i,:].x + b_i < 0 or (W1[i,:].x + b_i = 0 and b_i != 0)")]
    [TestCase("3.1.dead", "a_i <= 0 and not (b_i = 0 and a_i = 0)")]
    [TestCase("3.1.dead", "a_i <= 0 and not (x_1 = 0 and x_2 = 0)")]
    [TestCase("3.1.dead", "a_i < 1e-15")]
    [TestCase("3.1.dead", "a_i < 1e-300")]
    [TestCase("3.1.dead", "abs(a_i) = -a_i and a_i != 0")]
    [TestCase("3.2.db", "w2_i 1[a_i > 0] + 1[x_1 = 0]")]
    [TestCase("3.2.db", "w2_i 1[a_i > 0] + 1[x_1 = 0 and x_2 = 0]")]
    [TestCase("3.2.dw", "w2_i 1[a_i > 1e-15] x_j")]
    public void Check_ConditionSpoiltWhereSeveralTiesMeet_IsIncorrectWhateverTheSecret(string part, string formula)
    {
        for (ulong secret = 0; secret < 10; secret++)
        {
            var result = Check(Relu, part, $"\"{part}\": \"{formula}\"", secret);
            Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect), $"secret {secret}");
            Assert.That(result.Counterexample, Is.Not.Null);
        }
    }

    [TestCase("gaussian-likelihood", "2.mean", "(x_1 + x_2 + x_3 + x_4)/4", "entry by its number")]
    [TestCase("naive-bayes-dead-relu", "3.2.db", "w2_3 1[a_i > 0]", "entry by its number")]
    [TestCase("backprop-practice", "2c.dw", "[x_1, x_2]", "a vector of 2 entries, but a vector of d entries is asked for")]
    [TestCase("logistic-initialization", "1.gradient", "y - s(X w)", "a vector of n entries, but a vector of d entries is asked for")]
    public void Check_FormulaForFixedOrOtherSizes_SaysSoInTheSizesOfTheExercise(string worksheet, string part, string formula, string said)
    {
        for (ulong secret = 0; secret < 5; secret++)
            Assert.That(Check(worksheet, part, $"\"{part}\": \"{formula}\"", secret).Feedback[0].Message, Does.Contain(said), $"secret {secret}");
    }

    [TestCase("3.2.db", "w2_i step(W1[i,:].x)")]
    [TestCase("3.2.dw", "w2_i 1[W1[i,:].x > 0] x_j")]
    public void Check_ConditionWithoutItsBias_IsNotBlamedOnTheBoundary(string part, string formula) =>
        Assert.That(Check(Relu, part, $"\"{part}\": \"{formula}\"").Feedback.Select(feedback => feedback.Code), Has.None.EqualTo("boundary"));

    [TestCase("sum(i, 1, n, cases(y_i = 1: ln(s(w . x_i)), else: 0)) + sum(i, 1, n, cases(y_i = 0: ln(s(w . x_i)), else: 0))")]
    [TestCase("sum(i, 1, n, cases(y_i = 1: ln(s(w . x_i)), else: 0))")]
    public void Check_TermForgottenForOneLabel_IsNotBlamedOnTheBoundary(string formula)
    {
        for (ulong secret = 0; secret < 10; secret++)
        {
            var result = Check("logistic-initialization", "1.log-likelihood", $"\"1.log-likelihood\": \"{formula}\"", secret);
            Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect), $"secret {secret}");
            Assert.That(result.Feedback.Select(feedback => feedback.Code), Has.None.EqualTo("boundary"), $"secret {secret}");
        }
    }

    [TestCase("1.log-likelihood", "cases(sum(y) = 0: 0, else: sum(i,1,n, y_i ln(s(w . x_i)) + (1 - y_i) ln(1 - s(w . x_i))))")]
    [TestCase("1.gradient", "cases(sum(y) = n: 0 w, else: X^T (y - s(X w)))")]
    public void Check_AnswerWrongForLabelsThatAreAllAlike_IsIncorrectWhateverTheSecret(string part, string formula)
    {
        for (ulong secret = 0; secret < 20; secret++)
            Assert.That(Check("logistic-initialization", part, $"\"{part}\": \"{formula}\"", secret).Verdict, Is.EqualTo(Verdict.Incorrect), $"secret {secret}");
    }

    /// <summary>Values that agree for another reason: a one-hot y adds up to 1, S1 is w sum(x), a label is 0 or 1.</summary>
    [TestCase("softmax-regression", "2.gradient-w", "(p_c - 1) x", "extra-sum")]
    [TestCase("logistic-initialization", "2b.value", "g'(w sum(x)) w sum(delta2) sum(x)", "wrong-symbol")]
    [TestCase("logistic-initialization", "1.likelihood", "prod(i,1,n, y_i (1 - y_i))", "derivative-for-function")]
    [TestCase("naive-bayes-dead-relu", "3.2.db", "w2_i s(1e6 a_i)", "boundary")]
    public void Check_WrongAnswerOfOtherMaking_IsNotNamedAfterAMistakeThatItDoesNotShow(string worksheet, string part, string formula, string falsely)
    {
        for (ulong secret = 0; secret < 5; secret++)
        {
            var result = Check(worksheet, part, $"\"{part}\": \"{formula}\"", secret);
            Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect), $"secret {secret}");
            Assert.That(result.Feedback.Select(feedback => feedback.Code), Has.None.EqualTo(falsely), $"secret {secret}");
        }
    }

    /// <summary>As students write lists of numbers, and a column within a line.</summary>
    [TestCase("naive-bayes-dead-relu", "2.w", "[1.5, 2, -0.5]", Verdict.Correct)]
    [TestCase("naive-bayes-dead-relu", "2.w", "w = (3/2, 2, -1/2)", Verdict.Correct)]
    [TestCase("naive-bayes-dead-relu", "2.w", "[1.5, 2, 0.5]", Verdict.Incorrect)]
    [TestCase("logistic-initialization", "2e.gradient0", "[1, -2]", Verdict.Correct)]
    [TestCase("initialization-skip-layer", "2d.gradient", "[g'(w_hy g(w_xh x) + w_xy x) w_hy g'(w_xh x) x, g'(w_hy g(w_xh x) + w_xy x) g(w_xh x), g'(w_hy g(w_xh x) + w_xy x) x]^T", Verdict.Correct)]
    public void Check_ListOfNumbersAsText_IsAValueAndAListTransposedIsAColumn(string worksheet, string part, string text, Verdict verdict)
    {
        for (ulong secret = 0; secret < 5; secret++) Assert.That(Check(worksheet, part, $"\"{part}\": \"{text}\"", secret).Verdict, Is.EqualTo(verdict), $"secret {secret}");
    }

    [TestCase("W1[i,:].x + b_i <= 0")]
    [TestCase("s(W1[i,:].x + b_i) <= 1/2")]
    [TestCase("3 (W1[i,:].x + b_i)/7 <= 0")]
    [TestCase("relu(W1[i,:].x + b_i) = 0")]
    [TestCase("max(0, W1[i,:].x + b_i) = 0")]
    [TestCase("abs(a_i) = -a_i")]
    [TestCase("-a_i >= abs(a_i)")]
    [TestCase("not (a_i > 0)")]
    [TestCase("a_i < 0 or a_i = 0")]
    [TestCase("W1[i,:].x <= -b_i")]
    [TestCase("a_i^2 = -a_i abs(a_i)")]
    [TestCase("sign(a_i) != 1")]
    [TestCase("exp(a_i) <= 1")]
    [TestCase("tanh(a_i) <= 0")]
    [TestCase("sum(k,1,d, W1[i,k] x_k) + b_i <= 0")]
    public void Check_EquivalentCondition_IsNeverIncorrect(string formula)
    {
        for (ulong secret = 0; secret < 20; secret++)
        {
            Assert.That(Check(Relu, "3.1.dead", $"\"3.1.dead\": \"{formula}\"", secret).Verdict, Is.EqualTo(Verdict.Correct), $"secret {secret}");
        }
    }

    [TestCase("W1[i,:].x - b_i <= 0", "wrong-sign")]
    [TestCase("W1[i,:].x + b_i <= 1", "wrong-number")]
    [TestCase("b_i - W1[i,:].x >= 0", "wrong-sign")]
    [TestCase("W1[i,:].x + b_i <= 0 or b_i < -1.9", "wrong-value")]
    [TestCase("W1[i,:].x + 5 b_i <= 0", "wrong-value")]
    public void Check_WrongCondition_IsNamedByWhatItCompares(string formula, string code)
    {
        for (ulong secret = 0; secret < 5; secret++)
            Assert.That(Check(Relu, "3.1.dead", $"\"3.1.dead\": \"{formula}\"", secret).Feedback[0].Code, Is.EqualTo(code), $"secret {secret}");
    }

    [TestCase("0", "0")]
    [TestCase("2", "0")]
    [TestCase("2", "1")]
    public void Check_PartialsFollowingFromOutputsThatNoUnitHas_EarnNothingForIt(string r1, string s1)
    {
        var forward = $"\"2b.forward\": {{\"r1\": {r1}, \"r2\": 0, \"s1\": {s1}, \"s2\": {s1}, \"y\": 0}}";
        var partials = "\"2b.partials\": {\"dy/da\": 0, \"dy/db\": 0, \"dy/dc\": 0, \"dy/dd\": 0, \"dy/de\": 0, \"dy/df\": 0}";
        var result = Check(Tables, "2b.partials", $"{forward}, {partials}");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Partial));
        Assert.That(result.Score, Is.EqualTo(3), "The three cells that are 0 in truth.");
    }

    [Test]
    public void Check_TableOfZeros_EarnsNothing()
    {
        var result = Check(Tables, "2a.table", "\"2a.table\": {\"i\": 0, \"ii\": 0, \"iii\": 0, \"iv\": 0, \"v\": 0, \"vi\": 0, \"vii\": 0}");
        Assert.That(result.Score, Is.Zero);
    }
}
