using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>
/// What brings a unit back that is dead for every training input; worksheet `naive-bayes-dead-relu`, part 3.4. One unit
/// with a positive output weight faces targets above all it can give, so that descent would raise it if it could.
/// </summary>
public static class DeadUnitRemedies
{
    private const int Features = 2, Examples = 10, Steps = 300;
    private const double Rate = 0.02, OutputWeight = 2;

    private static IReadOnlyList<double> LargerRates { get; } = [0.2, 2, 20];

    /// <summary>A unit z = f(a) with a slope below 0 that may be learnt: its value and its derivatives by a and by the slope.</summary>
    private sealed record Unit(Func<double, double, double> Of, Func<double, double, double> ByInput, Func<double, double, double> BySlope);

    private static Unit Relu { get; } = new(
        (a, _) => ScalarFunctions.Rectify(a), (a, _) => ScalarFunctions.ReluDerivative(a), (_, _) => 0);

    private static Unit LeakyRelu { get; } = new((a, slope) => a > 0 ? a : slope * a, (a, slope) => a > 0 ? 1 : slope, (_, _) => 0);

    private static Unit ParametricRelu { get; } = LeakyRelu with { BySlope = (a, _) => a > 0 ? 0 : a };

    private static Unit Elu { get; } = new((a, _) => a > 0 ? a : Math.Exp(a) - 1, (a, _) => a > 0 ? 1 : Math.Exp(a), (_, _) => 0);

    /// <summary>Its derivative is 0 wherever it has one.</summary>
    private static Unit HardThreshold { get; } = new((a, _) => a > 0 ? 1 : 0, (_, _) => 0, (_, _) => 0);

    public static ExperimentResult Run(ulong seed) => Run(seed, margin: -0.2);

    /// <param name="margin">The unit's largest weighted input over the whole cube of inputs; at most 0 it is dead.</param>
    public static ExperimentResult Run(ulong seed, double margin)
    {
        var random = new SeededGenerator(seed);
        var X = random.UniformMatrix(Examples, Features, -1, 1).InsertColumn(Features, Vector<double>.Build.Dense(Examples, 1));
        var targets = random.UniformVector(Examples, 2, 3);
        var start = random.UniformVector(Features + 1, -0.5, 0.5);
        start[Features] = margin - Math.Abs(start[0]) - Math.Abs(start[1]);

        double Moved(Unit unit, double rate = Rate) => Train(unit, X, targets, start, rate);
        var leaky = Moved(LeakyRelu);
        var parametric = Moved(ParametricRelu);
        var elu = Moved(Elu);
        var larger = LargerRates.Max(rate => Moved(Relu, rate));
        var threshold = Moved(HardThreshold);
        return ExperimentResult.Of(
            [
                new("leaky-relu", leaky > 0, leaky, "How far the unit's own weights moved as a leaky ReLU."),
                new("parametric-relu", parametric > 0, parametric, "How far the unit's own weights moved as a parametric ReLU."),
                new("elu", elu > 0, elu, "How far the unit's own weights moved as an ELU."),
                new("larger-rate", larger > 0, larger, "How far the unit's own weights moved as a ReLU, at up to 1000 times the rate."),
                new("hard-threshold", threshold > 0, threshold, "How far the unit's own weights moved as a hard threshold."),
            ],
            new Measurement("relu", Moved(Relu), "How far the unit's own weights moved as a plain ReLU."));
    }

    /// <summary>Gradient descent on the mean of 1/2 (2 f(v.x) - t)^2 by v and the slope; the distance that v moved.</summary>
    private static double Train(Unit unit, Matrix<double> X, Vector<double> targets, Vector<double> start, double rate)
    {
        var v = start;
        var slope = NaiveBayesDeadRelu.DeadRelu.LeakySlope;
        for (var step = 0; step < Steps; step++)
        {
            var a = X * v;
            var deltas = a.Map2((input, target) => ((OutputWeight * unit.Of(input, slope)) - target) * OutputWeight / Examples, targets, Zeros.Include);
            var bySlope = a.Zip(deltas, (input, delta) => delta * unit.BySlope(input, slope)).Sum();
            v -= rate * X.TransposeThisAndMultiply(a.Map2((input, delta) => delta * unit.ByInput(input, slope), deltas, Zeros.Include));
            slope -= rate * bySlope;
        }
        return (v - start).L2Norm();
    }
}
