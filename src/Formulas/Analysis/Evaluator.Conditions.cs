using System.Diagnostics;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;

namespace Formulas.Analysis;

/// <summary>Comparisons, and what hangs on them. A comparison that lies within the rounding bounds is undecided, and stays so.</summary>
internal sealed partial class Evaluator<T>
{
    private enum Decision
    {
        Fails,
        Holds,
        Undecided,
    }

    private Decision Decide(Expression condition) => condition switch
    {
        Expression.Comparison comparison => Compare(comparison),
        Expression.Logical { Operator: LogicalOperator.And } both => Both(both.Left, both.Right, Decision.Fails),
        Expression.Logical { Operator: LogicalOperator.Or } either => Both(either.Left, either.Right, Decision.Holds),
        Expression.Not not => Opposite(Decide(not.Operand)),
        _ => FromNumber(Evaluate(condition).Scalar),
    };

    /// <summary>The right side is not looked at where the left one settles the matter, so that it may be undefined there.</summary>
    private Decision Both(Expression left, Expression right, Decision settling)
    {
        if (Fault is not null || !Spend(1)) return Decision.Undecided;
        var first = Decide(left);
        if (first == settling) return first;
        var second = Decide(right);
        if (second == settling) return second;
        return first == Decision.Undecided ? first : second;
    }

    private static Decision Opposite(Decision decision) => decision switch
    {
        Decision.Fails => Decision.Holds,
        Decision.Holds => Decision.Fails,
        Decision.Undecided => Decision.Undecided,
        _ => throw new UnreachableException(),
    };

    private Decision Compare(Expression.Comparison node)
    {
        var left = Evaluate(node.Left).Scalar;
        var right = Evaluate(node.Right).Scalar;
        if (Fault is not null) return Decision.Undecided;
        if (double.IsNaN(left.Value) || double.IsNaN(right.Value)) return Decision.Undecided;
        // Bounds never settle whether a number is itself, as in pi >= pi.
        if ((T.Order(left, right) ?? (IsSame(node.Left, node.Right) ? 0 : null)) is not { } order) return Decision.Undecided;
        var holds = node.Operator switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            ComparisonOperator.GreaterOrEqual => order >= 0,
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            _ => throw new UnreachableException(),
        };
        return holds ? Decision.Holds : Decision.Fails;
    }

    /// <summary>Whether two formulas are one, but for the order of terms and the like: pi and 1 pi.</summary>
    private static bool IsSame(Expression left, Expression right) =>
        left.Equals(right) || (Normalizing.Of(left) is { } form && form.Equals(Normalizing.Of(right)));

    private static Decision FromNumber(T truth)
    {
        if (truth.Uncertainty != 0 || double.IsNaN(truth.Value)) return Decision.Undecided;
        return truth.Value != 0 ? Decision.Holds : Decision.Fails;
    }

    /// <summary>1 or 0; anything between where it is undecided.</summary>
    private static T Truth(Decision decision) => decision switch
    {
        Decision.Fails => T.Exact(0),
        Decision.Holds => T.Exact(1),
        Decision.Undecided => T.Between(0, 1),
        _ => throw new UnreachableException(),
    };

    private Tensor<T> Cases(Expression.Cases node)
    {
        foreach (var branch in node.Branches.AsSpan())
        {
            switch (Decide(branch.Condition))
            {
                case Decision.Holds:
                    return Evaluate(branch.Value);
                case Decision.Undecided:
                    return Fault is null ? Filled(node.Shape, T.Unknown) : default;
                case Decision.Fails:
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return Evaluate(node.Otherwise);
    }
}
