using MathNet.Numerics.LinearAlgebra;
using Reference.LogisticInitialization;
using static Reference.ScalarFunctions;

namespace Reference.Experiments;

/// <summary>
/// Which ways lead to the maximum-likelihood weights of logistic regression; worksheet `logistic-initialization`,
/// parts 1.closed-form and 1.alternatives. A way leads there when the gradient of the log-likelihood vanishes where it ends.
/// </summary>
public static class ClosedForm
{
    private const int AscentSteps = 20_000, Epochs = 400;

    /// <summary>A second difference of an affine function is rounding; this is far above it.</summary>
    private const double Affine = 1e-9;

    /// <summary>Stochastic steps end near the maximum, not on it: the log-likelihood they may miss, for each example.</summary>
    private const double StochasticGap = 5e-3;

    public static ExperimentResult Run(ulong seed)
    {
        var random = new SeededGenerator(seed);
        return Run(random, LogisticData.Draw(random));
    }

    /// <summary>The same with the column of ones as the only feature, where label frequencies do give the maximum.</summary>
    public static ExperimentResult RunWithoutFeatures(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var data = LogisticData.Draw(random);
        return Run(random, data with { X = data.X.SubMatrix(0, data.X.RowCount, 0, 1) });
    }

    private static ExperimentResult Run(SeededGenerator random, LogisticData data)
    {
        var (X, y) = data;
        double PerExample(Vector<double> w) => LogisticRegression.Gradient(X, y, w).L2Norm() / X.RowCount;

        var bend = SecondDifference(w => LogisticRegression.Gradient(X, y, w), X.ColumnCount);
        var linearBend = SecondDifference(w => X.TransposeThisAndMultiply(y - (X * w)), X.ColumnCount);
        var ascent = PerExample(Ascend(X, y));
        var newton = NewtonFit.Search(X, y);
        var gap = (LogisticRegression.LogLikelihood(X, y, newton.Weights)
            - LogisticRegression.LogLikelihood(X, y, StochasticDescent(random, X, y))) / X.RowCount;
        var normal = PerExample(X.TransposeThisAndMultiply(X).Solve(X.TransposeThisAndMultiply(y)));
        var svd = Enumerable.Range(1, 100).Min(scale => PerExample(X.PseudoInverse() * (scale * 0.1 * ((2 * y) - 1))));
        var frequencies = PerExample(FromLabelFrequency(X, y));
        const double allowed = LogisticFitProperty.AllowedPerExample;
        return ExperimentResult.Of(
            [
                new("no-closed-form", bend > Affine && linearBend <= Affine, bend, "The largest second difference, along a line of weights, of X^T (y - s(Xw)): w stays inside s, and no linear equation is left to solve."),
                new("gradient-ascent", ascent <= allowed, ascent, "The gradient norm for each example where gradient ascent ends."),
                new("stochastic-gradient-descent", gap <= StochasticGap, gap, "The log-likelihood for each example that stochastic gradient descent falls short of the maximum."),
                new("newton-irls", PerExample(newton.Weights) <= allowed, PerExample(newton.Weights), "The gradient norm for each example where Newton's method ends."),
                new("normal-equations", normal <= allowed, normal, "The gradient norm for each example at the solution of the normal equations."),
                new("single-svd", svd <= allowed, svd, "The least gradient norm for each example at V S^-1 U^T t, over labels t = -c and c of 100 sizes c."),
                new("label-frequencies", frequencies <= allowed, frequencies, "The gradient norm for each example at the weights that give every example the frequency of label 1."),
            ],
            new Measurement("linear-bend", linearBend, "The same second difference of the least-squares residual X^T (y - Xw): nothing but rounding."),
            new Measurement("newton-steps", newton.Steps, "The steps that Newton's method took."));
    }

    private static double SecondDifference(Func<Vector<double>, Vector<double>> residual, int d)
    {
        var direction = Vector<double>.Build.Dense(d, 1);
        return Enumerable.Range(-3, 7).Max(t =>
            (residual((t + 1) * direction) - (2 * residual(t * direction)) + residual((t - 1) * direction)).AbsoluteMaximum());
    }

    private static Vector<double> Ascend(Matrix<double> X, Vector<double> y)
    {
        var eta = 4 / Math.Pow(X.L2Norm(), 2);
        var w = Vector<double>.Build.Dense(X.ColumnCount);
        for (var step = 0; step < AscentSteps && LogisticRegression.Gradient(X, y, w).L2Norm() > 1e-9; step++)
            w = LogisticRegression.Update(X, y, w, eta);
        return w;
    }

    /// <summary>One random example a step, with shrinking steps; the mean of the second half of the way (Polyak and Ruppert).</summary>
    private static Vector<double> StochasticDescent(SeededGenerator random, Matrix<double> X, Vector<double> y)
    {
        var rows = X.EnumerateRows().ToList();
        var steps = Epochs * rows.Count;
        var w = Vector<double>.Build.Dense(X.ColumnCount);
        var sum = Vector<double>.Build.Dense(X.ColumnCount);
        for (var step = 0; step < steps; step++)
        {
            var example = random.Below(rows.Count);
            w += rows[example] * ((y[example] - Logistic(rows[example] * w)) / Math.Sqrt(4 + step));
            if (2 * step >= steps) sum += w;
        }
        return sum / (steps - (steps / 2));
    }

    private static Vector<double> FromLabelFrequency(Matrix<double> X, Vector<double> y)
    {
        var w = Vector<double>.Build.Dense(X.ColumnCount);
        w[0] = Math.Log(y.Sum() / (y.Count - y.Sum()));
        return w;
    }
}
