using Formulas.Text;
using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;
using Reference.LogisticInitialization;

namespace Reference.Trajectories;

/// <summary>Where a search for the weights of logistic regression stands.</summary>
/// <param name="Gradient">The norm of the log-likelihood's gradient for each example.</param>
/// <param name="Loss">The negative log-likelihood for each example.</param>
public sealed record SearchStep(Vector<double> Weights, double Gradient, double Loss);

/// <summary>The numbers that a run of <see cref="LogisticDescent"/> can be changed by.</summary>
/// <param name="Steps">Steps of gradient descent, and passes over the examples of stochastic descent.</param>
/// <param name="Rate">As a share of the longest rate that never overshoots; at most 1.</param>
public sealed record LogisticSetting(ulong Seed, int Steps, double Rate);

/// <summary>Three searches on the same data, and where the likelihood has its maximum; each from w = 0.</summary>
public sealed record LogisticSearches(
    EquatableList<SearchStep> Descent, EquatableList<SearchStep> Stochastic, EquatableList<SearchStep> Newton, Vector<double> Maximum);

/// <summary>
/// Logistic regression started at 0; worksheet `logistic-initialization`, question 1 and part 2e, and the last parts of
/// question 1 of `initialization-skip-layer` and `backprop-practice`.
/// </summary>
public static class LogisticDescent
{
    private const int NewtonSteps = 10;

    public static LogisticSearches Follow(LogisticSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var random = new SeededGenerator(setting.Seed);
        var data = LogisticData.Draw(random);
        return new(
            Descend(data, setting), Stochastic(random, data, setting), Newton(data), NewtonFit.Search(data.X, data.Y).Weights);
    }

    /// <summary>The same points, each with the label that a line through them gives: separable, so that no weights are best.</summary>
    public static EquatableList<SearchStep> FollowSeparable(LogisticSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Descend(Separable(setting.Seed), setting);
    }

    /// <summary>The data of <see cref="FollowSeparable"/>: no point lies nearer than 0.1 to the line w1 = w2 that separates them.</summary>
    public static LogisticData Separable(ulong seed)
    {
        var X = LogisticData.Draw(new SeededGenerator(seed)).X.Clone();
        for (var row = 0; row < X.RowCount; row++)
        {
            if (Math.Abs(X[row, 1] - X[row, 2]) < 0.1) X[row, 1] = X[row, 2] + 0.2;
        }
        return new(X, X.Column(1).Map2((a, b) => a > b ? 1 : 0, X.Column(2), Zeros.Include));
    }

    private static SearchStep Look(LogisticData data, Vector<double> w) => new(
        w, LogisticRegression.Gradient(data.X, data.Y, w).L2Norm() / data.Y.Count, -LogisticRegression.LogLikelihood(data.X, data.Y, w) / data.Y.Count);

    private static EquatableList<SearchStep> Descend(LogisticData data, LogisticSetting setting)
    {
        // The log-likelihood's curvature is at most ||X||^2 / 4, so that this step never overshoots.
        var eta = setting.Rate * 4 / Math.Pow(data.X.L2Norm(), 2);
        return Iterate(data, setting.Steps, w => LogisticRegression.Update(data.X, data.Y, w, eta));
    }

    /// <summary>A step of the list is a pass: as many random examples as there are, one at a time, with shrinking steps.</summary>
    private static EquatableList<SearchStep> Stochastic(SeededGenerator random, LogisticData data, LogisticSetting setting)
    {
        var rows = data.X.EnumerateRows().ToList();
        var taken = 0;
        return Iterate(data, setting.Steps, w =>
        {
            for (var draw = 0; draw < rows.Count; draw++)
            {
                var example = random.Below(rows.Count);
                w += rows[example] * (setting.Rate * (data.Y[example] - ScalarFunctions.Logistic(rows[example] * w)) / Math.Sqrt(4 + taken++));
            }
            return w;
        });
    }

    /// <summary>Plain Newton steps. On data that are not separable, from 0, they need no halving in practice; the test watches.</summary>
    private static EquatableList<SearchStep> Newton(LogisticData data) => Iterate(
        data, NewtonSteps, w => w - LogisticRegression.Hessian(data.X, w).Solve(LogisticRegression.Gradient(data.X, data.Y, w)));

    private static EquatableList<SearchStep> Iterate(LogisticData data, int steps, Func<Vector<double>, Vector<double>> next)
    {
        var course = new List<SearchStep> { Look(data, Vector<double>.Build.Dense(data.X.ColumnCount)) };
        for (var step = 0; step < steps; step++) course.Add(Look(data, next(course[^1].Weights)));
        return [.. course];
    }
}
