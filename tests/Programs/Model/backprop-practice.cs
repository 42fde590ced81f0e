using MathNet.Numerics.LinearAlgebra;

public static class Answers
{
    static double S(double z) => 1.0 / (1.0 + Math.Exp(-z));

    public static double HiddenValue(double a, double[] x, Func<double, double> g) => g(a * x.Sum());

    public static double HiddenDelta(double a, double[] x, double[] delta2, Func<double, double> gPrime) => gPrime(a * x.Sum()) * a * delta2.Sum();

    public static double OutputWeightGradient(double[] x1, double[] delta2, int i, int j) => x1[i - 1] * delta2[j - 1];

    public static double TotalDerivative(double[] f, double[] dg) => f.Select((partial, i) => partial * dg[i]).Sum();

    static double[] WeightedInputs(double[,] W, double[] b, double[] x)
    {
        var z = new double[b.Length];
        for (var k = 0; k < z.Length; k++)
        {
            z[k] = b[k];
            for (var j = 0; j < x.Length; j++) z[k] += W[k, j] * x[j];
        }

        return z;
    }

    public static double GradientBias(double[,] W, double[] b, double[] x, double y, int i)
    {
        var s = WeightedInputs(W, b, x).Select(S).ToArray();
        return -2 * (y - s.Sum()) * s[i - 1] * (1 - s[i - 1]);
    }

    public static double[] GradientRow(double[,] W, double[] b, double[] x, double y, int i)
    {
        var bias = GradientBias(W, b, x, y, i);
        return x.Select(entry => bias * entry).ToArray();
    }

    public static double[] UpdatedRow(double[,] W, double[] b, double[] x, double y, double eta, int i) =>
        GradientRow(W, b, x, y, i).Select((slope, j) => W[i - 1, j] - (eta * slope)).ToArray();

    public static double UpdatedBias(double[,] W, double[] b, double[] x, double y, double eta, int i) =>
        b[i - 1] - (eta * GradientBias(W, b, x, y, i));

    static (double[,] Transposed, double[] Back) Backward(
        double[,] W1, double[,] W2, double[] b, double[] x, double[] y, Func<double[], double[]> phi, Func<double[], double[,]> jacobian)
    {
        var n = x.Length;
        var z = WeightedInputs(W1, b, x);
        var value = phi(z);
        var j = jacobian(z);
        var residual = new double[n];
        for (var r = 0; r < n; r++)
        {
            residual[r] = -y[r];
            for (var c = 0; c < n; c++) residual[r] += W2[r, c] * value[c];
        }

        var through = new double[n];
        for (var c = 0; c < n; c++) for (var r = 0; r < n; r++) through[c] += W2[r, c] * residual[r];
        var back = new double[n];
        for (var c = 0; c < n; c++) for (var r = 0; r < n; r++) back[c] += j[r, c] * through[r];
        var outer = new double[n, n];
        for (var r = 0; r < n; r++) for (var c = 0; c < n; c++) outer[r, c] = residual[r] * value[c];
        return (outer, back);
    }

    public static double[] GradientInput(
        double[,] W1, double[,] W2, double[] b, double[] x, double[] y, Func<double[], double[]> Phi, Func<double[], double[,]> JPhi)
    {
        var back = Backward(W1, W2, b, x, y, Phi, JPhi).Back;
        return Enumerable.Range(0, x.Length).Select(c => Enumerable.Range(0, x.Length).Sum(r => W1[r, c] * back[r])).ToArray();
    }

    public static double[,] GradientFirstWeights(
        double[,] W1, double[,] W2, double[] b, double[] x, double[] y, Func<double[], double[]> Phi, Func<double[], double[,]> JPhi)
    {
        var back = Backward(W1, W2, b, x, y, Phi, JPhi).Back;
        var gradient = new double[x.Length, x.Length];
        for (var r = 0; r < x.Length; r++) for (var c = 0; c < x.Length; c++) gradient[r, c] = back[r] * x[c];
        return gradient;
    }

    public static double[,] GradientSecondWeights(
        double[,] W1, double[,] W2, double[] b, double[] x, double[] y, Func<double[], double[]> Phi, Func<double[], double[,]> j_phi) =>
        Backward(W1, W2, b, x, y, Phi, j_phi).Transposed;

    public static double[] GradientOffset(
        double[,] W1, double[,] W2, double[] b, double[] x, double[] y, Func<double[], double[]> Phi, Func<double[], double[,]> JPhi) =>
        Backward(W1, W2, b, x, y, Phi, JPhi).Back;

    public static Matrix<double> UpdatedFirstWeights(
        Matrix<double> W1, Matrix<double> W2, Vector<double> b, Vector<double> x, Vector<double> y, double eta)
    {
        var residual = (W2 * ((W1 * x) + b)) - y;
        return W1 - (eta * W2.TransposeThisAndMultiply(residual).OuterProduct(x));
    }

    public static double[][] UpdatedSecondWeights(double[][] w1, double[][] w2, double[] b, double[] x, double[] y, double eta)
    {
        var hidden = w1.Select((row, k) => row.Zip(x, (p, q) => p * q).Sum() + b[k]).ToArray();
        var residual = w2.Select((row, k) => row.Zip(hidden, (p, q) => p * q).Sum() - y[k]).ToArray();
        return w2.Select((row, r) => row.Select((entry, c) => entry - (eta * residual[r] * hidden[c])).ToArray()).ToArray();
    }
}
