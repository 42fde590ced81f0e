using Formulas.Numbers;

namespace Formulas.Analysis;

/// <summary>Functions of square matrices.</summary>
internal static class MatrixFunctions<T>
    where T : struct, IReal<T>
{
    public static Tensor<T> Identity(int count)
    {
        var entries = new T[count * count];
        for (var k = 0; k < entries.Length; k++) entries[k] = T.Exact(k / count == k % count ? 1 : 0);
        return new(count, count, entries);
    }

    /// <summary>
    /// By n - 1 matrix products and no division (R. S. Bird, A simple division-free algorithm for computing determinants,
    /// Information Processing Letters 111, 2011), so that it is exact on whole numbers and differentiable at singular matrices.
    /// </summary>
    public static T Determinant(in Tensor<T> matrix)
    {
        var count = matrix.Rows;
        if (count == 0) return T.Exact(1);
        var product = matrix;
        for (var k = 1; k < count; k++) product = TensorArithmetic<T>.Matrix(UpperPart(product), matrix);
        return count % 2 == 1 ? product[0, 0] : -product[0, 0];
    }

    /// <summary>By Gauss-Jordan elimination with row pivoting; null where a pivot column is exactly 0.</summary>
    public static Tensor<T>? Inverse(in Tensor<T> matrix)
    {
        var count = matrix.Rows;
        var left = new T[count, count];
        var right = new T[count, count];
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                left[row, column] = matrix[row, column];
                right[row, column] = T.Exact(row == column ? 1 : 0);
            }
        }

        for (var step = 0; step < count; step++)
        {
            var pivot = Pivot(left, step);
            if (left[pivot, step] is { Value: 0, Uncertainty: 0 }) return null;
            SwapRows(left, pivot, step);
            SwapRows(right, pivot, step);
            var divisor = left[step, step];
            for (var column = 0; column < count; column++)
            {
                left[step, column] /= divisor;
                right[step, column] /= divisor;
            }

            for (var row = 0; row < count; row++)
            {
                if (row == step) continue;
                var factor = left[row, step];
                for (var column = 0; column < count; column++)
                {
                    left[row, column] -= factor * left[step, column];
                    right[row, column] -= factor * right[step, column];
                }
            }
        }

        var entries = new T[count * count];
        for (var k = 0; k < entries.Length; k++) entries[k] = right[k / count, k % count];
        return new(count, count, entries);
    }

    /// <summary>Bird's mu: the part above the diagonal, and on it the negated sum of the later diagonal entries.</summary>
    private static Tensor<T> UpperPart(in Tensor<T> matrix)
    {
        var count = matrix.Rows;
        var entries = new T[count * count];
        var later = T.Exact(0);
        for (var row = count - 1; row >= 0; row--)
        {
            for (var column = 0; column < row; column++) entries[(row * count) + column] = T.Exact(0);
            entries[row * (count + 1)] = -later;
            for (var column = row + 1; column < count; column++) entries[(row * count) + column] = matrix[row, column];
            later += matrix[row, row];
        }

        return new(count, count, entries);
    }

    private static int Pivot(T[,] matrix, int step)
    {
        var pivot = step;
        for (var row = step + 1; row < matrix.GetLength(0); row++)
        {
            if (Math.Abs(matrix[row, step].Value) > Math.Abs(matrix[pivot, step].Value)) pivot = row;
        }

        return pivot;
    }

    private static void SwapRows(T[,] matrix, int first, int second)
    {
        if (first == second) return;
        for (var column = 0; column < matrix.GetLength(1); column++)
            (matrix[first, column], matrix[second, column]) = (matrix[second, column], matrix[first, column]);
    }
}
