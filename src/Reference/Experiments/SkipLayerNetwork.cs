using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>
/// y = W2^T tanh(W1^T x) + Skip^T x with squared error: one hidden layer, a linear output, and the input connected to
/// the output as well. W1 is d0 x d1, W2 d1 x 1, Skip d0 x 1.
/// </summary>
public sealed record SkipLayerNetwork(Matrix<double> W1, Matrix<double> W2, Matrix<double> Skip)
{
    /// <param name="X">An example in each row.</param>
    public Matrix<double> Predict(Matrix<double> X) => (Hidden(X) * W2) + (X * Skip);

    public double MeanSquaredError(Matrix<double> X, Matrix<double> targets) =>
        Math.Pow((Predict(X) - targets).FrobeniusNorm(), 2) / targets.RowCount;

    public double WeightNorm => Math.Sqrt(Math.Pow(W1.FrobeniusNorm(), 2) + Math.Pow(W2.FrobeniusNorm(), 2) + Math.Pow(Skip.FrobeniusNorm(), 2));

    /// <summary>Gradient descent on half the mean squared error plus decay / 2 times the sum of the squared weights.</summary>
    public SkipLayerNetwork Train(Matrix<double> X, Matrix<double> targets, double decay, double rate, int steps)
    {
        var network = this;
        for (var step = 0; step < steps; step++) network = network.Step(X, targets, decay, rate);
        return network;
    }

    private Matrix<double> Hidden(Matrix<double> X) => (X * W1).Map(Math.Tanh, Zeros.Include);

    private SkipLayerNetwork Step(Matrix<double> X, Matrix<double> targets, double decay, double rate)
    {
        var hidden = Hidden(X);
        var residual = ((hidden * W2) + (X * Skip) - targets) / targets.RowCount;
        var hiddenDelta = residual.TransposeAndMultiply(W2).PointwiseMultiply(1 - hidden.PointwiseMultiply(hidden));
        return new(
            W1 - (rate * (X.TransposeThisAndMultiply(hiddenDelta) + (decay * W1))),
            W2 - (rate * (hidden.TransposeThisAndMultiply(residual) + (decay * W2))),
            Skip - (rate * (X.TransposeThisAndMultiply(residual) + (decay * Skip))));
    }
}
