using System.Runtime.InteropServices;
using Protocol;

namespace Sandbox;

/// <summary>Matrices and arrays of arrays as C# keeps them. Loops: a query over numbers would be compiled anew in each box.</summary>
internal static class Tables
{
    public static double[,] Of(Datum.Matrix matrix)
    {
        var table = new double[matrix.RowCount, matrix.ColumnCount];
        matrix.Entries.AsSpan().CopyTo(Flat(table));
        return table;
    }

    public static double[][] RowsOf(Datum.Matrix matrix)
    {
        var rows = new double[matrix.RowCount][];
        for (var row = 0; row < rows.Length; row++) rows[row] = matrix.Entries.AsSpan().Slice(row * matrix.ColumnCount, matrix.ColumnCount).ToArray();
        return rows;
    }

    public static double[]?[] RowsOf(Datum.Rows rows)
    {
        var arrays = new double[]?[rows.Items.Count];
        for (var row = 0; row < arrays.Length; row++) arrays[row] = rows.Items[row]?.AsSpan().ToArray();
        return arrays;
    }

    /// <summary>How many entries an array of arrays has, and arrays.</summary>
    public static long CountOf(double[]?[] rows)
    {
        var count = rows.LongLength;
        foreach (var row in rows) count += row?.LongLength ?? 0;
        return count;
    }

    public static Datum.Rows Datum(double[]?[] rows)
    {
        var items = new Sequence<double>?[rows.Length];
        for (var row = 0; row < items.Length; row++) items[row] = rows[row] is { } entries ? Sequence.Of<double>(entries) : null;
        return new(Sequence.Adopt(items));
    }

    public static Datum.Matrix Datum(double[,] table) => new(table.GetLength(0), table.GetLength(1), Sequence.Of<double>(Flat(table)));

    // An array of two ranks lies row after row in memory.
    private static Span<double> Flat(double[,] table) =>
        table.Length == 0 ? [] : MemoryMarshal.CreateSpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, double>(ref MemoryMarshal.GetArrayDataReference(table)), table.Length);
}
