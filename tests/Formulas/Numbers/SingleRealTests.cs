using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Tests.Numbers;

public sealed class SingleRealTests
{
    [TestCase("x + 1", 1e-8, 1)]
    [TestCase("x", 0.1, 0.1f)]
    [TestCase("1/x", 3, 1f / 3)]
    [TestCase("sqrt(x)", 2, 1.41421354f)]
    [TestCase("(x + 16777216) - 16777216", 1, 0)]
    public void Evaluation_InSinglePrecision_RoundsEveryStep(string formula, double x, double expected)
    {
        var read = ((Reading<Expression>.Success)FormulaReader.Read(formula, Scope.Empty with { Open = true })).Value;
        var at = new Assignment(new Dictionary<string, Value> { ["x"] = new Value.Scalar(x) }, new Dictionary<string, int>());
        Assert.That(Evaluation.EvaluateInSinglePrecision(read, at, new(100)), Is.EqualTo(new Outcome.Known(new Value.Scalar(expected))));
    }

    [Test]
    public void Evaluation_WithABudget_TakesFromItAndStopsAtItsEnd()
    {
        var budget = new EvaluationBudget(100);
        Assert.That(Sum("sum(k,1,5, k)", budget), Is.EqualTo(new Outcome.Known(new Value.Scalar(15))));
        Assert.That(budget.Left, Is.InRange(1, 90));
        Assert.That(Sum("sum(k,1,1000, k)", budget), Is.InstanceOf<Outcome.OverBudget>());
    }

    private static Outcome Sum(string formula, EvaluationBudget budget) => Evaluation.Evaluate(
        ((Reading<Expression>.Success)FormulaReader.Read(formula, Scope.Empty)).Value, new(new Dictionary<string, Value>(), new Dictionary<string, int>()), budget);
}
