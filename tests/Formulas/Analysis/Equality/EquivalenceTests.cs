using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Vectors;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Equality;

[TestFixture]
internal sealed class EquivalenceTests
{
    private static readonly Scope Open = Scope.Empty with { Open = true };

    /// <summary>Pairs of formulas whose relation is known: every one is decided, and rightly, whatever the seed.</summary>
    [TestCaseSource(typeof(VectorFile), nameof(VectorFile.Cases))]
    public void Decide_PairOfVectorFile_SaysWhatTheFileSays(VectorPair pair)
    {
        for (var seed = 0UL; seed < 5; seed++)
        {
            var decision = Equivalence.Decide(pair.ReadAnswer(), pair.ReadReference(), pair.Scope, [], seed);
            Assert.That(decision, pair.AreEqual ? Is.TypeOf<Decision.Equal>() : Is.TypeOf<Decision.Different>());
        }
    }

    [TestCase("x - 1", "x")]
    [TestCase("sqrt(x)^2", "x")]
    [TestCase("a b + 1e-14", "a b")]
    [TestCase("(x-a)^6000", "(x-a)^5999")]
    public void Decide_DifferentPair_ShowsItAtSmallNumbers(string answer, string reference)
    {
        var decision = Decide(answer, reference);
        Assert.That(decision, Is.TypeOf<Decision.Different>());
        var values = ((Decision.Different)decision).At.Inputs.Values.Values;
        Assert.That(values.Cast<Value.Scalar>().Select(value => value.Number), Is.All.InRange(-100, 100).And.All.Matches<double>(number => number * 100 == Math.Round(number * 100)));
    }

    [Test]
    public void Decide_AnswerWithoutValueOnPartOfTheDomain_SaysWhy()
    {
        var decision = (Decision.Different)Decide("ln(x)^2/ln(x)", "ln(abs(x))");
        Assert.That(decision.At.Undefined, Does.StartWith("ln of -"));
        Assert.That(decision.At.Answer, Is.Null);
    }

    [Test]
    public void Decide_ReferenceWithoutAnyValue_IsUndecided() =>
        Assert.That(Decide("x", "ln(-1 - x^2)"), Is.TypeOf<Decision.Undecided>());

    [TestCase("sum(i, 1, 1000000000, x)", "x")]
    [TestCase("9^9^9^9", "x")]
    [TestCase("exp(exp(exp(exp(x))))", "exp(exp(exp(exp(x)))) + 0")]
    [TestCase("sum(i,1,1000,sum(j,1,1000,sin(i j x)))", "x")]
    public void Decide_CostlyFormula_EndsSoon(string answer, string reference)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Decide(answer, reference);
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(3000));
    }

    private static Decision Decide(string answer, string reference) => Equivalence.Decide(Read(answer), Read(reference), Open, [], 1);

    private static Expression Read(string text) => ((Reading<Expression>.Success)FormulaReader.Read(text, Open)).Value;
}
