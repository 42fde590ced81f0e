using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Numbers;

namespace Formulas.Analysis;

/// <summary>The inputs of one evaluation, turned into tensors at first use. Kept in a short list: parts have few inputs.</summary>
internal sealed class InputTable<T>(Assignment assignment)
    where T : struct, IReal<T>
{
    private (string Name, Tensor<T> Tensor, bool Derived)[] known = new (string, Tensor<T>, bool)[8];
    private int count;

    /// <summary>
    /// Gives an input another value than the assignment's: a differentiated one, or that of a running index.
    /// What was derived from the old value is forgotten.
    /// </summary>
    public void Replace(string name, Tensor<T> tensor)
    {
        Restore(name);
        Add(name, tensor, false);
    }

    /// <summary>What is at hand, to be put back by <see cref="Return"/> when replacements are over.</summary>
    public (string Name, Tensor<T> Tensor, bool Derived)[] Save() => known[..count];

    public void Return((string Name, Tensor<T> Tensor, bool Derived)[] saved) => (known, count) = (saved, saved.Length);

    private void Restore(string name)
    {
        var kept = 0;
        for (var k = 0; k < count; k++)
        {
            if (!known[k].Derived && known[k].Name != name) known[kept++] = known[k];
        }

        count = kept;
    }

    public void AddDerived(string name, Tensor<T> tensor) => Add(name, tensor, true);

    /// <summary>True where the tensor is at hand already.</summary>
    public bool TryKnown(string name, out Tensor<T> tensor)
    {
        for (var k = 0; k < count; k++)
        {
            if (known[k].Name != name) continue;
            tensor = known[k].Tensor;
            return true;
        }

        tensor = default;
        return false;
    }

    public SymbolDefinition? DefinitionOf(string name) => assignment.Definitions.GetValueOrDefault(name);

    /// <summary>Converts the assignment's value of an input.</summary>
    public EvaluationFault? Convert(Expression.Reference reference, out Tensor<T> tensor)
    {
        tensor = default;
        if (!assignment.Values.TryGetValue(reference.Name, out var value)) return EvaluationFault.NoValue(reference.Name);
        if (!TryConvert(value, reference.Shape, out tensor)) return EvaluationFault.WrongShape(reference.Name);
        Add(reference.Name, tensor, false);
        return null;
    }

    public bool TrySize(Size size, out int result)
    {
        result = size.Offset;
        if (size.Name is null) return true;
        if (!assignment.Sizes.TryGetValue(size.Name, out var named)) return false;
        result += named;
        return true;
    }

    public Value? ValueOf(string name) => assignment.Values.GetValueOrDefault(name);

    /// <summary>A tensor of exact numbers; false where value and shape do not agree.</summary>
    public bool TryConvert(Value value, Shape shape, out Tensor<T> tensor)
    {
        tensor = default;
        switch (value, shape)
        {
            case (Value.Scalar scalar, Shape.ScalarShape):
                tensor = T.Exact(scalar.Number);
                return true;
            case (Value.Truth truth, Shape.TruthShape):
                tensor = T.Exact(truth.Holds ? 1 : 0);
                return true;
            case (Value.Vector vector, Shape.VectorShape or Shape.RowShape):
                var row = shape as Shape.RowShape;
                var length = row?.Length ?? ((Shape.VectorShape)shape).Length;
                if (!TrySize(length, out var entries) || entries != vector.Entries.Count) return false;
                tensor = new(row is null ? entries : 1, row is null ? 1 : entries, Exact(vector.Entries.AsSpan()));
                return true;
            case (Value.Matrix matrix, Shape.MatrixShape sizes):
                if (!TrySize(sizes.Rows, out var rows) || rows != matrix.Rows) return false;
                if (!TrySize(sizes.Columns, out var columns) || columns != matrix.Columns) return false;
                tensor = new(rows, columns, Exact(matrix.Entries.AsSpan()));
                return true;
            case (Value.Named or Value.ScalarFunction or Value.VectorMap, _):
            case (Value.Scalar or Value.Truth or Value.Vector or Value.Matrix, _):
                return false;
            default:
                throw new UnreachableException();
        }
    }

    public static T[] Exact(ReadOnlySpan<double> numbers)
    {
        var result = new T[numbers.Length];
        for (var k = 0; k < result.Length; k++) result[k] = T.Exact(numbers[k]);
        return result;
    }

    private void Add(string name, Tensor<T> tensor, bool derived)
    {
        if (count == known.Length) Array.Resize(ref known, (2 * count) + 1);
        known[count++] = (name, tensor, derived);
    }
}
