using Formulas.Analysis;
using Formulas.Expressions;

namespace Grader.Authoring;

/// <summary>
/// What looking a worksheet over may cost, in operations, so that the end comes whatever the files hold and the findings are the
/// same on every machine.
/// </summary>
internal sealed class Effort(long operations = Effort.Usual)
{
    /// <summary>Several times what a long worksheet needs.</summary>
    private const long Usual = 1_000_000_000;

    /// <summary>Some thousand times what an honest formula needs.</summary>
    private const long MostForOne = 200_000;

    /// <summary>What drawing an input or reading a name costs beside evaluating.</summary>
    private const long Overhead = 20;

    private long left = operations;

    public bool IsSpent => left <= 0;

    public Outcome Evaluate(Expression formula, Assignment at) => Measured(budget => Evaluation.Evaluate(formula, at, budget)).Outcome;

    public Outcome EvaluateInSinglePrecision(Expression formula, Assignment at) =>
        Measured(budget => Evaluation.EvaluateInSinglePrecision(formula, at, budget)).Outcome;

    public (Outcome Outcome, long Operations) Measured(Func<EvaluationBudget, Outcome> evaluate)
    {
        var allowed = Math.Clamp(left, 0, MostForOne);
        var budget = new EvaluationBudget(allowed);
        var outcome = evaluate(budget);
        var spent = allowed - Math.Max(0, budget.Left);
        left -= spent + Overhead;
        return (outcome, spent);
    }

    /// <summary>Takes what work elsewhere will cost. False where it is more than what is left: it must not be begun then.</summary>
    public bool Take(double cost)
    {
        var isAffordable = cost < left;
        left -= (long)Math.Min(cost, left);
        return isAffordable;
    }
}
