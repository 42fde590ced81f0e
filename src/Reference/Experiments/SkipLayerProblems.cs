using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>
/// What a connection from the input straight to the output costs, and what helps; worksheet
/// `initialization-skip-layer`, part 2c.problems.
/// </summary>
public static class SkipLayerProblems
{
    private const int Inputs = 10, HiddenUnits = 6, Examples = 14, TestExamples = 200, Repetitions = 6, Steps = 600;
    private const double Rate = 0.1;

    /// <summary>The most that rounding bends a straight line of outputs of size about 1.</summary>
    private const double Rounding = 1e-9;

    public static ExperimentResult Run(ulong seed) => Run(seed, decay: 0.3);

    /// <param name="decay">The weight of the penalty; with 0 nothing is regularised.</param>
    public static ExperimentResult Run(ulong seed, double decay)
    {
        var random = new SeededGenerator(seed);
        var extra = ExtraWeights(random);
        var trials = Enumerable.Range(0, Repetitions).Select(_ => Trial(random, decay)).ToList();
        var gain = trials.Average(trial => trial.PlainTest - trial.DecayedTest);
        var shrunk = trials.Average(trial => trial.PlainNorm - trial.DecayedNorm);
        var overfit = trials.Average(trial => trial.PlainTest - trial.PlainTraining);

        var network = Start(random);
        var X = random.NormalMatrix(TestExamples, Inputs);
        var size = RootMeanSquare(network.Predict(X));
        var withoutSkip = network with { Skip = Matrix<double>.Build.Dense(Inputs, 1) };
        var relative = size / RootMeanSquare(withoutSkip.Predict(X));
        var bend = Bend(network, random);
        return ExperimentResult.Of(
            [
                new("more-weights", extra > 0, extra, "The weights that the skip connection adds to a network of random widths, counted entry by entry."),
                new("regularization", gain > 0 && shrunk > 0, gain, "How much weight decay lowers the squared error on examples not trained on, on average over 6 data sets."),
                new("vanishing-output", relative < 1e-3, relative, "The size of the outputs with the skip connection, relative to those without it."),
                new("becomes-linear", bend <= Rounding, bend, "The largest second difference of the output along a line of inputs; 0 for a linear network."),
            ],
            new Measurement("overfitting", overfit, "How much the squared error on examples not trained on exceeds that on the training examples, without weight decay."),
            new Measurement("norm-reduction", shrunk, "How much weight decay shortens the vector of all weights."));
    }

    /// <summary>Builds the weight matrices of a network with and without the skip connection and counts their entries.</summary>
    private static double ExtraWeights(SeededGenerator random)
    {
        var widths = Enumerable.Range(0, 4).Select(_ => 1 + random.Below(5)).ToList();
        var layers = widths.Skip(1).Select((width, layer) => Matrix<double>.Build.Dense(widths[layer], width)).ToList();
        var withSkip = layers.Append(Matrix<double>.Build.Dense(widths[0], widths[^1]));
        return withSkip.Sum(matrix => matrix.Enumerate().Count()) - layers.Sum(matrix => matrix.Enumerate().Count());
    }

    private sealed record Comparison(double PlainTraining, double PlainTest, double DecayedTest, double PlainNorm, double DecayedNorm);

    /// <summary>Few examples, ten inputs of which two matter, and noise as large as the signal: a case for overfitting.</summary>
    private static Comparison Trial(SeededGenerator random, double decay)
    {
        var X = random.NormalMatrix(Examples, Inputs);
        var fresh = random.NormalMatrix(TestExamples, Inputs);
        var targets = Signal(X) + random.NormalMatrix(Examples, 1);
        var start = Start(random);
        var plain = start.Train(X, targets, 0, Rate, Steps);
        var decayed = start.Train(X, targets, decay, Rate, Steps);
        return new(
            plain.MeanSquaredError(X, targets),
            plain.MeanSquaredError(fresh, Signal(fresh)),
            decayed.MeanSquaredError(fresh, Signal(fresh)),
            plain.WeightNorm,
            decayed.WeightNorm);
    }

    private static Matrix<double> Signal(Matrix<double> X) => (0.7 * (X.Column(0) - X.Column(1))).ToColumnMatrix();

    private static SkipLayerNetwork Start(SeededGenerator random) => new(
        random.NormalMatrix(Inputs, HiddenUnits) / Math.Sqrt(Inputs),
        random.NormalMatrix(HiddenUnits, 1) / Math.Sqrt(HiddenUnits),
        random.NormalMatrix(Inputs, 1) / Math.Sqrt(Inputs));

    private static double RootMeanSquare(Matrix<double> outputs) => outputs.FrobeniusNorm() / Math.Sqrt(outputs.RowCount);

    private static double Bend(SkipLayerNetwork network, SeededGenerator random)
    {
        var direction = random.NormalMatrix(1, Inputs);
        var line = Matrix<double>.Build.Dense(9, Inputs, (row, column) => (row - 4) * 0.5 * direction[0, column]);
        var outputs = network.Predict(line).Column(0);
        return Enumerable.Range(1, 7).Max(t => Math.Abs(outputs[t + 1] - (2 * outputs[t]) + outputs[t - 1]));
    }
}
