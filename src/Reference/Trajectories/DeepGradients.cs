using Formulas.Text;
using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;

namespace Reference.Trajectories;

/// <summary>How the input reaches past hidden layers.</summary>
public enum Skip
{
    /// <summary>Not at all: y = w.h_L, h_l = tanh(W_l h_(l-1)).</summary>
    None,

    /// <summary>As in the worksheet, the input is connected to the output as well: y = w.h_L + s.x.</summary>
    InputToOutput,

    /// <summary>Each layer's input is added to its output: h_l = h_(l-1) + tanh(W_l h_(l-1)).</summary>
    EveryLayer,
}

/// <summary>The numbers that a run of <see cref="DeepGradients"/> can be changed by.</summary>
/// <param name="Layers">Hidden layers, at least 1.</param>
/// <param name="Units">Units in each, and entries of the input.</param>
/// <param name="Size">The standard deviation of weights, times the square root of the units.</param>
public sealed record DeepSetting(ulong Seed, int Layers, int Units, double Size);

/// <summary>
/// The derivatives of one output of a deep tanh network, layer by layer, at random weights; worksheet
/// `initialization-skip-layer`, question 2. The output is linear.
/// </summary>
/// <param name="Hidden">For each hidden layer from the first, units x units.</param>
/// <param name="Output">The weights from the last hidden layer to the output.</param>
/// <param name="Direct">The weights from the input straight to the output, used with <see cref="Skip.InputToOutput"/> alone.</param>
public sealed record DeepGradients(EquatableList<Matrix<double>> Hidden, Vector<double> Output, Vector<double> Direct, Vector<double> Input)
{
    public static DeepGradients Draw(DeepSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var random = new SeededGenerator(setting.Seed);
        var size = setting.Size / Math.Sqrt(setting.Units);
        Vector<double> Weights() => random.NormalMatrix(setting.Units, 1).Column(0) * size;
        return new(
            [.. Enumerable.Range(0, setting.Layers).Select(_ => random.NormalMatrix(setting.Units, setting.Units) * size)],
            Weights(), Weights(), random.NormalMatrix(setting.Units, 1).Column(0));
    }

    public double Value(Skip skip) => (Output * Forward(skip)[^1]) + (skip == Skip.InputToOutput ? Direct * Input : 0);

    /// <summary>The derivative of the output by each layer's weighted inputs, from the first hidden layer on.</summary>
    public EquatableList<Vector<double>> Deltas(Skip skip)
    {
        var outputs = Forward(skip);
        var deltas = new Vector<double>[Hidden.Count];
        var upstream = Output;
        for (var layer = Hidden.Count - 1; layer >= 0; layer--)
        {
            var delta = upstream.PointwiseMultiply((Hidden[layer] * outputs[layer]).Map(ScalarFunctions.Tanh.Derivative, Zeros.Include));
            deltas[layer] = delta;
            var throughLayer = Hidden[layer].TransposeThisAndMultiply(delta);
            upstream = skip == Skip.EveryLayer ? throughLayer + upstream : throughLayer;
        }
        return [.. deltas];
    }

    /// <summary>The derivative of the output by each layer's weights: delta times the layer's input.</summary>
    public EquatableList<Matrix<double>> Gradients(Skip skip) =>
        [.. Deltas(skip).Zip(Forward(skip), (delta, input) => delta.OuterProduct(input))];

    /// <summary>The derivative by the direct weights is the input itself: no hidden layer stands between.</summary>
    public double DirectNorm => Input.L2Norm();

    private List<Vector<double>> Forward(Skip skip)
    {
        var outputs = new List<Vector<double>> { Input };
        foreach (var weights in Hidden)
        {
            var activated = (weights * outputs[^1]).Map(Math.Tanh, Zeros.Include);
            outputs.Add(skip == Skip.EveryLayer ? outputs[^1] + activated : activated);
        }
        return outputs;
    }
}
