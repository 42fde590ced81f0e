using Formulas.Text;
using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;

namespace Reference.Trajectories;

/// <summary>What the hidden units of a network are at one step of gradient descent.</summary>
/// <param name="FirstWeights">The weight from the first input into each hidden unit.</param>
/// <param name="GradientNorms">For each hidden unit, the norm of the gradient by the weights into it.</param>
/// <param name="Loss">The mean of 1/2 ||p - t||^2 over the examples.</param>
/// <param name="Difference">
/// The largest difference between two hidden units: of a weight into or out of them, of its gradient, or of their outputs.
/// </param>
public sealed record HiddenUnitsStep(EquatableList<double> FirstWeights, EquatableList<double> GradientNorms, double Loss, double Difference);

/// <summary>The numbers that a run of <see cref="HiddenUnits"/> can be changed by.</summary>
/// <param name="Units">Hidden units, at least 2.</param>
/// <param name="Steps">Steps of gradient descent.</param>
/// <param name="Rate">Their rate.</param>
/// <param name="Spread">Random weights lie this far from 0 at most.</param>
public sealed record HiddenUnitsSetting(ulong Seed, int Units, int Steps, double Rate, double Spread);

/// <summary>
/// A network with one hidden layer of tanh and two sigmoid outputs, followed through gradient descent from constant and
/// from random weights; worksheets `logistic-initialization`, question 2, and `backprop-practice`, question 1.
/// </summary>
public static class HiddenUnits
{
    private const int Inputs = 3, Outputs = 2, Examples = 6;

    /// <summary>Both runs, on the same examples: the steps from 0 to the last, each.</summary>
    public static (EquatableList<HiddenUnitsStep> Constant, EquatableList<HiddenUnitsStep> Random) Follow(HiddenUnitsSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var random = new SeededGenerator(setting.Seed);
        var (X, targets) = Draw(random);
        var constant = random.Uniform(0.2, 0.8);
        Matrix<double> Constant(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, constant);
        Matrix<double> Random(int rows, int columns) => random.UniformMatrix(rows, columns, -setting.Spread, setting.Spread);
        return (
            Follow(Start(setting.Units, Constant), X, targets, setting),
            Follow(Start(setting.Units, Random), X, targets, setting));
    }

    /// <summary>The examples of a seed: inputs in [-1, 1], targets of their own for each output in [0, 1].</summary>
    public static (Matrix<double> X, Matrix<double> Targets) Examined(ulong seed) => Draw(new SeededGenerator(seed));

    private static (Matrix<double> X, Matrix<double> Targets) Draw(SeededGenerator random) =>
        (random.UniformMatrix(Examples, Inputs, -1, 1), random.UniformMatrix(Examples, Outputs, 0, 1));

    private static Network Start(int units, Func<int, int, Matrix<double>> weights) =>
        new([weights(Inputs, units), weights(units, Outputs)], ScalarFunctions.Tanh, OutputUnit.Sigmoid, Loss.SquaredError);

    private static EquatableList<HiddenUnitsStep> Follow(Network network, Matrix<double> X, Matrix<double> targets, HiddenUnitsSetting setting)
    {
        var steps = new List<HiddenUnitsStep>(setting.Steps + 1);
        for (var step = 0; step <= setting.Steps; step++)
        {
            var forward = network.Forward(X);
            var gradients = network.Backward(forward, targets).Gradients;
            steps.Add(Look(network, forward, gradients, targets));
            network = network with { Weights = [.. network.Weights.Zip(gradients, (weights, gradient) => weights - (setting.Rate * gradient))] };
        }
        return [.. steps];
    }

    private static HiddenUnitsStep Look(Network network, ForwardPass forward, IReadOnlyList<Matrix<double>> gradients, Matrix<double> targets)
    {
        double[] differences =
        [
            Spread.BetweenColumns(network.Weights[0]), Spread.BetweenRows(network.Weights[1]), Spread.BetweenColumns(gradients[0]),
            Spread.BetweenRows(gradients[1]), Spread.BetweenColumns(forward.Outputs[1]),
        ];
        return new(
            [.. network.Weights[0].Row(0)],
            [.. gradients[0].EnumerateColumns().Select(column => column.L2Norm())],
            Math.Pow((forward.Prediction - targets).FrobeniusNorm(), 2) / 2 / targets.RowCount,
            differences.Max());
    }
}
