using MathNet.Numerics.LinearAlgebra;

namespace Reference.NaiveBayesDeadRelu;

/// <summary>
/// All that Bernoulli naive Bayes needs to know of its data; worksheet `naive-bayes-dead-relu`, question 1.
/// </summary>
/// <param name="C1">The number of examples with y = 1.</param>
/// <param name="C0">The number of examples with y = 0.</param>
/// <param name="K">n x 2: K[i, v] = c(x_i = 1, y = v), with i and v from 0.</param>
/// <param name="Z">n x 2: Z[i, v] = c(x_i = 0, y = v).</param>
public sealed record Counts(double C1, double C0, Matrix<double> K, Matrix<double> Z)
{
    /// <summary>The number of examples.</summary>
    public double M => C1 + C0;

    /// <param name="X">m x n, binary; row e holds the features of example e.</param>
    /// <param name="y">The m labels, 0 or 1.</param>
    public static Counts Of(Matrix<double> X, Vector<double> y)
    {
        double Count(int feature, double value, double label) =>
            Enumerable.Range(0, X.RowCount).Count(e => X[e, feature] == value && y[e] == label);

        return new(
            OfLabel(y, 1),
            OfLabel(y, 0),
            Matrix<double>.Build.Dense(X.ColumnCount, 2, (i, v) => Count(i, 1, v)),
            Matrix<double>.Build.Dense(X.ColumnCount, 2, (i, v) => Count(i, 0, v)));
    }

    /// <summary>The number of examples with that label.</summary>
    public static double OfLabel(Vector<double> y, int label) => y.Count(other => other == label);
}
