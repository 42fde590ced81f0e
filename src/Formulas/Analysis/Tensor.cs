using Formulas.Expressions;
using Formulas.Numbers;
using Formulas.Text;

namespace Formulas.Analysis;

/// <summary>
/// A scalar, or a table of rows x columns, row by row. A vector of n entries is n x 1, a row is 1 x n.
/// Scalars hold no array. Entries are never changed after construction.
/// </summary>
internal readonly struct Tensor<T>
    where T : struct, IReal<T>
{
    private readonly T scalar;
    private readonly T[]? entries;

    public Tensor(T scalar)
    {
        this.scalar = scalar;
        Rows = 1;
        Columns = 1;
    }

    public Tensor(int rows, int columns, T[] entries)
    {
        this.entries = entries;
        Rows = rows;
        Columns = columns;
    }

    public int Rows { get; }

    public int Columns { get; }

    public bool IsScalar => entries is null;

    public int Count => entries?.Length ?? 1;

    public T Scalar => entries is null ? scalar : entries[0];

    public T this[int index] => entries is null ? scalar : entries[index];

    public T this[int row, int column] => entries is null ? scalar : entries[(row * Columns) + column];

    public static implicit operator Tensor<T>(T scalar) => new(scalar);

    public static Tensor<T> Vector(T[] entries) => new(entries.Length, 1, entries);

    public Tensor<T> WithEntry(int index, T entry)
    {
        if (entries is null) return new(entry);
        var copy = (T[])entries.Clone();
        copy[index] = entry;
        return new(Rows, Columns, copy);
    }

    /// <summary>A 1 x 1 table where the shape asks for a scalar, such as a row times a vector.</summary>
    public Tensor<T> As(Shape shape) => entries is { Length: 1 } && shape is Shape.ScalarShape ? new(entries[0]) : this;

    public Tensor<T> Map(Func<T, T> function)
    {
        if (entries is null) return new(function(scalar));
        var result = new T[entries.Length];
        for (var k = 0; k < result.Length; k++) result[k] = function(entries[k]);
        return new(Rows, Columns, result);
    }

    public Tensor<T> Transpose()
    {
        if (entries is null) return this;
        if (Rows == 1 || Columns == 1) return new(Columns, Rows, entries);
        var result = new T[entries.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++) result[(column * Rows) + row] = entries[(row * Columns) + column];
        }

        return new(Columns, Rows, result);
    }

    public EquatableList<double> ToDoubles()
    {
        var result = new double[Count];
        for (var k = 0; k < result.Length; k++) result[k] = WithoutSign(this[k].Value);
        return EquatableList.Create<double>(result);
    }

    /// <summary>The value in plain doubles, as the shape has it.</summary>
    public Value ToValue(Shape shape) => shape switch
    {
        Shape.ScalarShape => new Value.Scalar(WithoutSign(Scalar.Value)),
        Shape.TruthShape => new Value.Truth(Scalar.Value != 0),
        Shape.VectorShape or Shape.RowShape => new Value.Vector(ToDoubles()),
        Shape.MatrixShape => new Value.Matrix(Rows, Columns, ToDoubles()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>0 for -0, which no reader expects.</summary>
    private static double WithoutSign(double number) => number == 0 ? 0 : number;
}
