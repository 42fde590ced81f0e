using Formulas.Expressions;

namespace Formulas.Analysis;

/// <summary>Running indices, abbreviations, entries: everything that names a part of something.</summary>
internal sealed partial class Evaluator<T>
{
    /// <summary>A name in force, innermost first.</summary>
    private sealed class Binding(string name, Binding? outer)
    {
        public string Name => name;

        public Binding? Outer => outer;

        public Tensor<T> Value { get; set; }

        /// <summary>An abbreviation that nothing has used yet.</summary>
        public Expression? Pending { get; set; }
    }

    private Tensor<T> Bound(string name)
    {
        var binding = scope;
        while (binding is not null && binding.Name != name) binding = binding.Outer;
        if (binding is null) return Fail(EvaluationFault.NoValue(name));
        if (binding.Pending is { } pending)
        {
            // Evaluated at first use, with the names that were in force where it was written.
            binding.Pending = null;
            var current = scope;
            scope = binding.Outer;
            binding.Value = Evaluate(pending);
            scope = current;
        }

        return binding.Value;
    }

    private Tensor<T> Let(Expression.Let node)
    {
        var outer = scope;
        scope = new Binding(node.Name, outer) { Pending = node.Value };
        var value = Evaluate(node.Body);
        scope = outer;
        return value;
    }

    private Tensor<T> Repeated(Expression.Repeated node)
    {
        var from = Evaluate(node.From).Scalar.Value;
        var to = Evaluate(node.To).Scalar.Value;
        if (Fault is not null) return default;
        if (!Numbers.Elementary.IsWhole(from) || !Numbers.Elementary.IsWhole(to))
            return Fail(EvaluationFault.Undefined("a range whose ends are not whole numbers"));
        var product = node.Operator == RepeatedOperator.Product;
        if (to < from) return Filled(node.Shape, T.Exact(product ? 1 : 0));
        // Checked before the first step: every step costs at least one operation more.
        if (!budget.Holds(to - from + 1)) return Fail(EvaluationFault.TooManyOperations);

        var outer = scope;
        var index = new Binding(node.Index, outer);
        scope = index;
        Tensor<T> total = default;
        for (var k = from; k <= to && Fault is null; k++)
        {
            index.Value = T.Exact(k);
            var term = Evaluate(node.Body);
            if (!Spend(term.Count)) break;
            if (k == from) total = term;
            else if (product) total = TensorArithmetic<T>.Entrywise(total, term);
            else total = TensorArithmetic<T>.Add(AdditiveOperator.Add, total, term);
        }

        scope = outer;
        return total;
    }

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

    /// <summary>A tensor of the shape with the same number everywhere.</summary>
    private Tensor<T> Filled(Shape shape, T entry)
    {
        if (shape is Shape.ScalarShape or Shape.TruthShape) return entry;
        var (rows, columns) = shape switch
        {
            Shape.VectorShape vector => (SizeOf(vector.Length), 1),
            Shape.RowShape row => (1, SizeOf(row.Length)),
            Shape.MatrixShape matrix => (SizeOf(matrix.Rows), SizeOf(matrix.Columns)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return Filled(rows, columns, entry);
    }

    private Tensor<T> Filled(int rows, int columns, T entry)
    {
        if (Fault is not null) return default;
        if (rows < 0 || columns < 0) return Fail(EvaluationFault.Undefined("a size below 0"));
        if (!Spend((long)rows * columns)) return default;
        var entries = new T[rows * columns];
        Array.Fill(entries, entry);
        return new(rows, columns, entries);
    }
}
