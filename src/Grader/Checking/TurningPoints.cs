using System.Collections.Immutable;
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

    /// <summary>The differences of what conditions compare and the arguments of functions with a kink, outside sums over an index.</summary>
    public static IEnumerable<Expression> Of(Expression formula)
    {
        var open = new Stack<(Expression Node, ImmutableList<Expression.Let> Around)>([(formula, [])]);
        while (open.TryPop(out var next))
        {
            var (node, around) = next;
            if (Turn(node) is { } turn && !Subexpressions.All(turn).Any(part => part is Expression.BoundIndex))
            {
                yield return around.Reverse().Aggregate(turn, (body, let) => new Expression.Let(let.Name, let.Value, body));
            }

            if (node is Expression.Let definition)
            {
                open.Push((definition.Value, around));
                open.Push((definition.Body, around.Add(definition)));
                continue;
            }

            foreach (var part in Subexpressions.Of(node)) open.Push((part, around));
        }
    }

    private static Expression? Turn(Expression node) => node switch
    {
        Expression.Comparison { Left.Shape: Shape.ScalarShape, Right.Shape: Shape.ScalarShape } comparison =>
            new Expression.Additive(AdditiveOperator.Subtract, comparison.Left, comparison.Right, Shape.Scalar),
        Expression.Call { Arguments: [{ Shape: Shape.ScalarShape } argument] } call when TurningFunctions.Contains(call.Function) => argument,
        _ => null,
    };
}
