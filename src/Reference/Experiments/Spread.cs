using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>The largest difference between entries that a claim calls equal; exactly 0 where they are.</summary>
public static class Spread
{
    /// <summary>Between the columns, row by row: do the units agree for each example?</summary>
    public static double BetweenColumns(Matrix<double> matrix) => matrix.EnumerateRows().Max(Within);

    /// <summary>Between the rows, column by column.</summary>
    public static double BetweenRows(Matrix<double> matrix) => matrix.EnumerateColumns().Max(Within);

    /// <summary>Between any two entries.</summary>
    public static double Within(IEnumerable<double> entries)
    {
        var all = entries.ToList();
        return all.Max() - all.Min();
    }

    public static double Within(Matrix<double> matrix) => Within(matrix.Enumerate());
}
