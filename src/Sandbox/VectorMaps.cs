using Protocol;

namespace Sandbox;

/// <summary>Phi(z) = g(A z + c) and its Jacobian diag(g'(A z + c)) A.</summary>
internal static class VectorMaps
{
    public static Func<double[], double[]> Value(Datum.VectorMap map)
    {
        var g = Activations.Of(map.G, derivativeOrder: 0);
        return z => Array.ConvertAll(Affine(map, z), entry => g(entry));
    }

    public static Func<double[], double[,]> Jacobian(Datum.VectorMap map)
    {
        var slope = Activations.Of(map.G, derivativeOrder: 1);
        return z =>
        {
            var slopes = Array.ConvertAll(Affine(map, z), entry => slope(entry));
            var jacobian = new double[slopes.Length, z.Length];
            for (var row = 0; row < slopes.Length; row++)
            {
                for (var column = 0; column < z.Length; column++)
                    jacobian[row, column] = slopes[row] * Entry(map, row, column);
            }

            return jacobian;
        };
    }

    /// <exception cref="ArgumentException">The vector's length is not the number of A's columns: shown to the student.</exception>
    private static double[] Affine(Datum.VectorMap map, double[] z)
    {
        if (map.A is { } a && a.ColumnCount != z.Length)
            throw new ArgumentException($"Phi takes a vector of length {a.ColumnCount}, and got one of length {z.Length}.");
        var rows = map.A?.RowCount ?? z.Length;
        var result = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var sum = map.A is null ? z[row] : 0;
            for (var column = 0; map.A is not null && column < z.Length; column++) sum += Entry(map, row, column) * z[column];
            result[row] = sum + (map.C?[row] ?? 0);
        }

        return result;
    }

    private static double Entry(Datum.VectorMap map, int row, int column) =>
        map.A is { } a ? a.Entries[(row * a.ColumnCount) + column] : row == column ? 1 : 0;
}
