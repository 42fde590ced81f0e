using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>What the output layer does with its weighted inputs.</summary>
public enum OutputUnit
{
    Identity,
    Sigmoid,
    Softmax,
}

/// <summary>
/// Squared error is 1/2 ||p - t||^2. Cross-entropy is that of softmax over its classes, and with sigmoid outputs the
/// sum of one logistic loss for each output.
/// </summary>
public enum Loss
{
    SquaredError,
    CrossEntropy,
}

/// <summary>
/// Layer by layer, a row for each example: <paramref name="WeightedInputs"/>[l - 1] is S^(l) = x^(l-1) W^(l), and
/// <paramref name="Outputs"/>[l] is x^(l), with the inputs as x^(0).
/// </summary>
public sealed record ForwardPass(IReadOnlyList<Matrix<double>> WeightedInputs, IReadOnlyList<Matrix<double>> Outputs)
{
    public Matrix<double> Prediction => Outputs[^1];
}

/// <summary>
/// <paramref name="Deltas"/>[l - 1] is delta^(l), the derivative of an example's loss by S^(l), a row for each example;
/// <paramref name="Gradients"/>[l - 1] is the derivative of the mean loss by W^(l).
/// </summary>
public sealed record BackwardPass(IReadOnlyList<Matrix<double>> Deltas, IReadOnlyList<Matrix<double>> Gradients);

/// <summary>
/// A fully connected network, trained by gradient descent on all examples at once. Weights[l - 1] is W^(l),
/// d_{l-1} x d_l: column j holds the weights into unit j. A constant input of 1 stands for biases.
/// </summary>
public sealed record Network(IReadOnlyList<Matrix<double>> Weights, ScalarFunction Hidden, OutputUnit Output, Loss Loss)
{
    /// <param name="X">An example in each row.</param>
    public ForwardPass Forward(Matrix<double> X)
    {
        var weightedInputs = new List<Matrix<double>>();
        var outputs = new List<Matrix<double>> { X };
        foreach (var weights in Weights)
        {
            weightedInputs.Add(outputs[^1] * weights);
            outputs.Add(weightedInputs.Count < Weights.Count
                ? weightedInputs[^1].Map(Hidden.Of, Zeros.Include)
                : OutputOf(weightedInputs[^1]));
        }
        return new(weightedInputs, outputs);
    }

    /// <param name="targets">A target in each row.</param>
    public BackwardPass Backward(ForwardPass pass, Matrix<double> targets)
    {
        var deltas = new Matrix<double>[Weights.Count];
        deltas[^1] = OutputDelta(pass.Prediction, targets);
        for (var layer = Weights.Count - 2; layer >= 0; layer--)
        {
            var slopes = pass.WeightedInputs[layer].Map(Hidden.Derivative, Zeros.Include);
            deltas[layer] = deltas[layer + 1].TransposeAndMultiply(Weights[layer + 1]).PointwiseMultiply(slopes);
        }
        return new(deltas, [.. deltas.Select((delta, layer) =>
            pass.Outputs[layer].TransposeThisAndMultiply(delta) / targets.RowCount)]);
    }

    /// <summary>One step of gradient descent on the mean loss.</summary>
    public Network Step(Matrix<double> X, Matrix<double> targets, double rate)
    {
        var gradients = Backward(Forward(X), targets).Gradients;
        return this with { Weights = [.. Weights.Zip(gradients, (weights, gradient) => weights - (rate * gradient))] };
    }

    public Network Train(Matrix<double> X, Matrix<double> targets, double rate, int steps)
    {
        var network = this;
        for (var step = 0; step < steps; step++) network = network.Step(X, targets, rate);
        return network;
    }

    private Matrix<double> OutputOf(Matrix<double> weightedInputs) => Output switch
    {
        OutputUnit.Identity => weightedInputs,
        OutputUnit.Sigmoid => weightedInputs.Map(ScalarFunctions.Logistic, Zeros.Include),
        OutputUnit.Softmax => Matrix<double>.Build.DenseOfRowVectors(weightedInputs.EnumerateRows().Select(Softmax.Of)),
        _ => throw new UnreachableException(),
    };

    private Matrix<double> OutputDelta(Matrix<double> p, Matrix<double> t) => (Loss, Output) switch
    {
        (Loss.SquaredError, OutputUnit.Identity) => p - t,
        (Loss.SquaredError, OutputUnit.Sigmoid) => (p - t).PointwiseMultiply(p).PointwiseMultiply(1 - p),
        (Loss.SquaredError, OutputUnit.Softmax) => Matrix<double>.Build.DenseOfRowVectors(
            p.EnumerateRows().Zip(t.EnumerateRows(), (q, target) => q.PointwiseMultiply(q - target - (q * (q - target))))),
        (Loss.CrossEntropy, OutputUnit.Sigmoid) => p - t,
        (Loss.CrossEntropy, OutputUnit.Softmax) => Matrix<double>.Build.DenseOfRowVectors(
            p.EnumerateRows().Zip(t.EnumerateRows(), (q, target) => (q * target.Sum()) - target)),
        (Loss.CrossEntropy, OutputUnit.Identity) => throw new InvalidOperationException(
            "Cross-entropy needs probabilities, which an identity output does not give."),
        _ => throw new UnreachableException(),
    };
}
