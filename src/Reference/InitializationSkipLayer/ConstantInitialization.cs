using MathNet.Numerics.LinearAlgebra;

namespace Reference.InitializationSkipLayer;

/// <summary>
/// A network with one hidden layer whose weights all are the constant w; worksheet `initialization-skip-layer`,
/// question 1. Here delta^(l) is the derivative of the loss by x^(l-1), the **input** of layer l:
/// delta2 = dL/dx^(1) in R^d1, delta3 = dL/dx^(2) in R^K.
/// </summary>
public static class ConstantInitialization
{
    /// <summary>x_j^(1) = g(w sum_i x_i), with x in R^d0; part 1a.value.</summary>
    public static double HiddenUnit(double w, Vector<double> x, ScalarFunction g) => g.Of(w * x.Sum());

    /// <summary>delta_j^(2) = w g'(w sum_j x1_j) sum_k delta_k^(3), with x1 in R^d1; part 1b.value.</summary>
    public static double HiddenDelta(double w, Vector<double> x1, Vector<double> delta3, ScalarFunction g) =>
        w * g.Derivative(w * x1.Sum()) * delta3.Sum();

    /// <summary>
    /// w_ij^(1) after one step of gradient descent: w - eta x_i g'(w sum_k x_k) delta_j^(2), with i and j from 0;
    /// part 1c.update.
    /// </summary>
    public static double UpdatedWeight(
        double w, Vector<double> x, Vector<double> delta2, ScalarFunction g, double eta, int i, int j) =>
        w - (eta * x[i] * g.Derivative(w * x.Sum()) * delta2[j]);
}
