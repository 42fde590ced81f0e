using Formulas.Expressions;
using MathNet.Numerics.LinearAlgebra;
using Reference.NaiveBayesDeadRelu;
using static Reference.Tests.Given;

namespace Reference.Tests.NaiveBayesDeadRelu;

public sealed class NaiveBayesTests
{
    private const double ThetaY = 0.35;
    private static readonly Matrix<double> X = Matrix(new double[,] { { 1, 0 }, { 0, 0 }, { 1, 1 }, { 1, 0 }, { 0, 1 }, { 1, 1 }, { 0, 0 } });
    private static readonly Vector<double> Y = Vector(1, 0, 1, 1, 0, 0, 1);
    private static readonly Matrix<double> Theta = Matrix(new[,] { { 0.2, 0.7 }, { 0.55, 0.4 } });

    [Test]
    public void Counts_OfTheData_AreCountedByHand()
    {
        var counts = Counts.Of(X, Y);
        Assert.That((counts.C1, counts.C0, counts.M), Is.EqualTo((4.0, 3.0, 7.0)));
        Assert.That(counts.K, Is.EqualTo(Matrix(new double[,] { { 1, 3 }, { 2, 1 } })));
        Assert.That(counts.Z, Is.EqualTo(Matrix(new double[,] { { 2, 1 }, { 1, 3 } })));
    }

    [Test]
    public void Likelihood_FromTheCounts_IsTheProductOverTheRawData() =>
        Assert.That(Of("1.likelihood").Number(), Is.EqualTo(LikelihoodOfRawData(ThetaY, Theta)).Within(1e-12).Percent);

    [Test]
    public void LogLikelihood_FromTheCounts_IsTheLogarithmOverTheRawData() =>
        Assert.That(Of("1.log-likelihood").Number(), Is.EqualTo(Math.Log(LikelihoodOfRawData(ThetaY, Theta))).Within(1e-12));

    [TestCase("1.likelihood")]
    [TestCase("1.log-likelihood")]
    [TestCase("1.score")]
    [TestCase("1.mle-prior")]
    [TestCase("1.mle-conditional")]
    public void Method_WithTheDataInPlaceOfTheCounts_CountsThem(string part) => Assert.That(
        Run($"naive-bayes-dead-relu/{part}", ("X", X), ("y", Y), ("theta_y", ThetaY), ("theta", Theta), ("i", 1), ("v", 0)),
        Is.EqualTo(Of(part)));

    [Test]
    public void LogLikelihood_OfAThingNeverSeen_IsFinite() => Assert.That(
        NaiveBayes.LogLikelihood(1, 0, Matrix(new double[,] { { 0, 1 } }), Matrix(new double[,] { { 0, 0 } }), 1, Matrix(new[,] { { 0.0, 1 } })),
        Is.Zero);

    [Test]
    public void Score_ByThetaY_IsTheLogLikelihoodsDerivative() => Assert.That(
        Of("1.score").Number(),
        Is.EqualTo(Numerical.Derivative(theta => Math.Log(LikelihoodOfRawData(theta, Theta)), ThetaY)).Within(Numerical.Tolerance));

    [Test]
    public void Prior_WhereTheScoreIsZero_IsTheShareOfLabelOne()
    {
        var prior = Of("1.mle-prior").Number();
        Assert.That(prior, Is.EqualTo(4.0 / 7));
        Assert.That(Numerical.Derivative(theta => Math.Log(LikelihoodOfRawData(theta, Theta)), prior), Is.Zero.Within(Numerical.Tolerance));
    }

    [Test]
    public void Conditional_ForEachFeatureAndLabel_LeavesNoGradient()
    {
        var estimates = Matrix<double>.Build.Dense(2, 2, (i, v) => Of("1.mle-conditional", i + 1, v).Number());
        Assert.That(estimates[0, 1], Is.EqualTo(0.75));
        AreClose(
            Numerical.Gradient(theta => Math.Log(LikelihoodOfRawData(ThetaY, theta)), estimates), Matrix<double>.Build.Dense(2, 2), 1e-6);
    }

