using Formulas.Expressions;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.LogisticInitialization;

/// <summary>What makes weights a maximum-likelihood fit: the gradient of the log-likelihood vanishes there; part 1.fit.</summary>
public static class LogisticFitProperty
{
    /// <summary>The gradient norm that still counts as none, for each example.</summary>
    public const double AllowedPerExample = 1e-6;

    /// <param name="returned">The weights, a vector of d entries, or the same under the one name `w`.</param>
    public static FitVerdict Judge(Matrix<double> X, Vector<double> y, Value returned)
    {
        var allowed = AllowedPerExample * X.RowCount;
        return returned switch
        {
            Value.Named { Items: [{ Value: Value.Vector inner }] } => Judge(X, y, inner),
            Value.Vector vector when vector.Entries.Count != X.ColumnCount => new(false, double.NaN, allowed, string.Create(
                null, $"The fit must return one weight for each of the {X.ColumnCount} columns of X; it returned {vector.Entries.Count}.")),
            Value.Vector vector when !vector.Entries.All(double.IsFinite) => new(
                false, double.NaN, allowed, "Every weight must be a finite number."),
            Value.Vector vector => Judge(LogisticRegression.Gradient(X, y, vector.ToVector()).L2Norm(), allowed),
            _ => new(false, double.NaN, allowed, "The fit must return the vector of weights w."),
        };
    }

    private static FitVerdict Judge(double norm, double allowed) => new(norm <= allowed, norm, allowed, string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"The gradient of the log-likelihood at the returned weights has norm {norm:G3}; at most {allowed:G3} counts as a maximum."));
}
