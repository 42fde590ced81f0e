using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>
/// One step of gradient descent from constant weights; worksheet `initialization-skip-layer`, parts 1a to 1c. The loss
/// is squared error: with softmax and cross-entropy, equal outputs have deltas that add up to 0, and the first step
/// would leave layer 1 exactly constant by that accident. Hidden deltas are taken at the **input** of layer 2, as
/// this worksheet does.
/// </summary>
public static class SkipLayerInitialization
{
    private const int Inputs = 3, HiddenUnits = 4, Outputs = 2, Examples = 5, LaterSteps = 200;
    private const double Rate = 0.5;

    public static ExperimentResult Run(ulong seed) => Run(seed, OutputUnit.Sigmoid, Loss.SquaredError);

    /// <summary>The same with other output units and loss; with softmax and cross-entropy, `layer-one-constant` comes out true.</summary>
    public static ExperimentResult Run(ulong seed, OutputUnit output, Loss loss)
    {
        var random = new SeededGenerator(seed);
        var constant = random.Uniform(0.2, 0.8);
        return Run(random, output, loss, [
            Matrix<double>.Build.Dense(Inputs, HiddenUnits, constant),
            Matrix<double>.Build.Dense(HiddenUnits, Outputs, constant)]);
    }

    /// <summary>The same measurements with random weights at the start, where the symmetry is broken.</summary>
    public static ExperimentResult RunFromRandomWeights(ulong seed)
    {
        var random = new SeededGenerator(seed);
        return Run(random, OutputUnit.Sigmoid, Loss.SquaredError, [
            random.UniformMatrix(Inputs, HiddenUnits, -1, 1), random.UniformMatrix(HiddenUnits, Outputs, -1, 1)]);
    }

    private static ExperimentResult Run(SeededGenerator random, OutputUnit output, Loss loss, IReadOnlyList<Matrix<double>> start)
    {
        var X = random.UniformMatrix(Examples, Inputs, -1, 1);
        var targets = OneHot(random);
        var fresh = random.UniformMatrix(Examples, Inputs, -3, 3);
        var network = new Network(start, ScalarFunctions.Tanh, output, loss);
        var forward = network.Forward(X);
        var atLayerTwoInput = network.Backward(forward, targets).Deltas[1].TransposeAndMultiply(start[1]);
        var stepped = network.Step(X, targets, Rate);
        var trained = stepped.Train(X, targets, Rate, LaterSteps);

        var hidden = Spread.BetweenColumns(forward.Outputs[1]);
        var deltas = Spread.BetweenColumns(atLayerTwoInput);
        var sameInput = Spread.BetweenColumns(stepped.Weights[0]);
        var sameOutput = Spread.BetweenRows(stepped.Weights[1]);
        var units = Spread.BetweenColumns(stepped.Forward(fresh).Outputs[1]);
        var layerOne = Spread.Within(stepped.Weights[0]);
        var unitsLater = Spread.BetweenColumns(trained.Forward(fresh).Outputs[1]);
        return ExperimentResult.Of([
            new("hidden-equal", hidden == 0, hidden, "The largest difference between two hidden units for the same example, at the start."),
            new("hidden-deltas-equal", deltas == 0, deltas, "The largest difference between the derivatives of the loss by two hidden units."),
            new("same-input-equal", sameInput == 0, sameInput, "The largest difference, after a step, between the weights from one input into two hidden units."),
            new("same-output-equal", sameOutput == 0, sameOutput, "The largest difference, after a step, between the weights from two hidden units into one output."),
            new("hidden-units-same", units == 0, units, "The largest difference, after a step, between two hidden units at inputs never trained on."),
            new("layer-one-constant", layerOne == 0, layerOne, "The largest difference, after a step, between any two weights of layer 1."),
            new("symmetry-broken", unitsLater > 0, unitsLater, "The largest difference between two hidden units 200 steps later."),
        ]);
    }

    private static Matrix<double> OneHot(SeededGenerator random)
    {
        // Of odd many examples, so that two classes can never balance and cancel each other's deltas.
        var classes = Enumerable.Range(0, Examples).Select(_ => random.Below(Outputs)).ToList();
        return Matrix<double>.Build.Dense(Examples, Outputs, (row, column) => classes[row] == column ? 1 : 0);
    }
}
