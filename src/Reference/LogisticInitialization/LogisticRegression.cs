using MathNet.Numerics.LinearAlgebra;
using static Reference.ScalarFunctions;

namespace Reference.LogisticInitialization;

/// <summary>
/// Logistic regression, p(y = 1 | x; w) = s(w.x); worksheet `logistic-initialization`, question 1.
/// X is n x d with the examples as rows, y is in {0,1}^n, w in R^d.
/// </summary>
public static class LogisticRegression
{
    /// <summary>prod_i s(w.x_i)^y_i (1 - s(w.x_i))^(1 - y_i); part 1.likelihood.</summary>
    public static double Likelihood(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        (X * w).Zip(y, (z, label) => Math.Pow(Logistic(z), label) * Math.Pow(Logistic(-z), 1 - label))
            .Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>
    /// sum_i y_i ln s(w.x_i) + (1 - y_i) ln(1 - s(w.x_i)); part 1.log-likelihood.
    /// The logarithms are softplus, so that certainty (|w.x_i| in the hundreds) gives a finite number.
    /// </summary>
    public static double LogLikelihood(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        (X * w).Zip(y, (z, label) => (-label * LogOnePlusExp(-z)) - ((1 - label) * LogOnePlusExp(z))).Sum();

    /// <summary>X^T (y - s(Xw)), in R^d; part 1.gradient.</summary>
    public static Vector<double> Gradient(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        X.TransposeThisAndMultiply(y - (X * w).Map(Logistic, Zeros.Include));

    /// <summary>-X^T diag(s(Xw) (1 - s(Xw))) X, the d x d second derivative of the log-likelihood.</summary>
    public static Matrix<double> Hessian(Matrix<double> X, Vector<double> w)
    {
        var slopes = (X * w).Map(LogisticDerivative, Zeros.Include);
        return -X.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfDiagonalVector(slopes) * X);
    }

    /// <summary>One step of gradient ascent, w + eta X^T (y - s(Xw)); part 1.update.</summary>
    public static Vector<double> Update(Matrix<double> X, Vector<double> y, Vector<double> w, double eta) =>
        w + (eta * Gradient(X, y, w));

    /// <summary>The gradient of the negative log-likelihood at w = 0, X^T (1/2 - y); part 2e.gradient0.</summary>
    public static Vector<double> LossGradientAtZero(Matrix<double> X, Vector<double> y) =>
        X.TransposeThisAndMultiply(0.5 - y);
}
