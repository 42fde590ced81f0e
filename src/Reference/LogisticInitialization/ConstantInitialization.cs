using MathNet.Numerics.LinearAlgebra;

namespace Reference.LogisticInitialization;

/// <summary>
/// A network with one hidden layer whose weights all are the constant a; worksheet `logistic-initialization`,
/// question 2, and `backprop-practice`, question 1. Here delta^(l) is the derivative of the loss by the
/// **weighted inputs** S^(l) of layer l. x is in R^d0, x1 in R^d1, delta2 in R^d2.
/// </summary>
public static class ConstantInitialization
{
    /// <summary>x_j^(1) = g(a sum_i x_i), the same for every hidden unit j; parts 2a.value and 1b.value.</summary>
    public static double HiddenUnit(double a, Vector<double> x, ScalarFunction g) => g.Of(a * x.Sum());

    /// <summary>
    /// delta_i^(1) = g'(a sum_k x_k) a sum_j delta_j^(2), the same for every hidden unit i; parts 2b.value and 1c.value.
    /// </summary>
    public static double HiddenDelta(double a, Vector<double> x, Vector<double> delta2, ScalarFunction g) =>
        g.Derivative(a * x.Sum()) * a * delta2.Sum();

    /// <summary>dl/dw_ij^(2) = x_i^(1) delta_j^(2), with i and j from 0; parts 2d.gradient and 1e.gradient.</summary>
    public static double OutputWeightGradient(Vector<double> x1, Vector<double> delta2, int i, int j) => x1[i] * delta2[j];
}
