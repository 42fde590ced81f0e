using MathNet.Numerics.LinearAlgebra;
using static Reference.ScalarFunctions;

namespace Reference.NaiveBayesDeadRelu;

/// <summary>Parameters of Bernoulli naive Bayes: theta_y = p(y = 1), and theta n x 2 with theta[i, v] = p(x_i = 1 | y = v).</summary>
public sealed record NaiveBayesParameters(double ThetaY, Matrix<double> Theta);

/// <summary>
/// Bernoulli naive Bayes; worksheet `naive-bayes-dead-relu`, question 1. The counts `k` and `z` are n x 2, indices i and
/// labels v count from 0. The source drops a conditioning bar and a factor in places; these are the whole formulas.
/// </summary>
public static class NaiveBayes
{
    /// <summary>theta_y^c1 (1 - theta_y)^c0 prod_{i,v} theta[i,v]^k[i,v] (1 - theta[i,v])^z[i,v]; part 1.likelihood.</summary>
    public static double Likelihood(
        double c1, double c0, Matrix<double> k, Matrix<double> z, double theta_y, Matrix<double> theta) =>
        Math.Pow(theta_y, c1) * Math.Pow(1 - theta_y, c0)
            * Cells(theta).Aggregate(1.0, (product, at) => product
                * Math.Pow(theta[at.I, at.V], k[at.I, at.V])
                * Math.Pow(1 - theta[at.I, at.V], z[at.I, at.V]));

    /// <summary>The logarithm of the likelihood, summed so that many examples do not underflow; part 1.log-likelihood.</summary>
    public static double LogLikelihood(
        double c1, double c0, Matrix<double> k, Matrix<double> z, double theta_y, Matrix<double> theta) =>
        TimesLog(c1, theta_y) + TimesLog(c0, 1 - theta_y)
            + Cells(theta).Sum(at =>
                TimesLog(k[at.I, at.V], theta[at.I, at.V]) + TimesLog(z[at.I, at.V], 1 - theta[at.I, at.V]));

    /// <summary>d log-likelihood / d theta_y = c1 / theta_y - c0 / (1 - theta_y); part 1.score.</summary>
    public static double Score(double c1, double c0, double theta_y) => (c1 / theta_y) - (c0 / (1 - theta_y));

    /// <summary>c1 / m; part 1.mle-prior.</summary>
    public static double Prior(double c1, double m) => c1 / m;

    /// <summary>k[i,v] / (k[i,v] + z[i,v]), not a number where no example has label v; part 1.mle-conditional.</summary>
    public static double Conditional(Matrix<double> k, Matrix<double> z, int i, int v) => k[i, v] / (k[i, v] + z[i, v]);

    /// <summary>
    /// The maximum-likelihood parameters, which are ratios of counts; part 1.fit. Where no example has a label, the
    /// likelihood does not depend on that label's conditionals, and 1/2 stands for any value.
    /// </summary>
    /// <param name="X">m x n, binary.</param>
    /// <param name="y">The m labels, 0 or 1.</param>
    public static NaiveBayesParameters Fit(Matrix<double> X, Vector<double> y)
    {
        var counts = Counts.Of(X, y);
        return new(
            Prior(counts.C1, counts.M),
            Matrix<double>.Build.Dense(X.ColumnCount, 2, (i, v) =>
                (v == 1 ? counts.C1 : counts.C0) == 0 ? 0.5 : Conditional(counts.K, counts.Z, i, v)));
    }

    private static IEnumerable<(int I, int V)> Cells(Matrix<double> theta) =>
        from i in Enumerable.Range(0, theta.RowCount)
        from v in Enumerable.Range(0, theta.ColumnCount)
        select (i, v);
}
