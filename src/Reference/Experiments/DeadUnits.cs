using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>
/// A hidden ReLU unit that is dead for every training input, under gradient descent; worksheet
/// `naive-bayes-dead-relu`, part 3.3. Inputs end in a constant 1, so that the last row of W1 holds the biases.
/// </summary>
public static class DeadUnits
{
    private const int Features = 2, HiddenUnits = 4, Examples = 10, Steps = 2000, LargeSteps = 30;
    private const double Rate = 0.1;

    private static IReadOnlyList<double> LargerRates { get; } = [1, 10, 100];

    /// <summary>The unit that starts dead.</summary>
    private const int Dead = 0;

    public static ExperimentResult Run(ulong seed) => Run(seed, margin: -0.5);

    /// <param name="margin">
    /// The unit's largest weighted input over the whole cube of inputs; at most 0 it is dead, above 0 it may be alive.
    /// </param>
    public static ExperimentResult Run(ulong seed, double margin)
    {
        var random = new SeededGenerator(seed);
        var X = random.UniformMatrix(Examples, Features, -1, 1).InsertColumn(Features, Vector<double>.Build.Dense(Examples, 1));
        var targets = Matrix<double>.Build.Dense(Examples, 1, (_, _) => random.Below(2));
        var W1 = random.UniformMatrix(Features + 1, HiddenUnits, -1, 1);
        for (var unit = 0; unit < HiddenUnits; unit++)
        {
            // Over the cube of inputs, |w_1| + |w_2| is the farthest that the features can push a weighted input.
            var reach = Math.Abs(W1[0, unit]) + Math.Abs(W1[1, unit]);
            W1[Features, unit] = unit == Dead ? margin - reach : reach;
        }
        var start = new Network(
            [W1, random.UniformMatrix(HiddenUnits, 1, 0.5, 1)], ScalarFunctions.Relu, OutputUnit.Sigmoid, Loss.CrossEntropy);

        var plain = Follow(start, X, targets, Rate, Steps);
        var larger = LargerRates.Select(rate => Follow(start, X, targets, rate, LargeSteps)).ToList();
        var largerActive = larger.Max(run => run.MostActive);
        var others = start.Backward(start.Forward(X), targets).Gradients[0].RemoveColumn(Dead).Enumerate().Max(Math.Abs);
        return ExperimentResult.Of(
            [
                new("zero-gradient", plain.LargestGradient == 0, plain.LargestGradient, "The largest gradient that the dead unit's own weights met in 2000 steps."),
                new("never-revived", plain.WeightChange == 0 && plain.MostActive == 0, plain.WeightChange, "The largest change of the dead unit's own weights in 2000 steps."),
                new("larger-rate-revives", largerActive > 0, largerActive, "The most training inputs that woke the unit at 10, 100 and 1000 times the rate."),
                new("plain-descent-revives", plain.MostActive > 0, plain.MostActive, "The most training inputs that woke the unit in 2000 steps."),
            ],
            new Measurement("other-units-gradient", others, "The largest gradient that the weights of the other hidden units met at the start."));
    }

    private sealed record Course(double LargestGradient, double WeightChange, double MostActive);

    private static Course Follow(Network start, Matrix<double> X, Matrix<double> targets, double rate, int steps)
    {
        var network = start;
        double largestGradient = 0, mostActive = 0;
        for (var step = 0; step < steps; step++)
        {
            var forward = network.Forward(X);
            var gradients = network.Backward(forward, targets).Gradients;
            largestGradient = Math.Max(largestGradient, gradients[0].Column(Dead).AbsoluteMaximum());
            mostActive = Math.Max(mostActive, forward.WeightedInputs[0].Column(Dead).Count(a => a > 0));
            network = network with { Weights = [.. network.Weights.Zip(gradients, (weights, gradient) => weights - (rate * gradient))] };
        }
        return new(largestGradient, (network.Weights[0].Column(Dead) - start.Weights[0].Column(Dead)).AbsoluteMaximum(), mostActive);
    }
}
