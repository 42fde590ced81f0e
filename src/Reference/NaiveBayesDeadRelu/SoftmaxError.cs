using MathNet.Numerics.LinearAlgebra;

namespace Reference.NaiveBayesDeadRelu;

/// <summary>
/// The log-probability of the true class under softmax(W z), and its gradient; worksheet `naive-bayes-dead-relu`,
/// question 4. W is k x d, z in R^d; the true class i counts from 0.
/// </summary>
public static class SoftmaxError
{
    /// <summary>(W z)_i - ln sum_j exp((W z)_j); part 4.loss.</summary>
    public static double LogProbability(Matrix<double> W, Vector<double> z, int i)
    {
        var scores = W * z;
        return scores[i] - Softmax.LogSumExp(scores);
    }

    /// <summary>W^T (e_i - softmax(W z)), the gradient by z, in R^d; part 4.error.</summary>
    public static Vector<double> Error(Matrix<double> W, Vector<double> z, int i)
    {
        var error = -Softmax.Of(W * z);
        error[i] += 1;
        return W.TransposeThisAndMultiply(error);
    }
}
