using System.Collections.Immutable;
using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>
/// Where a formula may change from one case to another: scalar formulas that are 0 there. Random inputs never fall on such a
/// place and seldom go beyond a far one, so &gt; and &gt;=, or x and min(x, 10^6), look alike until they are tried there.
/// </summary>
public static class TurningPoints
{
    private static readonly string[] TurningFunctions = ["relu", "step", "abs", "sign"];

    private static readonly Expression First = new Expression.Number(1, "1");

    private static readonly Expression Second = new Expression.Number(2, "2");

    /// <summary>
    /// The differences of what conditions, max and min compare, and the arguments of functions with a kink. Of vectors and matrices
    /// the first entries stand for all; inside a sum, its first term does.
    /// </summary>
    public static IEnumerable<Expression> Of(Expression formula)
    {
        var open = new Stack<(Expression Node, ImmutableList<Expression> Around)>([(formula, [])]);
        while (open.TryPop(out var next))
        {
            var (node, around) = next;
            foreach (var turn in Turns(node)) yield return around.Reverse().Aggregate(turn, Within);

            if (node is Expression.Let definition)
            {
                open.Push((definition.Value, around));
                open.Push((definition.Body, around.Add(definition)));
                continue;
            }

            if (node is Expression.Repeated repeated)
            {
                open.Push((repeated.From, around));
                open.Push((repeated.To, around));
                open.Push((repeated.Body, around.Add(repeated)));
                continue;
            }

            foreach (var part in Subexpressions.Of(node)) open.Push((part, around));
        }
    }

    /// <summary>Whether a formula may have any turning point.</summary>
    internal static bool IsTurning(Expression node) =>
        node is Expression.Comparison || (node is Expression.Call { Function: var function } && (function is "max" or "min" || TurningFunctions.Contains(function)));

    /// <summary>A turning point under the definitions it uses. A sum whose range ends where it starts is its first term.</summary>
    private static Expression Within(Expression turn, Expression around) => around switch
    {
        Expression.Let let => new Expression.Let(let.Name, let.Value, turn),
        Expression.Repeated repeated => new Expression.Repeated(RepeatedOperator.Sum, repeated.Index, repeated.From, repeated.From, turn),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<Expression> Turns(Expression node) => node switch
    {
        Expression.Comparison { Left.Shape: Shape.ScalarShape, Right.Shape: Shape.ScalarShape } comparison => [Difference(comparison.Left, comparison.Right)],
        Expression.Call { Function: "max" or "min", Arguments: [{ Shape: Shape.VectorShape } only] } => [Difference(Entry(only, First), Entry(only, Second))],
        Expression.Call { Function: "max" or "min", Arguments: { Count: > 1 } arguments } => Ties(arguments),
        Expression.Call { Arguments: [var argument] } call when TurningFunctions.Contains(call.Function) => FirstEntry(argument) is { } first ? [first] : [],
        _ => [],
    };

    private static IEnumerable<Expression> Ties(IReadOnlyList<Expression> arguments)
    {
        for (var right = 1; right < arguments.Count; right++)
        {
            for (var left = 0; left < right; left++)
            {
                if (FirstEntry(arguments[left]) is { } a && FirstEntry(arguments[right]) is { } b) yield return Difference(a, b);
            }
        }
    }

    private static Expression? FirstEntry(Expression argument) => argument.Shape switch
    {
        Shape.ScalarShape => argument,
        Shape.VectorShape => Entry(argument, First),
        Shape.MatrixShape => Entry(argument, First, First),
        _ => null,
    };

    private static Expression Entry(Expression source, params ReadOnlySpan<Expression> places)
    {
        ReadOnlySpan<int> ones = [1, 1];
        return new Expression.Entry(source, Text.EquatableList.Create(places), Text.EquatableList.Create(ones[..places.Length]));
    }

    private static Expression Difference(Expression left, Expression right) => new Expression.Additive(AdditiveOperator.Subtract, left, right, Shape.Scalar);
}
