using Formulas.Expressions;

namespace Grader.Hints;

/// <summary>
/// The outline of a formula: how it is put together on the outside, with an empty place for every symbol, number and deeper piece.
/// A student sees that a product of a difference and a slope is wanted, and has still to find of what.
/// </summary>
internal static class Frame
{
    /// <summary>The sign of an empty place.</summary>
    public const string Place = "□";

    // The outermost operation and the ones it joins: one more would spell most answers out.
    private const int Levels = 2;

    /// <summary>Null where nothing but an empty place would be left.</summary>
    public static Expression? Of(Expression formula)
    {
        var frame = Outline(WithoutAbbreviations(formula), Levels);
        return frame is Expression.Reference ? null : frame;
    }

    private static Expression WithoutAbbreviations(Expression formula)
    {
        while (formula is Expression.Let let) formula = let.Body;
        return formula;
    }

    private static Expression Outline(Expression formula, int levels) => levels == 0 ? Empty(formula) : formula switch
    {
        Expression.Negate node => node with { Operand = Outline(node.Operand, levels) },
        Expression.Transpose node => node with { Operand = Outline(node.Operand, levels - 1) },
        Expression.Additive node => node with { Left = Joined(node.Left, node, levels), Right = Outline(node.Right, levels - 1) },
        Expression.Product node => node with { Left = Joined(node.Left, node, levels), Right = Outline(node.Right, levels - 1) },
        Expression.Quotient node => node with { Left = Outline(node.Left, levels - 1), Right = Outline(node.Right, levels - 1) },
        Expression.Power node => node with { Base = Outline(node.Base, levels - 1), Exponent = Empty(node.Exponent) },
        Expression.Call node => node with { Arguments = [.. node.Arguments.Select(argument => Outline(argument, levels - 1))] },
        Expression.GenericCall node => node with { Argument = Outline(node.Argument, levels - 1) },
        Expression.MapCall node => node with { Argument = Outline(node.Argument, levels - 1) },
        Expression.Jacobian node => node with { Argument = Outline(node.Argument, levels - 1) },
        Expression.Repeated node => node with { Body = Outline(node.Body, levels - 1) },
        Expression.Comparison node => node with { Left = Outline(node.Left, levels - 1), Right = Outline(node.Right, levels - 1) },
        Expression.Logical node => node with { Left = Outline(node.Left, levels), Right = Outline(node.Right, levels) },
        Expression.Not node => node with { Operand = Outline(node.Operand, levels) },
        Expression.Indicator node => node with { Condition = Outline(node.Condition, levels - 1) },
        Expression.Cases node => node with
        {
            Branches = [.. node.Branches.Select(branch => new Branch(Outline(branch.Condition, levels - 1), Outline(branch.Value, levels - 1)))],
            Otherwise = Outline(node.Otherwise, levels - 1),
        },
        _ => Empty(formula),
    };

    // All terms of a sum, and all factors of a product, lie equally deep, however the tree groups them.
    private static Expression Joined(Expression left, Expression whole, int levels) =>
        (left, whole) is (Expression.Additive, Expression.Additive) or (Expression.Product, Expression.Product)
            ? Outline(left, levels)
            : Outline(left, levels - 1);

    private static Expression Empty(Expression formula) => formula.Shape is Shape.TruthShape
        ? new Expression.Comparison(ComparisonOperator.Equal, Empty(Shape.Scalar), Empty(Shape.Scalar))
        : Empty(formula.Shape);

    private static Expression.Reference Empty(Shape shape) => new(Place, shape);
}
