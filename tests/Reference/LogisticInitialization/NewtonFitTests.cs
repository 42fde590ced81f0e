using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;
using Reference.LogisticInitialization;
using static Reference.Tests.Given;

namespace Reference.Tests.LogisticInitialization;

public sealed class NewtonFitTests
{
    [Test]
    public void Fit_OfDataThatOverlap_LeavesNoGradient([Range(1, 20)] int seed)
    {
        var (X, y) = LogisticData.Draw(new SeededGenerator((ulong)seed));
        var w = NewtonFit.Fit(X, y);
        Assert.That(Numerical.Gradient(v => LogisticRegression.LogLikelihood(X, y, v), w).L2Norm(), Is.LessThan(1e-7));
        Assert.That(LogisticRegression.Gradient(X, y, w).L2Norm(), Is.LessThan(1e-9));
    }

    [Test]
    public void Fit_OfAConstantFeature_IsTheLogOddsOfTheFrequency()
    {
        var w = Run("logistic-initialization/1.fit", ("X", new double[,] { { 1 }, { 1 }, { 1 }, { 1 } }), ("y", new double[] { 1, 1, 0, 1 })).Vector();
        AreClose(w, Vector(Math.Log(3)), 1e-12);
    }

    [Test]
    public void Fit_OfDependentFeatures_LeavesNoGradient()
    {
        var (drawn, y) = LogisticData.Draw(new SeededGenerator(1));
        var X = drawn.Append(drawn.Column(1).ToColumnMatrix());
        Assert.That(LogisticRegression.Gradient(X, y, NewtonFit.Fit(X, y)).L2Norm(), Is.LessThan(1e-9));
    }

    [Test]
    public void Fit_OfFeaturesOfVeryDifferentSize_LeavesNoGradient()
    {
        var (drawn, y) = LogisticData.Draw(new SeededGenerator(1));
        var X = Matrix<double>.Build.Dense(drawn.RowCount, 3, (row, column) => drawn[row, column] * Math.Pow(1000, column - 1));
        Assert.That(LogisticRegression.Gradient(X, y, NewtonFit.Fit(X, y)).L2Norm(), Is.LessThan(1e-6));
    }

    [Test]
    public void Fit_OfSeparableData_SaysThatNoMaximumExists() => Assert.That(
        () => NewtonFit.Fit(Matrix(new double[,] { { 1, -2 }, { 1, -1 }, { 1, 1 }, { 1, 3 } }), Vector(0, 0, 1, 1)),
        Throws.TypeOf<SeparableDataException>());

    [Test]
    public void Fit_OfDataSeparableButForAPoint_SaysThatNoMaximumExists() => Assert.That(
        () => NewtonFit.Fit(Matrix(new double[,] { { 1, -1 }, { 1, 0 }, { 1, 0 }, { 1, 1 } }), Vector(0, 0, 1, 1)),
        Throws.TypeOf<SeparableDataException>());
}
