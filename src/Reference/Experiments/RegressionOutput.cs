using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>
/// Which change lets a network fit real targets, most of them outside [0, 1]; worksheet `initialization-skip-layer`,
/// part 2a.changes. A fit is good when it explains nine tenths of the targets' variance.
/// </summary>
public static class RegressionOutput
{
    private const int Examples = 20, HiddenUnits = 10, Steps = 1500;
    private const double Rate = 0.05, GoodFit = 0.9;

    public static ExperimentResult Run(ulong seed) => Run(seed, low: -4, high: 6);

    /// <param name="low">The lowest target.</param>
    /// <param name="high">The highest target; targets well inside [0, 1] can be fitted by a sigmoid output too.</param>
    public static ExperimentResult Run(ulong seed, double low, double high)
    {
        var random = new SeededGenerator(seed);
        var X = Matrix<double>.Build.Dense(Examples, 2, (row, column) => column == 0 ? (2.0 * row / (Examples - 1)) - 1 : 1);
        var phase = random.Uniform(-0.5, 0.5);
        var middle = (low + high) / 2;
        var targets = Matrix<double>.Build.Dense(Examples, 2, (row, column) =>
            middle + ((high - low) / 2 * Math.Sin((2 * X[row, 0]) + phase + (column * Math.PI / 2))));

        double Fit(OutputUnit output, Loss loss, params int[] hidden) =>
            Explained(targets, Start(random, output, loss, hidden).Train(X, targets, Rate, Steps).Forward(X).Prediction);

        var identity = Fit(OutputUnit.Identity, Loss.SquaredError, HiddenUnits);
        var softmax = Fit(OutputUnit.Softmax, Loss.SquaredError, HiddenUnits);
        var crossEntropy = Fit(OutputUnit.Sigmoid, Loss.CrossEntropy, HiddenUnits);
        var deeper = Fit(OutputUnit.Sigmoid, Loss.SquaredError, HiddenUnits, HiddenUnits, HiddenUnits);
        var fromMean = DistanceFromMean(targets);
        return ExperimentResult.Of(
            [
                new("identity-output", identity >= GoodFit, identity, "The share of variance explained with an identity output and squared error."),
                new("squared-error", fromMean <= 1e-6, fromMean, "How far the constant that squared error settles on is from the mean of the targets."),
                new("softmax-output", softmax >= GoodFit, softmax, "The share of variance explained with a softmax output."),
                new("cross-entropy", crossEntropy >= GoodFit, crossEntropy, "The share of variance explained with sigmoid outputs under cross-entropy."),
                new("more-hidden-layers", deeper >= GoodFit, deeper, "The share of variance explained with sigmoid outputs and three hidden layers."),
            ]);
    }

    private static Network Start(SeededGenerator random, OutputUnit output, Loss loss, int[] hidden)
    {
        int[] widths = [2, .. hidden, 2];
        return new(
            [.. widths.Skip(1).Select((width, layer) => random.NormalMatrix(widths[layer], width) / Math.Sqrt(widths[layer]))],
            ScalarFunctions.Tanh, output, loss);
    }

    /// <summary>1 - (sum of squared residuals) / (sum of squared deviations from the mean).</summary>
    private static double Explained(Matrix<double> targets, Matrix<double> predictions)
    {
        var means = targets.ColumnSums() / targets.RowCount;
        var deviations = targets - Matrix<double>.Build.Dense(targets.RowCount, targets.ColumnCount, (_, column) => means[column]);
        return 1 - (Math.Pow((targets - predictions).FrobeniusNorm(), 2) / Math.Pow(deviations.FrobeniusNorm(), 2));
    }

    /// <summary>A network of biases alone, trained by squared error: it learns one constant for each output.</summary>
    private static double DistanceFromMean(Matrix<double> targets)
    {
        var ones = Matrix<double>.Build.Dense(targets.RowCount, 1, 1);
        var biases = new Network([Matrix<double>.Build.Dense(1, 2)], ScalarFunctions.Identity, OutputUnit.Identity, Loss.SquaredError)
            .Train(ones, targets, Rate, Steps).Weights[0].Row(0);
        return (biases - (targets.ColumnSums() / targets.RowCount)).AbsoluteMaximum();
    }
}
