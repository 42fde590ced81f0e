using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;
using static Reference.Tests.Given;

namespace Reference.Tests.Experiments;

public sealed class SkipLayerNetworkTests
{
    [Test]
    public void Train_ByOneStep_GoesDownThePenalisedLoss()
    {
        const double decay = 0.2, rate = 0.1;
        var random = new SeededGenerator(4);
        var X = random.NormalMatrix(5, 3);
        var targets = random.NormalMatrix(5, 1);
        var start = new SkipLayerNetwork(random.NormalMatrix(3, 2), random.NormalMatrix(2, 1), random.NormalMatrix(3, 1));
        double Loss(SkipLayerNetwork network) =>
            (0.5 * network.MeanSquaredError(X, targets)) + (decay / 2 * network.WeightNorm * network.WeightNorm);

        var stepped = start.Train(X, targets, decay, rate, 1);
        AreClose(stepped.W1, start.W1 - (rate * Numerical.Gradient((Matrix<double> w) => Loss(start with { W1 = w }), start.W1)));
        AreClose(stepped.W2, start.W2 - (rate * Numerical.Gradient((Matrix<double> w) => Loss(start with { W2 = w }), start.W2)));
        AreClose(stepped.Skip, start.Skip - (rate * Numerical.Gradient((Matrix<double> w) => Loss(start with { Skip = w }), start.Skip)));
    }
}
