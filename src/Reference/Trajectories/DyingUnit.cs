using Formulas.Text;
using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;

namespace Reference.Trajectories;

/// <summary>What one unit z = f(v.x) is at one step.</summary>
/// <param name="Weights">v, with the bias as its last entry.</param>
/// <param name="LargestInput">The largest weighted input over the examples; the ReLU is dead where it is at most 0.</param>
/// <param name="GradientNorm">The norm of the loss's gradient by v.</param>
/// <param name="Loss">The mean of 1/2 (2 z - t)^2.</param>
public sealed record UnitStep(Vector<double> Weights, double LargestInput, double GradientNorm, double Loss);

/// <summary>The numbers that a run of <see cref="DyingUnit"/> can be changed by.</summary>
/// <param name="Blow">The rate of the one step that kills the unit.</param>
/// <param name="Slope">The leaky ReLU's slope below 0, in [0, 1].</param>
public sealed record DyingUnitSetting(ulong Seed, int Steps, double Rate, double Blow, double Slope);

/// <summary>
/// A living ReLU unit learns, takes one step that is far too long, and is dead for every example from then on; the same
/// course with a leaky ReLU. Worksheet `naive-bayes-dead-relu`, question 3. Inputs end in a constant 1.
/// </summary>
public static class DyingUnit
{
    private const int Features = 2, Examples = 10;
    private const double OutputWeight = 2;

    /// <summary>The step that is far too long: the unit learns before it and tries to afterwards.</summary>
    public const int BlowAt = 5;

    /// <summary>The steps from 0 to the last, with ReLU and with leaky ReLU, from the same start.</summary>
    public static (EquatableList<UnitStep> Relu, EquatableList<UnitStep> Leaky) Follow(DyingUnitSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return (Follow(setting, slope: 0), Follow(setting, setting.Slope));
    }

    /// <summary>The examples of a seed and the weights that the unit starts with, alive for all of them.</summary>
    public static (Matrix<double> X, Vector<double> Targets, Vector<double> Start) Drawn(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var X = random.UniformMatrix(Examples, Features, -1, 1).InsertColumn(Features, Vector<double>.Build.Dense(Examples, 1));
        var targets = random.UniformVector(Examples, 1, 3);
        var start = random.UniformVector(Features + 1, -0.5, 0.5);

        // So high that the first step lowers it: the long step then goes down as well.
        start[Features] = 2 + Math.Abs(start[0]) + Math.Abs(start[1]);
        return (X, targets, start);
    }

    /// <summary>The mean of 1/2 (2 f(v.x) - t)^2 with f the leaky ReLU of that slope; 0 is the plain one.</summary>
    public static double Loss(Matrix<double> X, Vector<double> targets, Vector<double> v, double slope) =>
        (X * v).Zip(targets, (a, target) => Math.Pow((OutputWeight * (a > 0 ? a : slope * a)) - target, 2) / 2).Average();

    private static EquatableList<UnitStep> Follow(DyingUnitSetting setting, double slope)
    {
        var (X, targets, v) = Drawn(setting.Seed);
        var steps = new List<UnitStep>(setting.Steps + 1);
        for (var step = 0; step <= setting.Steps; step++)
        {
            var a = X * v;
            var deltas = a.Map2(
                (input, target) => ((OutputWeight * (input > 0 ? input : slope * input)) - target) * OutputWeight * (input > 0 ? 1 : slope) / Examples,
                targets, Zeros.Include);
            var gradient = X.TransposeThisAndMultiply(deltas);
            steps.Add(new(v, a.Maximum(), gradient.L2Norm(), Loss(X, targets, v, slope)));
            v -= (step == BlowAt ? setting.Blow : setting.Rate) * gradient;
        }
        return [.. steps];
    }
}
