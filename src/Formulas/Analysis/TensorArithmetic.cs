using Formulas.Expressions;
using Formulas.Numbers;

namespace Formulas.Analysis;

/// <summary>Sums, products and quotients of tensors whose sizes agree; a scalar goes with every entry.</summary>
internal static class TensorArithmetic<T>
    where T : struct, IReal<T>
{
    public static Tensor<T> Add(AdditiveOperator operation, in Tensor<T> left, in Tensor<T> right)
    {
        var add = operation == AdditiveOperator.Add;
        if (left.IsScalar && right.IsScalar) return add ? left.Scalar + right.Scalar : left.Scalar - right.Scalar;
        var shape = left.IsScalar ? right : left;
        var entries = new T[shape.Count];
        for (var k = 0; k < entries.Length; k++) entries[k] = add ? left[k] + right[k] : left[k] - right[k];
        return new(shape.Rows, shape.Columns, entries);
    }

    public static Tensor<T> Negate(in Tensor<T> operand)
    {
        if (operand.IsScalar) return -operand.Scalar;
        var entries = new T[operand.Count];
        for (var k = 0; k < entries.Length; k++) entries[k] = -operand[k];
        return new(operand.Rows, operand.Columns, entries);
    }

    public static Tensor<T> Multiply(ProductKind kind, in Tensor<T> left, in Tensor<T> right) => kind switch
    {
        ProductKind.Scale or ProductKind.Entrywise => Entrywise(left, right),
        ProductKind.Inner => Inner(left, right),
        ProductKind.Outer => Outer(left, right),
        ProductKind.Matrix => left.IsScalar || right.IsScalar ? Entrywise(left, right) : Matrix(left, right),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Tensor<T> Divide(in Tensor<T> left, in Tensor<T> right)
    {
        if (left.IsScalar && right.IsScalar) return left.Scalar / right.Scalar;
        var shape = left.IsScalar ? right : left;
        var entries = new T[shape.Count];
        for (var k = 0; k < entries.Length; k++) entries[k] = left[k] / right[k];
        return new(shape.Rows, shape.Columns, entries);
    }

    public static Tensor<T> Entrywise(in Tensor<T> left, in Tensor<T> right)
    {
        if (left.IsScalar && right.IsScalar) return left.Scalar * right.Scalar;
        var shape = left.IsScalar ? right : left;
        var entries = new T[shape.Count];
        for (var k = 0; k < entries.Length; k++) entries[k] = left[k] * right[k];
        return new(shape.Rows, shape.Columns, entries);
    }

    public static Tensor<T> Matrix(in Tensor<T> left, in Tensor<T> right)
    {
        var (rows, inner, columns) = (left.Rows, left.Columns, right.Columns);
        var entries = new T[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = T.Exact(0);
                for (var k = 0; k < inner; k++) sum += left[row, k] * right[k, column];
                entries[(row * columns) + column] = sum;
            }
        }

        return new(rows, columns, entries);
    }

    private static T Inner(in Tensor<T> left, in Tensor<T> right)
    {
        var sum = T.Exact(0);
        for (var k = 0; k < left.Count; k++) sum += left[k] * right[k];
        return sum;
    }

    private static Tensor<T> Outer(in Tensor<T> left, in Tensor<T> right)
    {
        var (rows, columns) = (left.Count, right.Count);
        var entries = new T[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) entries[(row * columns) + column] = left[row] * right[column];
        }

        return new(rows, columns, entries);
    }
}
