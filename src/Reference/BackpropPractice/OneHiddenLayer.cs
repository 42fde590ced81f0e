using MathNet.Numerics.LinearAlgebra;

namespace Reference.BackpropPractice;

/// <summary>The forward pass that the graph of worksheet `backprop-practice`, part 1a.graph, draws.</summary>
public static class OneHiddenLayer
{
    /// <summary>x^(2) = g(W2^T g(W1^T x)), in R^d2, with W1 d0 x d1 and W2 d1 x d2: column j holds the weights into unit j.</summary>
    public static Vector<double> Output(Matrix<double> W1, Matrix<double> W2, Vector<double> x, ScalarFunction g)
    {
        var x1 = W1.TransposeThisAndMultiply(x).Map(g.Of, Zeros.Include);
        return W2.TransposeThisAndMultiply(x1).Map(g.Of, Zeros.Include);
    }
}
