using MathNet.Numerics.LinearAlgebra;
using Reference.NaiveBayesDeadRelu;
using static Reference.Tests.Given;

namespace Reference.Tests.NaiveBayesDeadRelu;

public sealed class CountsTests
{
    private static readonly Matrix<double> X = Matrix(new double[,] { { 1, 0 }, { 0, 0 }, { 1, 1 }, { 1, 0 }, { 0, 1 }, { 1, 1 }, { 0, 0 } });
    private static readonly Vector<double> Y = Vector(1, 0, 1, 1, 0, 0, 1);

    [Test]
    public void Of_ASmallTable_AreCountedByHand()
    {
        var counts = Counts.Of(X, Y);
        Assert.That((counts.C1, counts.C0, counts.M), Is.EqualTo((4.0, 3.0, 7.0)));
        Assert.That(counts.K, Is.EqualTo(Matrix(new double[,] { { 1, 3 }, { 2, 1 } })));
        Assert.That(counts.Z, Is.EqualTo(Matrix(new double[,] { { 2, 1 }, { 1, 3 } })));
    }
}
