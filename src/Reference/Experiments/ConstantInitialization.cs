using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>
/// What a network with one hidden layer does when all its weights start as one constant; worksheets
/// `logistic-initialization`, question 2, and `backprop-practice`, question 1. Deltas are taken at the weighted inputs.
/// </summary>
public static class ConstantInitialization
{
    private const int Inputs = 3, HiddenUnits = 4, Outputs = 2, Examples = 6, Steps = 500;
    private const double Rate = 0.5;

    public static ExperimentResult Run(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var constant = random.Uniform(0.2, 0.8);
        return Run(random, [
            Matrix<double>.Build.Dense(Inputs, HiddenUnits, constant),
            Matrix<double>.Build.Dense(HiddenUnits, Outputs, constant)]);
    }

    /// <summary>The same measurements with random weights at the start, where the symmetry is broken.</summary>
    public static ExperimentResult RunFromRandomWeights(ulong seed)
    {
        var random = new SeededGenerator(seed);
        return Run(random, [random.UniformMatrix(Inputs, HiddenUnits, -1, 1), random.UniformMatrix(HiddenUnits, Outputs, -1, 1)]);
    }

    private static ExperimentResult Run(SeededGenerator random, IReadOnlyList<Matrix<double>> start)
    {
        var X = random.UniformMatrix(Examples, Inputs, -1, 1);
        var targets = random.UniformMatrix(Examples, Outputs, 0, 1);
        var network = new Network(start, ScalarFunctions.Tanh, OutputUnit.Sigmoid, Loss.SquaredError);
        var forward = network.Forward(X);
        var backward = network.Backward(forward, targets);
        var trained = network.Train(X, targets, Rate, Steps);

        var hidden = Spread.BetweenColumns(forward.Outputs[1]);
        var hiddenDeltas = Spread.BetweenColumns(backward.Deltas[0]);
        var outputDeltas = Spread.BetweenColumns(backward.Deltas[1]);
        var gradientByI = Spread.BetweenRows(backward.Gradients[1]);
        var gradientByJ = Spread.BetweenColumns(backward.Gradients[1]);
        var weightsByI = Spread.BetweenRows(trained.Weights[1]);
        var weights = Spread.Within(trained.Weights[1]);
        return ExperimentResult.Of(
            [
                new("hidden-equal", hidden == 0, hidden, "The largest difference between two hidden units for the same example, at the start."),
                new("hidden-deltas-equal", hiddenDeltas == 0, hiddenDeltas, "The largest difference between the deltas of two hidden units for the same example."),
                new("output-deltas-equal-always", outputDeltas == 0, outputDeltas, "The largest difference between the deltas of two outputs with targets of their own."),
                new("gradient-independent-of-i", gradientByI == 0, gradientByI, "The largest difference between the gradients of the weights from two hidden units into the same output."),
                new("gradient-independent-of-j", gradientByJ == 0, gradientByJ, "The largest difference between the gradients of the weights from the same hidden unit into two outputs."),
                new("symmetry-persists", weightsByI == 0, weightsByI, "The largest difference, after 500 steps, between the weights from two hidden units into the same output."),
                new("layer-two-constant", weights == 0, weights, "The largest difference, after 500 steps, between any two weights of layer 2."),
            ],
            new Measurement("weight-change", (trained.Weights[1] - start[1]).Enumerate().Max(Math.Abs), "The largest change of a weight of layer 2 in 500 steps."));
    }
}
