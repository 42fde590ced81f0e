using MathNet.Numerics.LinearAlgebra;

namespace Reference.BackpropPractice;

/// <summary>
/// f(W, x, y) = (y - sum_i phi(w_i.x + b_i))^2; worksheet `backprop-practice`, parts 2b to 2d, where phi is the
/// logistic function from 2c on. W is n x d with row i as w_i, b in R^n, x in R^d, y a number; i counts from 0.
/// </summary>
public static class SumOfUnits
{
    /// <summary>f itself; part 2b.graph.</summary>
    public static double Loss(Matrix<double> W, Vector<double> b, Vector<double> x, double y, ScalarFunction phi)
    {
        var residual = Residual(W, b, x, y, phi);
        return residual * residual;
    }

    /// <summary>df/dw_i = -2 (y - sum_k s(z_k)) s'(z_i) x, in R^d; part 2c.dw.</summary>
    public static Vector<double> GradientW(Matrix<double> W, Vector<double> b, Vector<double> x, double y, int i) =>
        GradientB(W, b, x, y, i) * x;

    /// <summary>df/db_i = -2 (y - sum_k s(z_k)) s'(z_i), with z_i = w_i.x + b_i; part 2c.db.</summary>
    public static double GradientB(Matrix<double> W, Vector<double> b, Vector<double> x, double y, int i) =>
        -2 * Residual(W, b, x, y, ScalarFunctions.Sigmoid) * ScalarFunctions.LogisticDerivative((W.Row(i) * x) + b[i]);

    /// <summary>w_i - eta df/dw_i, at the old parameters; part 2d.w.</summary>
    public static Vector<double> UpdateW(Matrix<double> W, Vector<double> b, Vector<double> x, double y, double eta, int i) =>
        W.Row(i) - (eta * GradientW(W, b, x, y, i));

    /// <summary>b_i - eta df/db_i, at the old parameters; part 2d.b.</summary>
    public static double UpdateB(Matrix<double> W, Vector<double> b, Vector<double> x, double y, double eta, int i) =>
        b[i] - (eta * GradientB(W, b, x, y, i));

    private static double Residual(Matrix<double> W, Vector<double> b, Vector<double> x, double y, ScalarFunction phi) =>
        y - ((W * x) + b).Map(phi.Of, Zeros.Include).Sum();
}
