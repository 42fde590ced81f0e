using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Protocol;

namespace Sandbox;

/// <summary>
/// The vectors and matrices of MathNet.Numerics. Every method that names its types stands here, so that a submission which does
/// not use the library does not wait for it to load.
/// </summary>
internal static class MathNetValues
{
    public static bool AreOf(Type type) => type.Namespace?.StartsWith("MathNet.Numerics.LinearAlgebra", StringComparison.Ordinal) == true;

    /// <returns>Null where the type is another of the library's.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object? TryVector(Datum.Vector vector, Type wanted) =>
        wanted.IsAssignableFrom(typeof(DenseVector)) ? DenseVector.OfEnumerable(vector.Entries) : null;

    /// <returns>Null where the type is another of the library's.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object? TryMatrix(Datum.Matrix matrix, Type wanted) =>
        wanted.IsAssignableFrom(typeof(DenseMatrix)) ? Matrix<double>.Build.DenseOfRowMajor(matrix.RowCount, matrix.ColumnCount, matrix.Entries) : null;

    /// <returns>Null where the value is another of the library's.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Datum? TryDatum(object value) => value switch
    {
        Vector<double> vector when vector.Count > Caps.Numbers => ResultConversion.TooLarge(value, vector.Count),
        Vector<double> vector => new Datum.Vector(Sequence.Adopt(vector.ToArray())),
        Matrix<double> matrix when (long)matrix.RowCount * matrix.ColumnCount > Caps.Numbers =>
            ResultConversion.TooLarge(value, (long)matrix.RowCount * matrix.ColumnCount),
        Matrix<double> matrix => new Datum.Matrix(matrix.RowCount, matrix.ColumnCount, Sequence.Adopt(matrix.ToRowMajorArray())),
        _ => null,
    };
}
