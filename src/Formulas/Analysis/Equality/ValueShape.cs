using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>The sizes of a value that is there, and its entries row by row.</summary>
/// <param name="IsTruth">A truth value counts as one row and column.</param>
/// <param name="IsRow">A row is a vector that lies: the formula's shape says so, the value cannot.</param>
public readonly record struct ValueShape(int Axes, int Rows, int Columns, bool IsTruth, bool IsRow)
{
    /// <param name="shape">The static shape of the formula that gave the value.</param>
    public static ValueShape Of(Value value, Shape? shape = null) => value switch
    {
        Value.Scalar => new(0, 1, 1, false, false),
        Value.Truth => new(0, 1, 1, true, false),
        Value.Vector vector when shape is Shape.RowShape => new(1, 1, vector.Entries.Count, false, true),
        Value.Vector vector => new(1, vector.Entries.Count, 1, false, false),
        Value.Matrix matrix => new(2, matrix.Rows, matrix.Columns, false, false),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static double[] Entries(Value value) => value switch
    {
        Value.Scalar scalar => [scalar.Number],
        Value.Truth truth => [truth.Holds ? 1 : 0],
        Value.Vector vector => vector.Entries.ToArray(),
        Value.Matrix matrix => matrix.Entries.ToArray(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A column of a matrix is as good as a vector; a row is not, and neither is a truth value as good as a number.</summary>
    public bool Fits(ValueShape other) => Rows == other.Rows && Columns == other.Columns && IsTruth == other.IsTruth;

    public bool IsTransposeOf(ValueShape other) => Rows == other.Columns && Columns == other.Rows && IsTruth == other.IsTruth;

    public string InWords => this switch
    {
        { IsTruth: true } => "a truth value",
        { Axes: 0 } => "a single number",
        { IsRow: true } => $"a row of {Count(Columns)}",
        { Axes: 1 } => $"a vector of {Count(Rows)}",
        _ => $"a matrix of {Rows} x {Columns}",
    };

    /// <summary>The entry's place, from 1: <c>3</c> or <c>2, 1</c>.</summary>
    public string PlaceOf(int entry) => Axes == 2 ? $"({(entry / Columns) + 1}, {(entry % Columns) + 1})" : $"{entry + 1}";

    private static string Count(int count) => count == 1 ? "1 entry" : $"{count} entries";
}
