using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Analysis;

/// <summary>Walks over formulas without recursion, so that depth costs no stack.</summary>
public static class Subexpressions
{
    /// <summary>The direct operands of a node, from left to right.</summary>
    public static IReadOnlyList<Expression> Of(Expression expression) => expression switch
    {
        Expression.Number or Expression.Constant or Expression.Reference or Expression.SizeOf
            or Expression.BoundIndex or Expression.LetReference => [],
        Expression.Entry node => [node.Source, .. node.Indices],
        Expression.RowOf node => [node.Source, node.Index],
        Expression.ColumnOf node => [node.Source, node.Index],
        Expression.Negate node => [node.Operand],
        Expression.Transpose node => [node.Operand],
        Expression.Additive node => [node.Left, node.Right],
        Expression.Product node => [node.Left, node.Right],
        Expression.Quotient node => [node.Left, node.Right],
        Expression.Power node => [node.Base, node.Exponent],
        Expression.Call node => node.Arguments,
        Expression.GenericCall node => [node.Argument],
        Expression.MapCall node => [node.Argument],
        Expression.Jacobian node => [node.Argument],
        Expression.Repeated node => [node.From, node.To, node.Body],
        Expression.Cases node => [.. node.Branches.SelectMany(branch => new[] { branch.Condition, branch.Value }), node.Otherwise],
        Expression.Comparison node => [node.Left, node.Right],
        Expression.Logical node => [node.Left, node.Right],
        Expression.Not node => [node.Operand],
        Expression.Indicator node => [node.Condition],
        Expression.VectorLiteral node => node.Entries,
        Expression.MatrixLiteral node => [.. node.Rows.SelectMany(row => row)],
        Expression.Let node => [node.Value, node.Body],
        _ => throw new UnreachableException(),
    };

    /// <summary>The node itself and everything below it.</summary>
    public static IEnumerable<Expression> All(Expression expression)
    {
        var open = new Stack<Expression>();
        open.Push(expression);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var operand in Of(node)) open.Push(operand);
        }
    }

    /// <summary>The symbols that a formula uses, generic functions and maps among them; sizes are not.</summary>
    public static IReadOnlySet<string> Symbols(Expression expression) => All(expression)
        .Select(node => node switch
        {
            Expression.Reference reference => reference.Name,
            Expression.GenericCall call => call.Function,
            Expression.MapCall call => call.Map,
            Expression.Jacobian jacobian => jacobian.Map,
            _ => null,
        })
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);
}
