using Formulas.Expressions;

namespace Formulas.Analysis;

/// <summary>Entries, rows and columns.</summary>
internal sealed partial class Evaluator<T>
{
    private Tensor<T> EntryOf(Expression.Entry node)
    {
        var source = Evaluate(node.Source);
        if (node.Indices.Count == 1)
        {
            var place = Place(node.Indices[0], First(node, 0), source.Count, "a vector with {0} entries");
            return place < 0 ? default : source[place];
        }

        var row = Place(node.Indices[0], First(node, 0), source.Rows, "a matrix with {0} rows");
        var column = Place(node.Indices[1], First(node, 1), source.Columns, "a matrix with {0} columns");
        return row < 0 || column < 0 ? default : source[row, column];
    }

    private Tensor<T> RowOf(Expression.RowOf node)
    {
        var source = Evaluate(node.Source);
        var row = Place(node.Index, node.FirstIndex, source.Rows, "a matrix with {0} rows");
        if (row < 0 || !Spend(source.Columns)) return default;
        var entries = new T[source.Columns];
        for (var column = 0; column < entries.Length; column++) entries[column] = source[row, column];
        return Tensor<T>.Vector(entries);
    }

    private Tensor<T> ColumnOf(Expression.ColumnOf node)
    {
        var source = Evaluate(node.Source);
        var column = Place(node.Index, node.FirstIndex, source.Columns, "a matrix with {0} columns");
        if (column < 0 || !Spend(source.Rows)) return default;
        var entries = new T[source.Rows];
        for (var row = 0; row < entries.Length; row++) entries[row] = source[row, column];
        return Tensor<T>.Vector(entries);
    }

    private static int First(Expression.Entry node, int axis) => axis < node.FirstIndices.Count ? node.FirstIndices[axis] : 1;

    /// <summary>The index counted from 0; -1, and a fault, where there is no such entry.</summary>
    private int Place(Expression index, int first, int count, string what)
    {
        var value = Evaluate(index).Scalar.Value;
        if (Fault is not null) return -1;
        if (Numbers.Elementary.IsWhole(value) && value >= first && value < (double)first + count) return (int)value - first;
        var described = string.Format(System.Globalization.CultureInfo.InvariantCulture, what, count);
        Fail(EvaluationFault.IndexOutside(value, first, described));
        return -1;
    }
}
