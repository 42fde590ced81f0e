namespace Formulas.Numbers;

/// <summary>Functions of doubles that the framework lacks, each within a few units in the last place.</summary>
internal static class Elementary
{
    /// <summary>The gap between 1 and the next double, 2^-52.</summary>
    public const double Epsilon = 2.220446049250313e-16;

    public static double Sigmoid(double x)
    {
        if (x >= 0) return 1 / (1 + Math.Exp(-x));
        var exponential = Math.Exp(x);
        return exponential / (1 + exponential);
    }

    public static double Softplus(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    /// <summary>ln(1 + x); the quotient takes back the rounding of 1 + x (W. Kahan; see D. Goldberg, ACM Computing Surveys 23, 1991, theorem 4).</summary>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    public static bool IsWhole(double x) => Math.Floor(x) == x && double.IsFinite(x);
}
