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
    }

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
