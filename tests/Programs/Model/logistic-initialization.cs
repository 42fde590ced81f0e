using MathNet.Numerics.LinearAlgebra;

public static class Answers
{
    static double S(double z) => 1 / (1 + Math.Exp(-z));

    static double[] Probabilities(double[,] x, double[] w)
    {
        var p = new double[x.GetLength(0)];
        for (var i = 0; i < p.Length; i++)
        {
            double z = 0;
            for (var j = 0; j < w.Length; j++) z += x[i, j] * w[j];
            p[i] = S(z);
        }

        return p;
    }

    public static double Likelihood(double[,] X, double[] y, double[] w)
    {
        var p = Probabilities(X, w);
        var product = 1.0;
        for (var i = 0; i < p.Length; i++) product *= y[i] == 1 ? p[i] : 1 - p[i];
        return product;
    }

    public static double LogLikelihood(double[,] X, double[] y, double[] w)
    {
        var p = Probabilities(X, w);
        return p.Select((q, i) => (y[i] * Math.Log(q)) + ((1 - y[i]) * Math.Log(1 - q))).Sum();
    }

    public static Vector<double> Gradient(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        X.TransposeThisAndMultiply(y - (X * w).Map(S));

    public static double[] Update(double[][] x, double[] y, double[] w, double eta)
    {
        var next = (double[])w.Clone();
        for (var i = 0; i < x.Length; i++)
        {
            var error = y[i] - S(x[i].Zip(w, (a, b) => a * b).Sum());
            for (var j = 0; j < w.Length; j++) next[j] += eta * error * x[i][j];
        }

        return next;
    }

    // Newton's method, with a step halved while it would make the likelihood worse.
    public static Vector<double> Fit(Matrix<double> X, Vector<double> y)
    {
        var w = Vector<double>.Build.Dense(X.ColumnCount);
        for (var step = 0; step < 100; step++)
        {
            var p = (X * w).Map(S);
            var gradient = X.TransposeThisAndMultiply(y - p);
            if (gradient.L2Norm() < 1e-10) break;
            var hessian = X.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfDiagonalVector(p.Map(q => q * (1 - q)))) * X;
            var direction = hessian.Solve(gradient);
            var length = 1.0;
            while (length > 1e-6 && Log(X, y, w + (length * direction)) < Log(X, y, w)) length /= 2;
            w += length * direction;
        }

        return w;
    }

    static double Log(Matrix<double> x, Vector<double> y, Vector<double> w) =>
        (x * w).Select((z, i) => y[i] == 1 ? Math.Log(S(z)) : Math.Log(S(-z))).Sum();

    public static double HiddenUnit(double w, double[] x, Func<double, double> g) => g(w * x.Sum());

    public static double HiddenDelta(double w, double[] x, double[] delta2, Func<double, double> gPrime) => gPrime(w * x.Sum()) * w * delta2.Sum();

    public static double OutputWeightGradient(double[] x1, double[] delta_2, int i, int j) => x1[i - 1] * delta_2[j - 1];

    public static double[] LossGradientAtZero(double[,] X, double[] y)
    {
        var gradient = new double[X.GetLength(1)];
        for (var i = 0; i < y.Length; i++)
        {
            for (var j = 0; j < gradient.Length; j++) gradient[j] += X[i, j] * (0.5 - y[i]);
        }

        return gradient;
    }
}
