using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Where a formula changes from one case to another: scalar formulas whose sign decides.</summary>
internal static class Turns
{
    public static IReadOnlyList<Expression> Of(Expression formula) => Subexpressions.All(formula).SelectMany(OfNode).Distinct().ToList();

    /// <summary>
    /// Whether each turn of an answer is one of the mistaken formula, as far as the points show: the same formula, or one whose sign
    /// is the same or the opposite everywhere. A turn of its own may lie where no point falls.
    /// </summary>
    public static bool AreAmong(IReadOnlyList<Expression> turns, IReadOnlyList<Expression> known, IReadOnlyList<Assignment> points) =>
        turns.All(turn => known.Contains(turn) || (Operands.IsClosed(turn) && known.Where(Operands.IsClosed).Any(other => ShareSigns(turn, other, points))));

    private static bool ShareSigns(Expression turn, Expression other, IReadOnlyList<Assignment> points)
    {
        var relation = 0;
        foreach (var point in points)
        {
            if (SignAt(turn, point) is not { } left || SignAt(other, point) is not { } right) continue;
            if (left * right == 0 || (relation != 0 && left * right != relation)) return false;
            relation = left * right;
        }

        return relation != 0;
    }

    /// <summary>Null where there is no value, or both signs are within rounding, or the value is 0.</summary>
    private static int? SignAt(Expression turn, Assignment point) =>
        Evaluation.EvaluateWithBound(turn, point) is BoundedOutcome.Known { Value: Value.Scalar(var number) } known && Math.Abs(number) > known.Bounds[0]
            ? Math.Sign(number)
            : null;

    private static IEnumerable<Expression> OfNode(Expression node) => node switch
    {
        Expression.Comparison { Left: var left, Right: var right } when Trees.IsScalar(left) && Trees.IsScalar(right) =>
            [Trees.IsNumber(right, 0) ? left : Trees.IsNumber(left, 0) ? right : Trees.Difference(left, right)],
        Expression.Call { Function: "relu" or "step" or "abs" or "sign", Arguments: [var argument] } => [argument],
        Expression.Call { Function: "max" or "min" } call => call.Arguments.Zip(call.Arguments.Skip(1), Trees.Difference),
        _ => [],
    };
}
