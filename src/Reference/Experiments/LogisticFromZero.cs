using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Reference.LogisticInitialization;

namespace Reference.Experiments;

/// <summary>
/// Logistic regression started at 0, where a hidden layer would fail; worksheets `logistic-initialization`, part 2e,
/// `initialization-skip-layer`, part 1d, and `backprop-practice`, part 1f.
/// </summary>
public static class LogisticFromZero
{
    private const int Points = 100, Steps = 500;

    /// <summary>Rounding in a sum of some sixty terms of size about 1, with a wide margin.</summary>
    private const double Rounding = 1e-10;

    public static ExperimentResult Run(ulong seed)
    {
        var random = new SeededGenerator(seed);
        return Run(random, LogisticData.Draw(random));
    }

    /// <summary>The same where every feature column is the same: nothing then tells the weights apart.</summary>
    public static ExperimentResult RunWithEqualFeatures(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var data = LogisticData.Draw(random);
        return Run(random, data with { X = Matrix<double>.Build.Dense(data.X.RowCount, 3, (row, _) => data.X[row, 1]) });
    }

    private static ExperimentResult Run(SeededGenerator random, LogisticData data)
    {
        var (X, y) = data;
        var atZero = LogisticRegression.LossGradientAtZero(X, y);
        var difference = SmallestDifference(atZero);
        var twin = X.Clone();
        twin.SetColumn(2, X.Column(1));
        var twinGradient = LogisticRegression.LossGradientAtZero(twin, y);
        var twinDifference = Math.Abs(twinGradient[2] - twinGradient[1]);

        var swapOfWeights = ChangeWhenWeightsSwap(random, X);
        var swapOfUnits = ChangeWhenUnitsSwap(random, X);
        var curvature = Enumerable.Range(0, Points).Min(_ => SmallestEigenvalue(X, random.UniformVector(3, -3, 3)));
        var trained = Ascend(X, y);
        var largest = trained.AbsoluteMaximum();
        var spread = Spread.Within(trained);
        return ExperimentResult.Of(
            [
                new("features-differ", difference > Rounding && twinDifference == 0, difference, "The smallest difference between two entries of the gradient at 0, of features that differ."),
                new("no-hidden-units", swapOfWeights > Rounding && swapOfUnits <= Rounding, swapOfWeights, "The least that a prediction changes when two weights are swapped: no two weights play the same part."),
                new("convex", curvature >= -Rounding, curvature, "The smallest eigenvalue of the loss's Hessian at 100 random weights."),
                new("stay-zero", largest == 0, largest, "The largest weight after 500 steps from 0."),
                new("stay-equal", spread <= Rounding, spread, "The largest difference between two weights after 500 steps from 0."),
            ],
            new Measurement("twin-features", twinDifference, "The difference between the gradient's entries at 0 of two equal features."),
            new Measurement("hidden-swap", swapOfUnits, "The most that a network's prediction changes when two of its hidden units are swapped: nothing but rounding."),
            new Measurement("gradient-at-end", LogisticRegression.Gradient(X, y, trained).L2Norm(), "The norm of the gradient after 500 steps."));
    }

    private static Vector<double> Ascend(Matrix<double> X, Vector<double> y)
    {
        // The log-likelihood's curvature is at most ||X||^2 / 4, so that this step never overshoots.
        var eta = 4 / Math.Pow(X.L2Norm(), 2);
        var w = Vector<double>.Build.Dense(X.ColumnCount);
        for (var step = 0; step < Steps; step++) w = LogisticRegression.Update(X, y, w, eta);
        return w;
    }

    private static double SmallestEigenvalue(Matrix<double> X, Vector<double> w) =>
        (-LogisticRegression.Hessian(X, w)).Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);

    private static double SmallestDifference(Vector<double> v) =>
        (from a in Enumerable.Range(0, v.Count) from b in Enumerable.Range(0, a) select Math.Abs(v[a] - v[b])).Min();

    /// <summary>Over all pairs of weights, the least change of the predictions when the pair is swapped.</summary>
    private static double ChangeWhenWeightsSwap(SeededGenerator random, Matrix<double> X)
    {
        var w = random.UniformVector(X.ColumnCount, -1, 1);
        return (from a in Enumerable.Range(0, w.Count)
                from b in Enumerable.Range(0, a)
                let swapped = Vector<double>.Build.Dense(w.Count, j => w[j == a ? b : j == b ? a : j])
                select ((X * swapped).Map(ScalarFunctions.Logistic) - (X * w).Map(ScalarFunctions.Logistic)).AbsoluteMaximum()).Min();
    }

    /// <summary>Over all pairs of hidden units of a random network, the most that a prediction changes when the pair is swapped.</summary>
    private static double ChangeWhenUnitsSwap(SeededGenerator random, Matrix<double> X)
    {
        const int units = 4;
        var W1 = random.UniformMatrix(X.ColumnCount, units, -1, 1);
        var W2 = random.UniformMatrix(units, 1, -1, 1);
        Matrix<double> Predict(Func<int, int> unit) => new Network(
            [Matrix<double>.Build.Dense(X.ColumnCount, units, (i, j) => W1[i, unit(j)]), Matrix<double>.Build.Dense(units, 1, (j, _) => W2[unit(j), 0])],
            ScalarFunctions.Tanh, OutputUnit.Sigmoid, Loss.CrossEntropy).Forward(X).Prediction;

        var before = Predict(j => j);
        return (from a in Enumerable.Range(0, units)
                from b in Enumerable.Range(0, a)
                select (Predict(j => j == a ? b : j == b ? a : j) - before).Enumerate().Max(Math.Abs)).Max();
    }
}
