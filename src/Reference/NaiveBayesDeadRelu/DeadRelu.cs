using MathNet.Numerics.LinearAlgebra;
using static Reference.ScalarFunctions;

namespace Reference.NaiveBayesDeadRelu;

/// <summary>
/// y = w2.relu(W1 x + b) with dL/dy = 1; worksheet `naive-bayes-dead-relu`, question 3. W1 is h x d, b and w2 in R^h,
/// x in R^d; a_i = W1[i,:].x + b_i, relu'(0) = 0, and i and j count from 0.
/// </summary>
public static class DeadRelu
{
    /// <summary>The slope of leaky ReLU below 0 that the worksheet uses.</summary>
    public const double LeakySlope = 0.3;

    public static double WeightedInput(Matrix<double> W1, Vector<double> b, Vector<double> x, int i) => (W1.Row(i) * x) + b[i];

    /// <summary>Whether unit i is dead for this x, a_i at most 0; part 3.1.dead.</summary>
    public static bool IsDead(Matrix<double> W1, Vector<double> b, Vector<double> x, int i) => WeightedInput(W1, b, x, i) <= 0;

    /// <summary>dL/db_i = w2_i relu'(a_i); part 3.2.db.</summary>
    public static double GradientB(Matrix<double> W1, Vector<double> b, Vector<double> w2, Vector<double> x, int i) =>
        w2[i] * ReluDerivative(WeightedInput(W1, b, x, i));

    /// <summary>dL/dW1[i,j] = w2_i relu'(a_i) x_j; part 3.2.dw.</summary>
    public static double GradientW(Matrix<double> W1, Vector<double> b, Vector<double> w2, Vector<double> x, int i, int j) =>
        GradientB(W1, b, w2, x, i) * x[j];

    /// <summary>1 for a above 0, else 0.3; part 3.4.derivative.</summary>
    public static double LeakyDerivative(double a) => a > 0 ? 1 : LeakySlope;
}
