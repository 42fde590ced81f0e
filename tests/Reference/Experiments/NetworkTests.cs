using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;
using static Reference.Tests.Given;

namespace Reference.Tests.Experiments;

public sealed class NetworkTests
{
    private const int Examples = 3;

    [TestCase(OutputUnit.Identity, Loss.SquaredError)]
    [TestCase(OutputUnit.Sigmoid, Loss.SquaredError)]
    [TestCase(OutputUnit.Softmax, Loss.SquaredError)]
    [TestCase(OutputUnit.Sigmoid, Loss.CrossEntropy)]
    [TestCase(OutputUnit.Softmax, Loss.CrossEntropy)]
    public void Gradients_OfEveryLayer_AreTheMeanLosssNumericalGradient(OutputUnit output, Loss loss)
    {
        var random = new SeededGenerator(5);
        var X = random.UniformMatrix(Examples, 2, -1, 1);
        var targets = random.UniformMatrix(Examples, 2, 0, 1);
        Matrix<double>[] weights = [
            random.UniformMatrix(2, 3, -1, 1), random.UniformMatrix(3, 4, -1, 1), random.UniformMatrix(4, 2, -1, 1)];
        var network = new Network(weights, ScalarFunctions.Tanh, output, loss);
        var gradients = network.Backward(network.Forward(X), targets).Gradients;

        for (var layer = 0; layer < weights.Length; layer++)
        {
            var at = layer;
            var numerical = Numerical.Gradient(
                w => MeanLoss(loss, output, (network with { Weights = [.. weights[..at], w, .. weights[(at + 1)..]] }).Forward(X).Prediction, targets),
                weights[layer]);
            AreClose(gradients[layer], numerical);
        }
    }

    [Test]
    public void Step_DownTheGradient_MovesEachWeightByRateTimesGradient()
    {
        var X = Matrix(new double[,] { { 1 } });
        var network = new Network([Matrix(new double[,] { { 2 } })], ScalarFunctions.Identity, OutputUnit.Identity, Loss.SquaredError);
        Assert.That(network.Step(X, Matrix(new double[,] { { 5 } }), 0.1).Weights[0][0, 0], Is.EqualTo(2.3).Within(1e-15));
    }

    [Test]
    public void Backward_WithIdentityOutputAndCrossEntropy_IsRefused()
    {
        var X = Matrix(new double[,] { { 1 } });
        var network = new Network([X], ScalarFunctions.Identity, OutputUnit.Identity, Loss.CrossEntropy);
        Assert.That(() => network.Backward(network.Forward(X), X), Throws.InvalidOperationException);
    }

    private static double MeanLoss(Loss loss, OutputUnit output, Matrix<double> p, Matrix<double> t)
    {
        var total = 0.0;
        for (var row = 0; row < p.RowCount; row++)
        {
            for (var k = 0; k < p.ColumnCount; k++)
            {
                total += loss == Loss.SquaredError
                    ? 0.5 * Math.Pow(p[row, k] - t[row, k], 2)
                    : -(t[row, k] * Math.Log(p[row, k])) - (output == OutputUnit.Sigmoid ? (1 - t[row, k]) * Math.Log(1 - p[row, k]) : 0);
            }
        }
        return total / p.RowCount;
    }
}
