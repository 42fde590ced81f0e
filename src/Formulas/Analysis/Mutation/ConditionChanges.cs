using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>A condition turned, lost, or joined to another by the wrong word; cases exchanged. Equality at the edge is told elsewhere.</summary>
internal static class ConditionChanges
{
    public static IEnumerable<Change> Of(Expression node) => node switch
    {
        Expression.Comparison comparison => [Turned(comparison, Mirrored(comparison.Operator)), Turned(comparison, Opposite(comparison.Operator))],
        Expression.Logical logical => OfLogical(logical),
        Expression.Not(var operand) => [new(operand, Plausibility.Sign, () => MistakeSentences.LostNot(operand))],
        Expression.Indicator indicator => [new(Trees.Number(1), Plausibility.Missing, () => MistakeSentences.LostCondition(indicator.Condition))],
        Expression.Cases cases => OfCases(cases),
        _ => [],
    };

    private static Change Turned(Expression.Comparison comparison, ComparisonOperator turned) =>
        new(new Expression.Comparison(turned, comparison.Left, comparison.Right), Plausibility.Sign, () => MistakeSentences.TurnedInequality(comparison));

    private static ComparisonOperator Mirrored(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        ComparisonOperator.Equal or ComparisonOperator.NotEqual => comparison,
        _ => throw new UnreachableException(),
    };

    private static ComparisonOperator Opposite(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.Less,
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<Change> OfLogical(Expression.Logical logical)
    {
        var other = logical.Operator == LogicalOperator.And ? LogicalOperator.Or : LogicalOperator.And;
        yield return new(new Expression.Logical(other, logical.Left, logical.Right), Plausibility.Order, () => MistakeSentences.WrongLogical(logical.Operator));
        yield return new(logical.Left, Plausibility.Missing, () => MistakeSentences.LostCondition(logical.Right));
        yield return new(logical.Right, Plausibility.Missing, () => MistakeSentences.LostCondition(logical.Left));
    }

    private static IEnumerable<Change> OfCases(Expression.Cases cases)
    {
        foreach (var branch in cases.Branches)
            yield return new(branch.Value, Plausibility.Missing, () => MistakeSentences.LostCondition(branch.Condition));
        yield return new(cases.Otherwise, Plausibility.Missing, () => MistakeSentences.LostCondition(cases.Branches[0].Condition));
        if (cases.Branches is not [var only]) yield break;
        if (only.Condition is Expression.Comparison comparison)
        {
            var mirrored = new Expression.Comparison(Mirrored(comparison.Operator), comparison.Left, comparison.Right);
            yield return new(cases with { Branches = [only with { Condition = mirrored }] }, Plausibility.Sign, () => MistakeSentences.ExchangedCases(only.Condition));
        }

        yield return new(cases with { Branches = [only with { Value = cases.Otherwise }], Otherwise = only.Value }, Plausibility.Sign, () => MistakeSentences.ExchangedCases(only.Condition));
    }
}
