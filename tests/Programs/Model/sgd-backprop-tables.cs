public static class Answers
{
    static double S(double z) => 1 / (1 + Math.Exp(-z));

    static double Dot(double[] a, double[] b) => a.Zip(b, (p, q) => p * q).Sum();

    public static double SampleGradient(double[] w, double[] x, int y, int j) => -x[j - 1] * (y - S(Dot(w, x)));

    public static double SampleUpdate(double[] w, double[] x, bool y, double eta, int j) => w[j - 1] + (eta * x[j - 1] * ((y ? 1 : 0) - S(Dot(w, x))));

    public static Dictionary<string, double> ForwardPass(double x)
    {
        double i = 2 * x, ii = 3 * x, iii = 4 * x, iv = i + ii, v = Math.Max(ii, iii), vi = Math.Min(ii, iii);
        return new() { ["i"] = i, ["ii"] = ii, ["iii"] = iii, ["iv"] = iv, ["v"] = v, ["vi"] = vi, ["vii"] = Math.Max(iv, Math.Max(v, vi)) };
    }

    public static (double r1, double r2, double s1, double s2, double y) Forward(
        double a, double b, double c, double d, double e, double f, double x1, double x2)
    {
        double r1 = Math.Max(0, (c * x1) + (e * x2)), r2 = Math.Max(0, (d * x1) + (f * x2));
        double s1 = S(a * r1), s2 = S(b * r2);
        return (r1, r2, s1, s2, s1 + s2);
    }

    public static (double dy_da, double dy_db, double dy_dc, double dy_dd, double dy_de, double dy_df) Partials(
        double a, double b, double c, double d, double e, double f, double x1, double x2)
    {
        var (r1, r2, s1, s2, _) = Forward(a, b, c, d, e, f, x1, x2);
        double slope1 = s1 * (1 - s1), slope2 = s2 * (1 - s2);
        double on1 = r1 > 0 ? 1 : 0, on2 = r2 > 0 ? 1 : 0;
        return (slope1 * r1, slope2 * r2, slope1 * a * on1 * x1, slope2 * b * on2 * x1, slope1 * a * on1 * x2, slope2 * b * on2 * x2);
    }
}
