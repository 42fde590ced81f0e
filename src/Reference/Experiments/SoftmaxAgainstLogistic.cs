using MathNet.Numerics.LinearAlgebra;
using Reference.NaiveBayesDeadRelu;

namespace Reference.Experiments;

/// <summary>
/// When logistic regression and softmax with two classes give the same probability; worksheet
/// `naive-bayes-dead-relu`, part 2.claims.
/// </summary>
public static class SoftmaxAgainstLogistic
{
    private const int Entries = 3, Points = 50;

    /// <summary>Probabilities that differ by less differ by rounding.</summary>
    private const double Rounding = 1e-12;

    public static ExperimentResult Run(ulong seed)
    {
        var random = new SeededGenerator(seed);
        return Run(random, random.UniformVector(Entries, -2, 2), random.UniformVector(Entries, -2, 2));
    }

    /// <summary>The same with w1 = w0, where the difference is 0 either way round.</summary>
    public static ExperimentResult RunWithEqualClasses(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var w0 = random.UniformVector(Entries, -2, 2);
        return Run(random, w0, w0);
    }

    private static ExperimentResult Run(SeededGenerator random, Vector<double> w0, Vector<double> w1)
    {
        double Gap(Vector<double> w, Vector<double> at) =>
            Math.Abs(LogisticSoftmax.Logistic(w, at) - LogisticSoftmax.TwoClassSoftmax(w0, w1, at));

        var x = random.UniformVector(Entries, -2, 2);
        var points = Enumerable.Range(0, Points).Select(_ => random.UniformVector(Entries, -2, 2)).ToList();
        double LargestGap(Vector<double> w) => points.Max(point => Gap(w, point));

        var any = random.UniformVector(Entries, -2, 2);
        var fitted = any - (((any + w0 - w1) * x) / (x * x) * x);
        var offset = any + w0 - w1;
        var rightAngled = x - ((x * offset) / (offset * offset) * offset);

        var forOneX = Gap(fitted, x);
        var elsewhere = LargestGap(fitted);
        var atZero = Gap(any, Vector<double>.Build.Dense(Entries));
        var atRightAngles = Gap(any, rightAngled);
        var reversed = LargestGap(w0 - w1);
        var sum = LargestGap(w0 + w1);
        return ExperimentResult.Of(
            [
                new("orthogonal-enough", forOneX <= Rounding, forOneX, "The gap between the two probabilities at one x, with a w for which (w + w0 - w1).x = 0."),
                new("at-zero", atZero <= Rounding, atZero, "The gap at x = 0, with a random w."),
                new("at-right-angles", atRightAngles <= Rounding, atRightAngles, "The gap at an x at right angles to w + w0 - w1, with a random w."),
                new("difference-reversed", reversed <= Rounding, reversed, "The largest gap at 50 random x with w = w0 - w1."),
                new("sum", sum <= Rounding, sum, "The largest gap at 50 random x with w = w0 + w1."),
            ],
            new Measurement("difference", LargestGap(LogisticSoftmax.EquivalentWeights(w0, w1)), "The largest gap at 50 random x with w = w1 - w0."),
            new Measurement("orthogonal-elsewhere", elsewhere, "The largest gap at 50 other x of the w that agrees at one."));
    }
}
