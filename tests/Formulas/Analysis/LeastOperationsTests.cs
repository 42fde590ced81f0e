using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Tests.Analysis;

public sealed class LeastOperationsTests
{
    [TestCase("sum(i, 1, 1000, sum(k, 1, 1000, x))", 1e6)]
    [TestCase("sum(i, 1, 1000, 2 x - sum(k, 1, 1000, exp(-prod(m, 1, 1000, x))))", 1e9)]
    public void Of_SumsInSums_CountsEveryStep(string text, double least) => Assert.That(LeastOperations.Of(Read(text)), Is.GreaterThanOrEqualTo(least));

    [TestCase("sum(i, 1, 300, cases(i > 400: sum(k, 1, 100000, x); else: x))")]
    [TestCase("u = sum(k, 1, 100000, x); sum(i, 1, 300, cases(i > 400: u; else: x))")]
    [TestCase("sum(i, 1, 300, sum(k, 5, 1, sum(m, 1, 100000, x)))")]
    [TestCase("sum(i, 1, 300, sum(k, 1, 300, x))")]
    public void Evaluation_OfWhatIsPassedOver_IsNotRefused(string text)
    {
        var outcome = Evaluation.Evaluate(Read(text), new(new Dictionary<string, Value> { ["x"] = new Value.Scalar(1) }, new Dictionary<string, int>()));
        Assert.That(outcome, Is.InstanceOf<Outcome.Known>());
    }

    private static Expression Read(string text) => ((Reading<Expression>.Success)FormulaReader.Read(text, Scope.Empty with { Open = true })).Value;
}
