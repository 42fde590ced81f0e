using Formulas.Expressions;
using Formulas.Numbers;
using Formulas.Rendering;

namespace Formulas.Analysis.Equality;

/// <summary>Finds numbers in a formula that no arithmetic here reaches, whatever the inputs are, such as 9^9^9^9.</summary>
internal static class TooLarge
{
    /// <summary>Of the operations that a search may take.</summary>
    private const long Operations = 20_000;

    private static readonly Assignment Nothing = new(new Dictionary<string, Value>(), new Dictionary<string, int>());

    /// <returns>A constant part without a smaller one in it that leaves the range of doubles, in calculator notation; null where there is none.</returns>
    public static string? PartOf(Expression formula)
    {
        var budget = new EvaluationBudget(Operations);
        Expression? smallest = null;
        foreach (var node in Subexpressions.All(formula))
        {
            if (node is not (Expression.Power or Expression.Call { Function: "exp" or "sinh" or "cosh" } or Expression.Product)) continue;
            var evaluator = new Evaluator<PlainReal>(new(Nothing), budget);
            var value = evaluator.Evaluate(node);
            if (evaluator.Fault is null && value.IsScalar && !double.IsFinite(value[0].Value)) smallest = node;
        }

        return smallest is null ? null : Calculator.Print(smallest);
    }
}
