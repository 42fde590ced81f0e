using System.Runtime.InteropServices;
using Protocol;

namespace Sandbox;

/// <summary>Matrices as C# keeps them.</summary>
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

    public static Datum.Matrix Datum(double[,] table) => new(table.GetLength(0), table.GetLength(1), Sequence.Of<double>(Flat(table)));

    // An array of two ranks lies row after row in memory.
    private static Span<double> Flat(double[,] table) =>
        table.Length == 0 ? [] : MemoryMarshal.CreateSpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, double>(ref MemoryMarshal.GetArrayDataReference(table)), table.Length);
}
