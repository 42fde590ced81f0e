public static class Answers
{
    public static double HiddenUnit(double w, double[] x, Func<double, double> g) => g(x.Select(entry => w * entry).Sum());

    public static double HiddenDelta(double w, double[] x1, double[] delta3, Func<double, double> gPrime)
    {
        var slope = gPrime(w * x1.Sum());
        return delta3.Sum(delta => w * slope * delta);
    }

    public static double UpdatedWeight(double w, double eta, double[] x, double[] delta2, Func<double, double> gPrime, int i, int j) =>
        w - (eta * x[i - 1] * gPrime(w * x.Sum()) * delta2[j - 1]);

    public static int WeightCount(int L, double[] d)
    {
        var count = d[0] * d[L];
        for (var l = 1; l <= L; l++) count += d[l - 1] * d[l];
        return (int)count;
    }

    public static (double Wxh, double Why, double Wxy) SkipLayerGradient(
        double w_xh, double w_hy, double w_xy, double x, Func<double, double> g, Func<double, double> gPrime)
    {
        var hidden = g(w_xh * x);
        var outer = gPrime((w_hy * hidden) + (w_xy * x));
        return (outer * w_hy * gPrime(w_xh * x) * x, outer * hidden, outer * x);
    }
}
