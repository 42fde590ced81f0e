using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Text;

namespace Formulas.Analysis;

/// <summary>Checks the values of inputs against their declared shapes, and learns the sizes from them.</summary>
internal sealed class InputShapes
{
    private readonly Dictionary<string, int> sizes;

    public InputShapes(IReadOnlyDictionary<string, int> given) => sizes = new(given, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Sizes => sizes;

    /// <summary>What is wrong with the value; null where nothing is. Indices are checked apart, once all sizes are known.</summary>
    public Diagnostic? Check(Symbol symbol, Value value) => symbol.Kind switch
    {
        SymbolKind.Index => value is Value.Scalar ? null : InputMessages.WrongShape(symbol, value),
        SymbolKind.ScalarFunction => value is Value.ScalarFunction function
            ? CheckFunction(symbol, function.Name)
            : InputMessages.WrongShape(symbol, value),
        SymbolKind.VectorMap => CheckMap(symbol, value),
        SymbolKind.Variable or SymbolKind.Derived => CheckTensor(symbol, value),
        _ => throw new UnreachableException(),
    };

    public Diagnostic? CheckIndex(Symbol symbol, Value value)
    {
        var index = ((Value.Scalar)value).Number;
        var first = symbol.FirstIndex(0);
        int? last = symbol.Range is { } range && Find(range) is { } count ? first + count - 1 : null;
        return Numbers.Elementary.IsWhole(index) && index >= first && !(index > last)
            ? null
            : InputMessages.BadIndex(symbol, index, first, last);
    }

    private int? Find(Size size)
    {
        if (size.Name is null) return size.Offset;
        return sizes.TryGetValue(size.Name, out var named) ? named + size.Offset : null;
    }

    private static Diagnostic? CheckFunction(Symbol symbol, string function) =>
        GenericFunctions.Names.Contains(function) ? null : InputMessages.UnknownFunction(symbol, function);

    private Diagnostic? CheckMap(Symbol symbol, Value value)
    {
        if (value is Value.ScalarFunction function) return CheckFunction(symbol, function.Name);
        if (value is not Value.VectorMap map) return InputMessages.WrongShape(symbol, value);
        if (CheckFunction(symbol, map.G) is { } fault) return fault;
        if (!AreFinite(map.A?.Entries) || !AreFinite(map.C?.Entries)) return InputMessages.NotFinite(symbol);
        if (symbol.Shape is not Shape.MatrixShape shape) return null;
        return (map.A is null ? null : Unify(symbol, map.A, (shape.Rows, map.A.Rows), (shape.Columns, map.A.Columns)))
            ?? (map.C is null ? null : Unify(symbol, map.C, (shape.Rows, map.C.Entries.Count)));
    }

    private Diagnostic? CheckTensor(Symbol symbol, Value value)
    {
        switch (symbol.Shape, value)
        {
            case (Shape.ScalarShape, Value.Scalar scalar):
                return double.IsFinite(scalar.Number) ? null : InputMessages.NotFinite(symbol);
            case (Shape.TruthShape, Value.Truth):
                return null;
            case (Shape.VectorShape(var length), Value.Vector vector):
                return AreFinite(vector.Entries) ? Unify(symbol, value, (length, vector.Entries.Count)) : InputMessages.NotFinite(symbol);
            case (Shape.RowShape(var length), Value.Vector vector):
                return AreFinite(vector.Entries) ? Unify(symbol, value, (length, vector.Entries.Count)) : InputMessages.NotFinite(symbol);
            case (Shape.MatrixShape(var rows, var columns), Value.Matrix matrix):
                return AreFinite(matrix.Entries)
                    ? Unify(symbol, value, (rows, matrix.Rows), (columns, matrix.Columns))
                    : InputMessages.NotFinite(symbol);
            default:
                return InputMessages.WrongShape(symbol, value);
        }
    }

    /// <summary>Learns sizes that are not known yet, and compares those that are.</summary>
    private Diagnostic? Unify(Symbol symbol, Value value, params ReadOnlySpan<(Size Size, int Found)> axes)
    {
        foreach (var (size, found) in axes)
        {
            if (Find(size) is { } expected)
            {
                if (expected == found) continue;
                return size.Name is null
                    ? InputMessages.WrongShape(symbol, value)
                    : InputMessages.WrongSize(symbol, value, size, found, expected);
            }

            if (found - size.Offset < 1) return InputMessages.WrongShape(symbol, value);
            sizes[size.Name!] = found - size.Offset;
        }

        return null;
    }

    private static bool AreFinite(EquatableList<double>? entries) => entries is null || entries.All(double.IsFinite);
}
