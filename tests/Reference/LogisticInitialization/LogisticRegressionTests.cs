using MathNet.Numerics.LinearAlgebra;
using static Reference.Tests.Given;

namespace Reference.Tests.LogisticInitialization;

public sealed class LogisticRegressionTests
{
    private static readonly Matrix<double> X = Matrix(new[,] { { 1, 0.5 }, { -0.3, 2 }, { 0.7, -1.1 }, { 2.2, 0.4 } });
    private static readonly Vector<double> Y = Vector(1, 0, 0, 1);
    private static readonly Vector<double> W = Vector(0.6, -0.8);

    [Test]
    public void Likelihood_AsTheWorksheetDefinesIt_IsTheProductOverExamples() =>
        Assert.That(Of("1.likelihood").Number(), Is.EqualTo(LikelihoodByDefinition(W)).Within(1e-15));

    [Test]
    public void LogLikelihood_OfModerateWeights_IsTheLogarithmOfTheProduct() =>
        Assert.That(Of("1.log-likelihood").Number(), Is.EqualTo(Math.Log(LikelihoodByDefinition(W))).Within(1e-13));

    [TestCase(0, -800)]
    [TestCase(1, 0)]
    public void LogLikelihood_OfWeightedInput800_IsFinite(double label, double expected)
    {
        var value = Run("logistic-initialization/1.log-likelihood",
            ("X", new double[,] { { 800 } }), ("y", new[] { label }), ("w", new double[] { 1 }));
        Assert.That(value.Number(), Is.EqualTo(expected));
    }

    [Test]
    public void Gradient_OfTheLogLikelihood_IsItsNumericalGradient() =>
        AreClose(Of("1.gradient").Vector(), Numerical.Gradient(w => Math.Log(LikelihoodByDefinition(w)), W));

    [Test]
    public void Hessian_OfTheLogLikelihood_IsTheJacobianOfTheGradient() => AreClose(
        Reference.LogisticInitialization.LogisticRegression.Hessian(X, W),
        Numerical.Jacobian(w => Numerical.Gradient(v => Math.Log(LikelihoodByDefinition(v)), w), W), 1e-6);

    [Test]
    public void Update_ByOneStep_GoesUpTheGradient()
    {
        var step = Numerical.Gradient(w => Math.Log(LikelihoodByDefinition(w)), W);
        AreClose(Of("1.update").Vector(), W + (0.1 * step));
    }

    [Test]
    public void LossGradientAtZero_OfTheNegativeLogLikelihood_IsItsNumericalGradientThere() =>
        AreClose(Of("2e.gradient0").Vector(), Numerical.Gradient(w => -Math.Log(LikelihoodByDefinition(w)), Vector(0, 0)));

    private static Formulas.Expressions.Value Of(string part) =>
        Run($"logistic-initialization/{part}", ("X", X), ("y", Y), ("w", W), ("eta", 0.1));

    private static double LikelihoodByDefinition(Vector<double> w)
    {
        var product = 1.0;
        for (var i = 0; i < Y.Count; i++)
        {
            var q = 1 / (1 + Math.Exp(-(w * X.Row(i))));
            product *= Math.Pow(q, Y[i]) * Math.Pow(1 - q, 1 - Y[i]);
        }
        return product;
    }
}
