using Formulas.Analysis;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;

namespace Grader.Checking;

/// <summary>
/// The mistake in a wrong condition. Truth values tell little, so the numbers that the two conditions compare are held against each
/// other: which condition is meant follows from them.
/// </summary>
internal sealed class ConditionMistakes
{
    private readonly IReadOnlyList<Assignment> inputs;
    private readonly MistakeSearch search;

    private ConditionMistakes(IReadOnlyList<Assignment> inputs, MistakeSearch search)
    {
        this.inputs = inputs;
        this.search = search;
    }

    /// <summary>Null where the right condition is no comparison of two numbers.</summary>
    public static ConditionMistakes? Of(PreparedFunction function)
    {
        if (Margin(function.Canonical) is not { } margin) return null;
        var known = function.Samples.Select(sample => (sample.Inputs, Value: Evaluation.EvaluateWithBound(margin, sample.Inputs) as BoundedOutcome.Known))
            .Where(sample => sample.Value is { IsCertain: true }).ToList();
        List<Assignment> inputs = [.. known.Select(sample => sample.Inputs)];
        return new(inputs, new(margin, function.Specification.Scope, inputs, [.. known.Select(sample => sample.Value!)], function.Further));
    }

    /// <summary>Empty where nothing is proved.</summary>
    public IReadOnlyList<Feedback> Find(Expression answer)
    {
        if (Margin(answer) is not { } margin) return [];
        var values = inputs.Select(point => Evaluation.EvaluateWithBound(margin, point)).ToList();
        return search.Find(margin.Shape, values, margin) switch
        {
            null => [],
            // A positive factor on both sides changes no inequality.
            { Factor: > 0 } found => [Messages.Named(found.Mistakes[0])],
            var found => [Messages.Named(found.Mistakes[0]), Messages.TurnedAsWell()],
        };
    }

    /// <summary>What is below 0 where an inequality holds: its smaller side less its larger one.</summary>
    private static Expression? Margin(Expression condition) => condition switch
    {
        Expression.Comparison { Operator: ComparisonOperator.Less or ComparisonOperator.LessOrEqual } comparison => Difference(comparison.Left, comparison.Right),
        Expression.Comparison { Operator: ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual } comparison => Difference(comparison.Right, comparison.Left),
        _ => null,
    };

    private static Expression.Additive? Difference(Expression left, Expression right) =>
        left.Shape is Shape.ScalarShape && right.Shape is Shape.ScalarShape ? new(AdditiveOperator.Subtract, left, right, Shape.Scalar) : null;
}
