using System.Globalization;
using Formulas.Expressions;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.NaiveBayesDeadRelu;

/// <summary>What makes parameters the maximum-likelihood fit: they equal the ratios of the counts; part 1.fit.</summary>
public static class NaiveBayesFitProperty
{
    /// <summary>Ratios of whole numbers differ by rounding alone.</summary>
    public const double Allowed = 1e-9;

    /// <param name="X">m x n, binary.</param>
    /// <param name="y">The m labels, 0 or 1.</param>
    /// <param name="returned">`theta_y`, a number, and `theta`, n x 2; the names without regard to case or underscores.</param>
    public static FitVerdict Judge(Matrix<double> X, Vector<double> y, Value returned)
    {
        if (returned is not Value.Named named
            || Find(named, "thetay") is not Value.Scalar { Number: var prior }
            || Find(named, "theta") is not Value.Matrix theta)
            return Refuse("The fit must return the number theta_y and the n x 2 matrix theta.");
        if (theta.Rows != X.ColumnCount || theta.Columns != 2)
            return Refuse(string.Create(CultureInfo.InvariantCulture,
                $"theta must be {X.ColumnCount} x 2, a row for each feature; it is {theta.Rows} x {theta.Columns}."));
        if (!double.IsFinite(prior)) return Refuse("theta_y must be a finite number.");

        var expected = NaiveBayes.Fit(X, y);
        var seen = Enumerable.Range(0, 2).Where(v => y.Any(label => label == v)).ToList();
        if (seen.Any(v => Enumerable.Range(0, theta.Rows).Any(i => !double.IsFinite(theta[i, v]))))
            return Refuse("Every entry of theta must be a finite number.");

        var ofTheta = seen.SelectMany(v => Enumerable.Range(0, theta.Rows).Select(i => Math.Abs(theta[i, v] - expected.Theta[i, v])));
        var largest = ofTheta.Append(Math.Abs(prior - expected.ThetaY)).Max();
        return new(largest <= Allowed, largest, Allowed, string.Create(CultureInfo.InvariantCulture,
            $"The returned parameters differ from the ratios of the counts by at most {largest:G3}; {Allowed:G3} is allowed."));
    }

    private static FitVerdict Refuse(string message) => new(false, double.NaN, Allowed, message);

    private static Value? Find(Value.Named named, string name) => named.Items.FirstOrDefault(item =>
        string.Equals(item.Name.Replace("_", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase))?.Value;
}
