public static class Answers
{
    static double[] Softmax(double[] z)
    {
        var top = z.Max();
        var e = z.Select(t => Math.Exp(t - top)).ToArray();
        return e.Select(t => t / e.Sum()).ToArray();
    }

    static double[] Scores(double[,] W, double[] x)
    {
        var z = new double[W.GetLength(0)];
        for (var c = 0; c < z.Length; c++)
        {
            for (var j = 0; j < x.Length; j++) z[c] += W[c, j] * x[j];
        }

        return z;
    }

    static double[] Row(double[,] m, int i) => Enumerable.Range(0, m.GetLength(1)).Select(j => m[i, j]).ToArray();

    public static double Probability(double[,] W, double[] x, int c) => Softmax(Scores(W, x))[c - 1];

    public static double LogOdds(double[,] W, double[] x, int a, int b)
    {
        var z = Scores(W, x);
        return z[a - 1] - z[b - 1];
    }

    public static double[] LogisticWeights(double[] w1, double[] w2) => w1.Zip(w2, (a, b) => a - b).ToArray();

    public static double CrossEntropy(double[,] W, double[] x, double[] y) => -Math.Log(Softmax(Scores(W, x)).Zip(y, (p, t) => p * t).Sum());

    public static double[] GradientByScores(double[,] W, double[] x, double[] y) => Softmax(Scores(W, x)).Zip(y, (p, t) => p - t).ToArray();

    public static double[] GradientByWeights(double[,] W, double[] x, double[] y, int c)
    {
        var error = GradientByScores(W, x, y)[c - 1];
        return x.Select(feature => error * feature).ToArray();
    }

    public static double LogLikelihood(double[,] X, double[,] Y, double[,] W) =>
        -Enumerable.Range(0, X.GetLength(0)).Sum(i => CrossEntropy(W, Row(X, i), Row(Y, i)));

    public static double[,] Gradient(double[,] X, double[,] Y, double[,] W)
    {
        var gradient = new double[W.GetLength(0), W.GetLength(1)];
        for (var i = 0; i < X.GetLength(0); i++)
        {
            for (var c = 0; c < W.GetLength(0); c++)
            {
                var loss = GradientByWeights(W, Row(X, i), Row(Y, i), c + 1);
                for (var j = 0; j < loss.Length; j++) gradient[c, j] -= loss[j];
            }
        }

        return gradient;
    }

    public static double[,] Update(double[,] X, double[,] Y, double[,] W, double eta)
    {
        var (next, gradient) = ((double[,])W.Clone(), Gradient(X, Y, W));
        for (var c = 0; c < W.GetLength(0); c++)
        {
            for (var j = 0; j < W.GetLength(1); j++) next[c, j] += eta * gradient[c, j];
        }

        return next;
    }

    public static Dictionary<string, double> ForwardAndBack(double[,] W, double[] x, double[] y)
    {
        var (z, p, d) = (Scores(W, x), Softmax(Scores(W, x)), GradientByScores(W, x, y));
        return new()
        {
            ["z1"] = z[0], ["z2"] = z[1], ["z3"] = z[2], ["p1"] = p[0], ["p2"] = p[1], ["p3"] = p[2],
            ["L"] = CrossEntropy(W, x, y), ["d1"] = d[0], ["d2"] = d[1], ["d3"] = d[2], ["dL/dW21"] = d[1] * x[0],
        };
    }
}
