using Formulas.Text;
using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;
using Reference.NaiveBayesDeadRelu;

namespace Reference.Trajectories;

/// <summary>A point, and the probability of class 1 there by both models.</summary>
public sealed record TwoProbabilities(double WeightedInput, double Logistic, double Softmax);

/// <summary>
/// Softmax with two classes beside logistic regression with the weights w1 - w0; worksheet `naive-bayes-dead-relu`, question 2.
/// </summary>
public sealed record TwoClasses(Vector<double> W0, Vector<double> W1, LogisticData Data)
{
    public static TwoClasses Draw(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var data = LogisticData.Draw(random);
        return new(random.UniformVector(data.X.ColumnCount, -2, 2), random.UniformVector(data.X.ColumnCount, -2, 2), data);
    }

    /// <summary>Both probabilities at random points, in the order of the weighted input (w1 - w0).x.</summary>
    public EquatableList<TwoProbabilities> Compare(ulong seed, int points)
    {
        var random = new SeededGenerator(seed);
        var w = LogisticSoftmax.EquivalentWeights(W0, W1);
        return
        [
            .. Enumerable.Range(0, points).Select(_ => random.UniformVector(W0.Count, -2, 2))
                .Select(x => new TwoProbabilities(w * x, LogisticSoftmax.Logistic(w, x), LogisticSoftmax.TwoClassSoftmax(W0, W1, x)))
                .OrderBy(pair => pair.WeightedInput),
        ];
    }

    /// <summary>The mean cross-entropy of the data when both weight vectors are moved by the same vector.</summary>
    public double LossMovedTogether(Vector<double> shift) => Loss(W0 + shift, W1 + shift);

    /// <summary>The same when they are moved against each other.</summary>
    public double LossMovedApart(Vector<double> shift) => Loss(W0 - shift, W1 + shift);

    /// <summary>The eigenvalues of the loss's second derivative by (w0, w1), ascending. Half of them are 0.</summary>
    public EquatableList<double> Curvatures()
    {
        // Each example adds p (1 - p) u u^T with u = (-x, x).
        var w = LogisticSoftmax.EquivalentWeights(W0, W1);
        var n = W0.Count;
        var hessian = Matrix<double>.Build.Dense(2 * n, 2 * n);
        foreach (var x in Data.X.EnumerateRows())
        {
            var u = Vector<double>.Build.Dense(2 * n, k => k < n ? -x[k] : x[k - n]);
            hessian += ScalarFunctions.LogisticDerivative(w * x) / Data.Y.Count * u.OuterProduct(u);
        }
        return [.. hessian.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Order()];
    }

    /// <summary>The mean of the negative logarithms of the softmax probabilities of the labels.</summary>
    public double Loss(Vector<double> w0, Vector<double> w1) => Data.X.EnumerateRows().Zip(Data.Y, (x, label) =>
    {
        var logits = Vector<double>.Build.DenseOfArray([w0 * x, w1 * x]);
        return -Math.Log(Softmax.Of(logits)[label > 0.5 ? 1 : 0]);
    }).Average();
}
