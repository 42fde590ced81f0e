using System.Collections.Immutable;
using System.Diagnostics;
using Formulas.Analysis;
using Formulas.Expressions;

namespace Grader.Checking;

/// <summary>
/// Where a formula may change from one case to another: scalar formulas that are 0 there. Random inputs never fall on such a
/// place, so &gt; and &gt;= look alike until they are tried there.
/// </summary>
internal static class TurningPoints
{
    private static readonly string[] TurningFunctions = ["relu", "step", "abs", "sign"];

    /// <summary>The differences of what conditions compare and the arguments of functions with a kink; inside a sum, those of its first term.</summary>
    public static IEnumerable<Expression> Of(Expression formula)
    {
        var open = new Stack<(Expression Node, ImmutableList<Expression> Around)>([(formula, [])]);
        while (open.TryPop(out var next))
        {
            var (node, around) = next;
            if (Turn(node) is { } turn) yield return around.Reverse().Aggregate(turn, Within);

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

    /// <summary>A turning point under the definitions it uses. A sum whose range ends where it starts is its first term.</summary>
    private static Expression Within(Expression turn, Expression around) => around switch
    {
        Expression.Let let => new Expression.Let(let.Name, let.Value, turn),
        Expression.Repeated repeated => new Expression.Repeated(RepeatedOperator.Sum, repeated.Index, repeated.From, repeated.From, turn),
        _ => throw new UnreachableException(),
    };

    private static Expression? Turn(Expression node) => node switch
    {
        Expression.Comparison { Left.Shape: Shape.ScalarShape, Right.Shape: Shape.ScalarShape } comparison =>
            new Expression.Additive(AdditiveOperator.Subtract, comparison.Left, comparison.Right, Shape.Scalar),
        Expression.Call { Arguments: [{ Shape: Shape.ScalarShape } argument] } call when TurningFunctions.Contains(call.Function) => argument,
        _ => null,
    };
}
