using Formulas.Expressions;

namespace Formulas.Analysis;

/// <summary>Names: inputs, derived symbols, running indices, abbreviations.</summary>
internal sealed partial class Evaluator<T>
{
    private const int ManySteps = 100;

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
        // Checked before the first step: every step costs at least one operation more, and a long range is worth a look at what it repeats.
        var steps = to - from + 1;
        if (!budget.Holds(steps < ManySteps ? steps : steps * LeastOperations.Of(node.Body))) return Fail(EvaluationFault.TooManyOperations);

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

    private Tensor<T> Input(Expression.Reference reference)
    {
        if (inputs.TryKnown(reference.Name, out var tensor)) return tensor;
        if (inputs.DefinitionOf(reference.Name) is { } definition) return Derived(reference.Name, definition);
        var fault = inputs.Convert(reference, out tensor);
        return fault is null ? tensor : Fail(fault);
    }

    /// <summary>A derived symbol knows the inputs, but no running index and no abbreviation of the formula that uses it.</summary>
    private Tensor<T> Derived(string name, SymbolDefinition definition)
    {
        var outer = scope;
        scope = null;
        var value = definition.Parameters.Count == 0 ? Evaluate(definition.Formula) : EntryByEntry(definition);
        scope = outer;
        if (Fault is null) inputs.AddDerived(name, value);
        return value;
    }

    private Tensor<T> EntryByEntry(SymbolDefinition definition)
    {
        var shape = Filled(definition.Shape, T.Exact(0));
        var entries = new T[shape.Count];
        var (first, second) = (definition.Parameters[0], definition.Parameters.ElementAtOrDefault(1));
        var before = inputs.Save();
        for (var k = 0; k < entries.Length && Fault is null; k++)
        {
            inputs.Replace(first.Index, T.Exact(first.First + (k / shape.Columns)));
            if (second is not null) inputs.Replace(second.Index, T.Exact(second.First + (k % shape.Columns)));
            entries[k] = Evaluate(definition.Formula).Scalar;
        }

        inputs.Return(before);
        return new(shape.Rows, shape.Columns, entries);
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
