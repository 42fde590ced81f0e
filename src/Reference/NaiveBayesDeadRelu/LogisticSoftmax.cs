using MathNet.Numerics.LinearAlgebra;

namespace Reference.NaiveBayesDeadRelu;

/// <summary>Logistic regression beside softmax with two classes; worksheet `naive-bayes-dead-relu`, question 2.</summary>
public static class LogisticSoftmax
{
    /// <summary>p(y = 1 | x) = s(w.x).</summary>
    public static double Logistic(Vector<double> w, Vector<double> x) => ScalarFunctions.Logistic(w * x);

    /// <summary>p(y = 1 | x) = exp(w1.x) / (exp(w0.x) + exp(w1.x)).</summary>
    public static double TwoClassSoftmax(Vector<double> w0, Vector<double> w1, Vector<double> x) =>
        Softmax.Of(Vector<double>.Build.DenseOfArray([w0 * x, w1 * x]))[1];

    /// <summary>w1 - w0, the one w for which both agree at every x; part 2.w.</summary>
    public static Vector<double> EquivalentWeights(Vector<double> w0, Vector<double> w1) => w1 - w0;
}