    [Test]
    public void Fit_OfTheData_IsTheRatiosOfTheCounts()
    {
        var fit = Run("naive-bayes-dead-relu/1.fit", ("X", X), ("y", Y));
        Assert.That(fit.Cell("theta_y").Number(), Is.EqualTo(4.0 / 7));
        AreClose(fit.Cell("theta").Matrix(), Matrix(new[,] { { 1.0 / 3, 0.75 }, { 2.0 / 3, 0.25 } }), 1e-15);
        Assert.That(Judge(X, Y, fit).Holds);
    }

    [Test]
    public void Property_OfNamesInAnotherSpelling_Holds()
    {
        var fit = NaiveBayes.Fit(X, Y);
        Assert.That(Judge(X, Y, Named(("ThetaY", fit.ThetaY.ToValue()), ("Theta", fit.Theta.ToValue()))).Holds);
    }

    [Test]
    public void Property_OfSwappedLabels_DoesNotHoldAndMeasuresHowFar()
    {
        var fit = NaiveBayes.Fit(X, Y);
        var swapped = Matrix<double>.Build.DenseOfColumnVectors(fit.Theta.Column(1), fit.Theta.Column(0));
        var verdict = Judge(X, Y, Named(("theta_y", fit.ThetaY.ToValue()), ("theta", swapped.ToValue())));
        Assert.That(verdict.Holds, Is.False);
        Assert.That(verdict.Measured, Is.EqualTo(5.0 / 12).Within(1e-15));
    }

    [Test]
    public void Property_OfSmoothedCounts_DoesNotHold()
    {
        var counts = Counts.Of(X, Y);
        var smoothed = (counts.K + 1).PointwiseDivide(counts.K + counts.Z + 2);
        Assert.That(Judge(X, Y, Named(("theta_y", (4.0 / 7).ToValue()), ("theta", smoothed.ToValue()))).Holds, Is.False);
    }

    [Test]
    public void Property_OfTransposedTheta_SaysWhichShape()
    {
        var verdict = Judge(X, Y, Named(("theta_y", (4.0 / 7).ToValue()), ("theta", Matrix<double>.Build.Dense(3, 2).ToValue())));
        Assert.That(verdict.Message, Does.Contain("theta must be 2 x 2").And.Contain("it is 3 x 2"));
    }

    [Test]
    public void Property_WithoutTheta_SaysWhatIsMissing() =>
        Assert.That(Judge(X, Y, Named(("theta_y", 0.5.ToValue()))).Message, Does.Contain("theta_y and the n x 2 matrix theta"));

    [Test]
    public void Property_OfNotANumber_DoesNotHold()
    {
        var theta = Matrix<double>.Build.Dense(2, 2, double.NaN);
        Assert.That(Judge(X, Y, Named(("theta_y", (4.0 / 7).ToValue()), ("theta", theta.ToValue()))).Holds, Is.False);
        Assert.That(Judge(X, Y, Named(("theta_y", double.NaN.ToValue()), ("theta", theta.ToValue()))).Holds, Is.False);
    }

    [TestCase(double.NaN)]
    [TestCase(0.1)]
    public void Property_OfALabelNeverSeen_LeavesItsConditionalsFree(double anything)
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

    private static Value Of(string part, int i = 1, int v = 0)
    {
        var counts = Counts.Of(X, Y);
        return Run(
            $"naive-bayes-dead-relu/{part}",
            ("c1", counts.C1), ("c0", counts.C0), ("m", counts.M), ("k", counts.K), ("z", counts.Z),
            ("theta_y", ThetaY), ("theta", Theta), ("i", i), ("v", v));
    }

    /// <summary>prod_e p(y_e) prod_i p(x_ei | y_e), example by example, without any counting.</summary>
    private static double LikelihoodOfRawData(double thetaY, Matrix<double> theta)
    {
        var product = 1.0;
        for (var e = 0; e < X.RowCount; e++)
        {
            product *= Y[e] == 1 ? thetaY : 1 - thetaY;
            for (var i = 0; i < X.ColumnCount; i++)
            {
                var p = theta[i, (int)Y[e]];
                product *= X[e, i] == 1 ? p : 1 - p;
            }
        }
        return product;
    }
}
