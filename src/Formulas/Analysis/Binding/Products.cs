using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

/// <summary>Finds the one reading of a product that the sign and the shapes allow.</summary>
internal static class Products
{
    /// <param name="span">Of the whole product, for messages.</param>
    /// <exception cref="Refusal">The sizes do not fit, or several readings do.</exception>
    public static Expression Join(BinaryOperator sign, Operand left, Operand right, SourceSpan span)
    {
        Arithmetic.RequireNumbers(left);
        Arithmetic.RequireNumbers(right);
        if (left.IsScalar || right.IsScalar) return new Expression.Product(ProductKind.Scale, left.Value, right.Value, left.IsScalar ? right.Shape : left.Shape);
        return sign switch
        {
            BinaryOperator.Entrywise => Entrywise(left, right, span),
            BinaryOperator.ProgramTimes when left.Shape == right.Shape => Entrywise(left, right, span),
            BinaryOperator.Dot => Dotted(left, right, span),
            // W[i,:] is a vector like any other, but before a vector, as the row that it is in W, W[i,:] x is plainly the inner product.
            BinaryOperator.Juxtaposed when left is { IsWrittenRow: true, Shape: Shape.VectorShape v } && right is { IsWrittenRow: false, Shape: Shape.VectorShape w } => Inner(left, right, v.Length, w.Length, span),
            _ => Unsigned(left, right, span),
        };
    }

    private static Expression.Product Entrywise(Operand left, Operand right, SourceSpan span) => left.Shape == right.Shape
        ? new Expression.Product(ProductKind.Entrywise, left.Value, right.Value, left.Shape)
        : throw new Refusal(Messages.ShapeMismatch(left.Described, right.Described, Messages.Hints.EqualShapes, span));

    /// <summary>A dot between vectors is the inner product, elsewhere the matrix product; a vector at a matrix's left counts as a row, as in NumPy.</summary>
    private static Expression Dotted(Operand left, Operand right, SourceSpan span) => (left.Shape, right.Shape) switch
    {
        (Shape.VectorShape v, Shape.VectorShape w) => Inner(left, right, v.Length, w.Length, span),
        (Shape.RowShape v, Shape.RowShape w) => Inner(left, right, v.Length, w.Length, span),
        (Shape.VectorShape v, Shape.MatrixShape m) => v.Length == m.Rows
            ? new Expression.Product(ProductKind.Matrix, new Expression.Transpose(right.Value, new Shape.MatrixShape(m.Columns, m.Rows)), left.Value, new Shape.VectorShape(m.Columns))
            : throw Mismatch(left, right, m.Rows, span),
        _ => Unsigned(left, right, span),
    };

    private static Expression.Product Inner(Operand left, Operand right, Size first, Size second, SourceSpan span) => first == second
        ? new Expression.Product(ProductKind.Inner, left.Value, right.Value, Shape.Scalar)
        : throw new Refusal(Messages.ShapeMismatch(left.Described, right.Described, Messages.Hints.EqualLengths, span));

    private static Expression.Product Unsigned(Operand left, Operand right, SourceSpan span) => (left.Shape, right.Shape) switch
    {
        (Shape.MatrixShape a, Shape.MatrixShape b) => Matrix(left, right, a.Columns, b.Rows, new Shape.MatrixShape(a.Rows, b.Columns), span),
        (Shape.MatrixShape a, Shape.VectorShape v) => Matrix(left, right, a.Columns, v.Length, new Shape.VectorShape(a.Rows), span),
        (Shape.RowShape v, Shape.MatrixShape b) => Matrix(left, right, v.Length, b.Rows, new Shape.RowShape(b.Columns), span),
        (Shape.RowShape v, Shape.VectorShape w) => Matrix(left, right, v.Length, w.Length, Shape.Scalar, span),
        (Shape.VectorShape v, Shape.RowShape w) => new Expression.Product(ProductKind.Outer, left.Value, right.Value, new Shape.MatrixShape(v.Length, w.Length)),
        (Shape.VectorShape, Shape.VectorShape) or (Shape.RowShape, Shape.RowShape) => throw new Refusal(Messages.AmbiguousProduct(left.Text, right.Text, span)),
        (Shape.VectorShape, Shape.MatrixShape) => throw new Refusal(Messages.ShapeMismatch(left.Described, right.Described, Messages.Hints.VectorBeforeMatrix(left.Text, right.Text), span)),
        (Shape.MatrixShape, Shape.RowShape) => throw new Refusal(Messages.ShapeMismatch(left.Described, right.Described, Messages.Hints.MatrixBeforeRow, span)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Expression.Product Matrix(Operand left, Operand right, Size columns, Size rows, Shape shape, SourceSpan span) => columns == rows
        ? new Expression.Product(ProductKind.Matrix, left.Value, right.Value, shape)
        : throw Mismatch(left, right, columns, span);

    private static Refusal Mismatch(Operand left, Operand right, Size needed, SourceSpan span) =>
        new(Messages.ShapeMismatch(left.Described, right.Described, Messages.Hints.Product(left.Text, right.Text, needed), span));
}
