using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Matrix products in the wrong order, and transposes lost or too many.</summary>
internal static class ProductChanges
{
    public static IEnumerable<Change> Of(Expression node) => node switch
    {
        Expression.Transpose(var operand, _) => [new(operand, Plausibility.Order, () => MistakeSentences.LostTranspose(operand))],
        Expression.Reference { Shape: Shape.MatrixShape } or Expression.Jacobian => [new(Transposed(node), Plausibility.Order, () => MistakeSentences.ExtraTranspose(node))],
        Expression.Product { Kind: ProductKind.Matrix or ProductKind.Outer } product => OfProduct(product),
        Expression.Product { Kind: ProductKind.Entrywise } product =>
            [new(product with { Kind = ProductKind.Inner, Shape = Shape.Scalar }, Plausibility.Order, () => MistakeSentences.WrongProduct(product))],
        Expression.Product { Kind: ProductKind.Inner } product =>
            [new(product with { Kind = ProductKind.Entrywise, Shape = product.Left.Shape }, Plausibility.Order, () => MistakeSentences.WrongProduct(product))],
        _ => [],
    };

    /// <summary>All transposes of matrices lost at once, as by one who writes none.</summary>
    public static IEnumerable<Change> OfWhole(Expression formula)
    {
        var transposes = Subexpressions.All(formula).OfType<Expression.Transpose>().Where(node => node.Operand.Shape is Shape.MatrixShape).Distinct().ToList();
        if (transposes.Count < 2) yield break;
        var without = transposes.Aggregate(formula, (rest, transpose) => Operands.Everywhere(rest, transpose, transpose.Operand));
        yield return new(without, Plausibility.Order, MistakeSentences.LostTransposes);
    }

    private static IEnumerable<Change> OfProduct(Expression.Product product)
    {
        var (left, right) = (product.Left, product.Right);
        yield return new(product with { Left = right, Right = left }, Plausibility.Order, () => MistakeSentences.WrongOrder(left, right));
        if (right is not Expression.Transpose && right.Shape is Shape.VectorShape && left.Shape is Shape.VectorShape or Shape.RowShape)
            yield return new(new Expression.Product(ProductKind.Outer, right, Transposed(left), product.Shape), Plausibility.Order, () => MistakeSentences.WrongOrder(left, right));
        if (left is Expression.Product { Kind: ProductKind.Matrix } inner)
            yield return new(product with { Left = inner with { Right = right }, Right = inner.Right }, Plausibility.Order, () => MistakeSentences.WrongOrder(inner.Right, right));
        if (product.Kind == ProductKind.Outer && right is Expression.Transpose(var lying, _))
            yield return new(new Expression.Product(ProductKind.Outer, lying, Transposed(left), product.Shape), Plausibility.Order, () => MistakeSentences.WrongOrder(left, right));
    }

    private static Expression Transposed(Expression node) => node switch
    {
        Expression.Transpose(var operand, _) => operand,
        { Shape: Shape.MatrixShape(var rows, var columns) } => new Expression.Transpose(node, new Shape.MatrixShape(columns, rows)),
        { Shape: Shape.VectorShape(var length) } => new Expression.Transpose(node, new Shape.RowShape(length)),
        { Shape: Shape.RowShape(var length) } => new Expression.Transpose(node, new Shape.VectorShape(length)),
        _ => node,
    };
}
