using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;
using Reference.NaiveBayesDeadRelu;

namespace Reference.Trajectories;

/// <summary>
/// The log-likelihood of Bernoulli naive Bayes with one feature, over theta_y = p(y = 1) and theta_1 = p(x = 1 | y = 1),
/// with p(x = 1 | y = 0) at its own best; worksheet `naive-bayes-dead-relu`, question 1.
/// </summary>
/// <param name="Counts">Of the data that were drawn.</param>
/// <param name="Fit">The maximum by the closed form: ratios of counts.</param>
public sealed record LikelihoodSurface(Counts Counts, NaiveBayesParameters Fit)
{
    /// <summary>How narrow the search's bracket is at its end; rounding hides the top of so flat a surface to about 1e-8 anyway.</summary>
    private const double Bracket = 1e-10;

    /// <summary>Examples of a seed. The first four hold every pair of label and feature, so that no count is 0.</summary>
    /// <param name="examples">At least 4.</param>
    public static LikelihoodSurface Draw(ulong seed, int examples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(examples, 4);
        var random = new SeededGenerator(seed);
        var (prior, whenOne, whenZero) = (random.Uniform(0.3, 0.7), random.Uniform(0.6, 0.9), random.Uniform(0.1, 0.4));
        var y = Vector<double>.Build.Dense(examples, example => example < 4 ? example / 2 : random.Uniform() < prior ? 1 : 0);
        var X = Matrix<double>.Build.Dense(examples, 1, (example, _) =>
            example < 4 ? example % 2 : random.Uniform() < (y[example] > 0.5 ? whenOne : whenZero) ? 1 : 0);
        return new(Counts.Of(X, y), NaiveBayes.Fit(X, y));
    }

    /// <summary>The log-likelihood for each example.</summary>
    public double Height(double theta_y, double theta_1) =>
        NaiveBayes.LogLikelihood(Counts.C1, Counts.C0, Counts.K, Counts.Z, theta_y, With(theta_1)) / Counts.M;

    /// <summary>The height at the closed form's parameters.</summary>
    public double Top => Height(Fit.ThetaY, Fit.Theta[0, 1]);

    /// <summary>The highest point, looked for by comparing heights alone, one direction after the other; it knows no formula.</summary>
    public (double ThetaY, double Theta1) SearchTop()
    {
        var theta_y = Highest(at => Height(at, 0.5));
        return (theta_y, Highest(at => Height(theta_y, at)));
    }

    /// <summary>Golden-section search on (0, 1) for the top of a function with one top.</summary>
    private static double Highest(Func<double, double> height)
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        double low = 1e-12, high = 1 - 1e-12;
        while (high - low > Bracket)
        {
            var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            if (height(left) >= height(right)) high = right;
            else low = left;
        }
        return (low + high) / 2;
    }

    private Matrix<double> With(double theta_1)
    {
        var theta = Fit.Theta.Clone();
        theta[0, 1] = theta_1;
        return theta;
    }
}
