using Formulas.Expressions;
using MathNet.Numerics.LinearAlgebra;
using Reference.NaiveBayesDeadRelu;
using static Reference.Tests.Given;

namespace Reference.Tests.NaiveBayesDeadRelu;

public sealed class NaiveBayesFitPropertyTests
{
    private static readonly Matrix<double> X = Matrix(new double[,] { { 1, 0 }, { 0, 0 }, { 1, 1 }, { 1, 0 }, { 0, 1 }, { 1, 1 }, { 0, 0 } });
    private static readonly Vector<double> Y = Vector(1, 0, 1, 1, 0, 0, 1);

    [Test]
    public void Judge_OfTheReferenceFit_Holds() =>
        Assert.That(Judge(X, Y, Run("naive-bayes-dead-relu/1.fit", ("X", X), ("y", Y))).Holds);

    [Test]
    public void Judge_OfNamesInAnotherSpelling_Holds()
    {
        var fit = NaiveBayes.Fit(X, Y);
        Assert.That(Judge(X, Y, Named(("ThetaY", fit.ThetaY.ToValue()), ("Theta", fit.Theta.ToValue()))).Holds);
    }

    [Test]
    public void Judge_OfSwappedLabels_DoesNotHoldAndMeasuresHowFar()
    {
        var fit = NaiveBayes.Fit(X, Y);
        var swapped = Matrix<double>.Build.DenseOfColumnVectors(fit.Theta.Column(1), fit.Theta.Column(0));
        var verdict = Judge(X, Y, Named(("theta_y", fit.ThetaY.ToValue()), ("theta", swapped.ToValue())));
        Assert.That(verdict.Holds, Is.False);
        Assert.That(verdict.Measured, Is.EqualTo(5.0 / 12).Within(1e-15));
    }

    [Test]
    public void Judge_OfSmoothedCounts_DoesNotHold()
    {
        var counts = Counts.Of(X, Y);
        var smoothed = (counts.K + 1).PointwiseDivide(counts.K + counts.Z + 2);
        Assert.That(Judge(X, Y, Named(("theta_y", (4.0 / 7).ToValue()), ("theta", smoothed.ToValue()))).Holds, Is.False);
    }

    [Test]
    public void Judge_OfTransposedTheta_SaysWhichShape()
    {
        var verdict = Judge(X, Y, Named(("theta_y", (4.0 / 7).ToValue()), ("theta", Matrix<double>.Build.Dense(3, 2).ToValue())));
        Assert.That(verdict.Message, Does.Contain("theta must be 2 x 2").And.Contain("it is 3 x 2"));
    }

    [Test]
    public void Judge_WithoutTheta_SaysWhatIsMissing() =>
        Assert.That(Judge(X, Y, Named(("theta_y", 0.5.ToValue()))).Message, Does.Contain("theta_y and the n x 2 matrix theta"));

    [Test]
    public void Judge_OfNotANumber_DoesNotHold()
    {
        var theta = Matrix<double>.Build.Dense(2, 2, double.NaN);
        Assert.That(Judge(X, Y, Named(("theta_y", (4.0 / 7).ToValue()), ("theta", theta.ToValue()))).Holds, Is.False);
        Assert.That(Judge(X, Y, Named(("theta_y", double.NaN.ToValue()), ("theta", theta.ToValue()))).Holds, Is.False);
    }

    [TestCase(double.NaN)]
    [TestCase(0.1)]
    public void Judge_OfALabelNeverSeen_LeavesItsConditionalsFree(double anything)
    {
        var ones = Vector<double>.Build.Dense(7, 1);
        var theta = NaiveBayes.Fit(X, ones).Theta;
        theta.SetColumn(0, Vector(anything, anything));
        Assert.That(Judge(X, ones, Named(("theta_y", 1.0.ToValue()), ("theta", theta.ToValue()))).Holds);
    }

    private static FitVerdict Judge(Matrix<double> X, Vector<double> y, Value returned) =>
        Catalogue.Fits["naive-bayes-dead-relu/1.fit"](Inputs(("X", X), ("y", y)), returned);

    private static Value Named(params (string Name, Value Value)[] items) =>
        new Value.Named([.. items.Select(item => new NamedValue(item.Name, item.Value))]);
}
