public static class Answers
{
    static double Bernoulli(double p, double seen) => seen == 1 ? p : 1 - p;

    public static double Likelihood(double[,] X, double[] y, double theta_y, double[,] theta)
    {
        var product = 1.0;
        for (var r = 0; r < y.Length; r++)
        {
            product *= Bernoulli(theta_y, y[r]);
            for (var i = 0; i < X.GetLength(1); i++) product *= Bernoulli(theta[i, (int)y[r]], X[r, i]);
        }

        return product;
    }

    public static double LogLikelihood(double[,] X, double[] y, double thetaY, double[,] theta)
    {
        var sum = 0.0;
        for (var r = 0; r < y.Length; r++)
        {
            sum += Math.Log(Bernoulli(thetaY, y[r]));
            for (var i = 0; i < X.GetLength(1); i++) sum += Math.Log(Bernoulli(theta[i, (int)y[r]], X[r, i]));
        }

        return sum;
    }

    public static double Score(double[] y, double thetaY) => (y.Sum() / thetaY) - ((y.Length - y.Sum()) / (1 - thetaY));

    public static double MlePrior(double[] y) => y.Average();

    public static double MleConditional(double[,] X, double[] y, int i, int v)
    {
        var rows = Enumerable.Range(0, y.Length).Where(r => y[r] == v).ToList();
        return rows.Average(r => X[r, i - 1]);
    }

    public static (double thetaY, double[,] theta) Fit(double[,] X, double[] y)
    {
        var theta = new double[X.GetLength(1), 2];
        for (var i = 1; i <= theta.GetLength(0); i++)
        {
            for (var v = 0; v < 2; v++) theta[i - 1, v] = MleConditional(X, y, i, v);
        }

        return (MlePrior(y), theta);
    }

    public static double[] LogisticWeights(double[] w0, double[] w1) => w1.Zip(w0, (one, zero) => one - zero).ToArray();

    static double WeightedInput(double[,] w, double[] b, double[] x, int i) => Enumerable.Range(0, x.Length).Sum(j => w[i - 1, j] * x[j]) + b[i - 1];

    public static bool IsDead(double[,] W1, double[] b, double[] x, int i) => WeightedInput(W1, b, x, i) <= 0;

    public static double GradientBias(double[,] W1, double[] b, double[] w2, double[] x, int i) => WeightedInput(W1, b, x, i) > 0 ? w2[i - 1] : 0;

    public static double GradientWeight(double[,] W1, double[] b, double[] w2, double[] x, int i, int j) => GradientBias(W1, b, w2, x, i) * x[j - 1];

    public static double LeakyReluDerivative(double a) => a > 0 ? 1 : 0.3;

    static double[] Softmax(double[,] W, double[] z)
    {
        var logits = Enumerable.Range(0, W.GetLength(0)).Select(r => Enumerable.Range(0, z.Length).Sum(c => W[r, c] * z[c])).ToArray();
        var top = logits.Max();
        var powers = logits.Select(logit => Math.Exp(logit - top)).ToArray();
        return powers.Select(power => power / powers.Sum()).ToArray();
    }

    public static double LogProbability(double[,] W, double[] z, int i) => Math.Log(Softmax(W, z)[i - 1]);

    public static double[] HiddenError(double[,] W, double[] z, int i)
    {
        var p = Softmax(W, z);
        return Enumerable.Range(0, z.Length).Select(c => Enumerable.Range(0, p.Length).Sum(r => W[r, c] * ((r == i - 1 ? 1 : 0) - p[r]))).ToArray();
    }
}
