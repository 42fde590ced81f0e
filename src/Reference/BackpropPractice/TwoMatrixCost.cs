using MathNet.Numerics.LinearAlgebra;

namespace Reference.BackpropPractice;

/// <summary>
/// l = 1/2 ||W2 Phi(W1 x + b) - y||^2; worksheet `backprop-practice`, parts 2e and 2f. W1 and W2 are d x d, b, x and y
/// in R^d. A gradient has the shape of its variable. J is the Jacobian of Phi at W1 x + b, and r = W2 Phi(W1 x + b) - y.
/// </summary>
public sealed record TwoMatrixCost(Matrix<double> W1, Matrix<double> W2, Vector<double> B, Vector<double> X, Vector<double> Y)
{
    public double Loss(VectorMap phi)
    {
        var r = Residual(phi);
        return 0.5 * (r * r);
    }

    /// <summary>dl/dx = W1^T J^T W2^T r; part 2e.dx.</summary>
    public Vector<double> GradientX(VectorMap phi) => W1.TransposeThisAndMultiply(GradientB(phi));

    /// <summary>dl/dW1 = J^T W2^T r x^T; part 2e.dW1.</summary>
    public Matrix<double> GradientW1(VectorMap phi) => GradientB(phi).OuterProduct(X);

    /// <summary>dl/dW2 = r Phi(W1 x + b)^T; part 2e.dW2.</summary>
    public Matrix<double> GradientW2(VectorMap phi) => Residual(phi).OuterProduct(phi.Of(Inner));

    /// <summary>dl/db = J^T W2^T r; part 2e.db.</summary>
    public Vector<double> GradientB(VectorMap phi) =>
        phi.Jacobian(Inner).TransposeThisAndMultiply(W2.TransposeThisAndMultiply(Residual(phi)));

    /// <summary>W1 - eta W2^T r x^T with Phi the identity; part 2f.W1.</summary>
    public Matrix<double> UpdateW1(double eta) => W1 - (eta * GradientW1(IdentityMap));

    /// <summary>W2 - eta r (W1 x + b)^T with Phi the identity, at the old W1; part 2f.W2.</summary>
    public Matrix<double> UpdateW2(double eta) => W2 - (eta * GradientW2(IdentityMap));

    private static VectorMap IdentityMap { get; } = VectorMap.EntryByEntry(ScalarFunctions.Identity);

    private Vector<double> Inner => (W1 * X) + B;

    private Vector<double> Residual(VectorMap phi) => (W2 * phi.Of(Inner)) - Y;
}
