using MathNet.Numerics.LinearAlgebra;
using static Reference.ScalarFunctions;

namespace Reference.SgdBackpropTables;

/// <summary>
/// Logistic regression on one example, L = -[y ln h(x) + (1 - y) ln(1 - h(x))] with h(x) = s(w.x);
/// worksheet `sgd-backprop-tables`, question 1. w and x are in R^k, y in {0,1}, j counts from 0.
/// </summary>
public static class StochasticGradient
{
    public static double Prediction(Vector<double> w, Vector<double> x) => Logistic(w * x);

    /// <summary>dL/dw_j = -x_j (y - h); part 1a.gradient.</summary>
    public static double Derivative(Vector<double> x, double y, double h, int j) => -x[j] * (y - h);

    /// <summary>w_j + eta x_j (y - h); part 1b.update.</summary>
    public static double Update(Vector<double> w, Vector<double> x, double y, double h, double eta, int j) =>
        w[j] - (eta * Derivative(x, y, h, j));
}
