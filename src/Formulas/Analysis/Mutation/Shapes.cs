using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Functions;

namespace Formulas.Analysis.Mutation;

/// <summary>Whether the shapes in a formula still follow from each other, after a piece of another shape was put in.</summary>
internal static class Shapes
{
    public static bool AreSound(Expression formula) => IsSound(formula) && Subexpressions.Of(formula).All(AreSound);

    private static bool IsSound(Expression node) => node switch
    {
        Expression.Number or Expression.Constant or Expression.Reference or Expression.SizeOf
            or Expression.BoundIndex or Expression.LetReference => true,
        Expression.Entry entry => AxesOf(entry.Source) == entry.Indices.Count && entry.Indices.All(Trees.IsScalar),
        Expression.RowOf row => Trees.IsScalar(row.Index) && row.Source.Shape is Shape.MatrixShape(_, var columns) && row.Shape == new Shape.VectorShape(columns),
        Expression.ColumnOf column => Trees.IsScalar(column.Index) && column.Source.Shape is Shape.MatrixShape(var rows, _) && column.Shape == new Shape.VectorShape(rows),
        Expression.Negate negate => IsNumeric(negate.Operand),
        Expression.Transpose transpose => AxesOf(transpose.Operand) > 0 && Dimensions(transpose) is var (rows, columns) && Dimensions(transpose.Operand) == (columns, rows),
        Expression.Additive sum => Fits(sum.Left, sum.Shape) && Fits(sum.Right, sum.Shape) && (sum.Left.Shape == sum.Shape || sum.Right.Shape == sum.Shape),
        Expression.Product product => IsSound(product),
        Expression.Quotient quotient => Fits(quotient.Left, quotient.Shape) && Fits(quotient.Right, quotient.Shape) && (quotient.Left.Shape == quotient.Shape || quotient.Right.Shape == quotient.Shape),
        Expression.Power { Shape: Shape.VectorShape or Shape.RowShape } power => Fits(power.Base, power.Shape) && Fits(power.Exponent, power.Shape) && !(Trees.IsScalar(power.Base) && Trees.IsScalar(power.Exponent)),
        Expression.Power power => power.Base.Shape == power.Shape && Trees.IsScalar(power.Exponent),
        Expression.Call call => IsSound(call),
        Expression.GenericCall call => IsNumeric(call.Argument),
        Expression.MapCall call => call.Argument.Shape == call.Shape,
        Expression.Jacobian jacobian => AxesOf(jacobian.Argument) == 1 && jacobian.Shape is Shape.MatrixShape(_, var columns) && jacobian.Argument.Shape == new Shape.VectorShape(columns),
        Expression.Repeated repeated => Trees.IsScalar(repeated.From) && Trees.IsScalar(repeated.To) && IsNumeric(repeated.Body),
        Expression.Cases cases => cases.Otherwise.Shape == cases.Shape && cases.Branches.All(branch => branch.Condition.Shape is Shape.TruthShape && branch.Value.Shape == cases.Shape),
        Expression.Comparison comparison => Trees.IsScalar(comparison.Left) && Trees.IsScalar(comparison.Right),
        Expression.Logical logical => logical.Left.Shape is Shape.TruthShape && logical.Right.Shape is Shape.TruthShape,
        Expression.Not not => not.Operand.Shape is Shape.TruthShape,
        Expression.Indicator indicator => indicator.Condition.Shape is Shape.TruthShape,
        Expression.VectorLiteral vector => vector.Entries.All(Trees.IsScalar),
        Expression.MatrixLiteral matrix => matrix.Rows.All(row => row.All(Trees.IsScalar)),
        Expression.Let let => Subexpressions.All(let.Body).All(inner => inner is not Expression.LetReference reference || reference.Name != let.Name || reference.Shape == let.Value.Shape),
        _ => throw new UnreachableException(),
    };

    private static bool IsSound(Expression.Product product) => product.Kind switch
    {
        ProductKind.Scale => IsNumeric(product.Left) && IsNumeric(product.Right)
            && ((Trees.IsScalar(product.Left) && product.Right.Shape == product.Shape) || (Trees.IsScalar(product.Right) && product.Left.Shape == product.Shape)),
        ProductKind.Inner => product.Left.Shape is Shape.VectorShape && product.Left.Shape == product.Right.Shape && Trees.IsScalar(product),
        ProductKind.Entrywise => product.Left.Shape == product.Right.Shape && product.Left.Shape == product.Shape && !Trees.IsScalar(product),
        ProductKind.Outer => product.Left.Shape is Shape.VectorShape(var rows) && product.Right.Shape is Shape.RowShape(var columns) && product.Shape == new Shape.MatrixShape(rows, columns),
        ProductKind.Matrix => AxesOf(product.Left) > 0 && AxesOf(product.Right) > 0 && Dimensions(product.Left).Columns == Dimensions(product.Right).Rows
            && Dimensions(product) == (Dimensions(product.Left).Rows, Dimensions(product.Right).Columns),
        _ => throw new UnreachableException(),
    };

    private static bool IsSound(Expression.Call call) => FunctionSignature.Find(call.Function)?.Rule switch
    {
        ShapeRule.Entrywise => call.Arguments.Count == 1 && IsNumeric(call.Arguments[0]) && call.Arguments[0].Shape == call.Shape,
        ShapeRule.Reduction => AxesOf(call.Arguments[0]) > 0,
        ShapeRule.Diagonal => AxesOf(call.Arguments[0]) + AxesOf(call) == 3,
        ShapeRule.VectorToScalar => AxesOf(call.Arguments[0]) == 1,
        ShapeRule.VectorToVector => AxesOf(call.Arguments[0]) == 1 && call.Arguments[0].Shape == call.Shape,
        ShapeRule.SquareToScalar => call.Arguments[0].Shape is Shape.MatrixShape(var rows, var columns) && rows == columns,
        ShapeRule.SquareToSquare => call.Arguments[0].Shape is Shape.MatrixShape(var rows, var columns) && rows == columns && call.Arguments[0].Shape == call.Shape,
        ShapeRule.Extremum => call.Arguments.Count == 1 ? AxesOf(call.Arguments[0]) == 1 : call.Arguments.All(argument => Fits(argument, call.Shape)),
        _ => true,
    };

    private static bool IsNumeric(Expression formula) => formula.Shape is not Shape.TruthShape;

    private static bool Fits(Expression operand, Shape shape) => operand.Shape == shape || Trees.IsScalar(operand);

    private static int AxesOf(Expression formula) => formula.Shape switch
    {
        Shape.VectorShape or Shape.RowShape => 1,
        Shape.MatrixShape => 2,
        _ => 0,
    };

    private static (Size Rows, Size Columns) Dimensions(Expression formula) => formula.Shape switch
    {
        Shape.VectorShape(var length) => (length, Size.Literal(1)),
        Shape.RowShape(var length) => (Size.Literal(1), length),
        Shape.MatrixShape(var rows, var columns) => (rows, columns),
        _ => (Size.Literal(1), Size.Literal(1)),
    };
}
