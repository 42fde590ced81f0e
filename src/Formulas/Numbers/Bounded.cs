namespace Formulas.Numbers;

/// <summary>
/// A double and a bound on its distance from the true value, carried through every operation (running error analysis;
/// N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., ch. 3). The rounding of sums, products, quotients
/// and square roots is computed rather than estimated (ibid. ch. 4), so that exact arithmetic has the bound 0.
/// An infinite value with the bound 0 means a number beyond 1e300; an infinite bound means that nothing is known.
/// </summary>
public readonly partial record struct Bounded(double Value, double Uncertainty) : IReal<Bounded>
{
    /// <summary>What the framework's library functions may be wrong by, relative to the result.</summary>
    private const double LibraryError = 3 * Elementary.Epsilon;

    /// <summary>Outweighs the rounding of the few operations that make a bound.</summary>
    private const double Inflation = 1 + (16 * Elementary.Epsilon);

    private const double Huge = 1e300;

    /// <summary>Below this, products and quotients may lose digits to underflow.</summary>
    private const double Tiny = 1e-280;

    public bool IsZero => Value == 0 && Uncertainty == 0;

    public static Bounded Unknown => new(double.NaN, double.PositiveInfinity);

    public static Bounded Exact(double value) => new(value, 0);

    public static Bounded Rounded(double value) => new(value, Math.Abs(value) * (Elementary.Epsilon / 2));

    public static Bounded Between(double low, double high) =>
        low == high ? new(low, 0) : Make(low + ((high - low) / 2), (high - low) * (0.5 + Elementary.Epsilon));

    public static Bounded operator +(Bounded left, Bounded right)
    {
        var sum = left.Value + right.Value;
        if (!double.IsFinite(sum)) return InfiniteSum(sum, left, right);
        // TwoSum (D. E. Knuth): the rounding error of a sum is itself a double.
        var rightPart = sum - left.Value;
        var rounding = (left.Value - (sum - rightPart)) + (right.Value - rightPart);
        return Make(sum, left.Uncertainty + right.Uncertainty + Math.Abs(rounding));
    }

    public static Bounded operator -(Bounded left, Bounded right) => left + -right;

    public static Bounded operator -(Bounded value) => new(-value.Value, value.Uncertainty);

    public static Bounded operator *(Bounded left, Bounded right)
    {
        if (left.IsZero && double.IsFinite(right.Value) && double.IsFinite(right.Uncertainty)) return left;
        if (right.IsZero && double.IsFinite(left.Value) && double.IsFinite(left.Uncertainty)) return right;
        var product = left.Value * right.Value;
        if (!double.IsFinite(product))
            return CertainInfinity(product, LeastMagnitude(left) * LeastMagnitude(right));
        var rounding = Math.Abs(Math.FusedMultiplyAdd(left.Value, right.Value, -product));
        var propagated = (Math.Abs(left.Value) * right.Uncertainty)
            + (Math.Abs(right.Value) * left.Uncertainty)
            + (left.Uncertainty * right.Uncertainty);
        return Make(product, propagated + rounding + Underflow(product));
    }

    public static Bounded operator /(Bounded left, Bounded right)
    {
        if (double.IsInfinity(right.Value) && right.Uncertainty == 0 && double.IsFinite(left.Value))
            return Make(0 * left.Value, (Math.Abs(left.Value) + left.Uncertainty) / Huge);
        var least = Math.Abs(right.Value) - right.Uncertainty;
        if (!(least > 0)) return Unknown;
        var quotient = left.Value / right.Value;
        if (!double.IsFinite(quotient))
            return CertainInfinity(quotient, LeastMagnitude(left) / (Math.Abs(right.Value) + right.Uncertainty));
        if (left.IsZero) return left;
        var remainder = Math.Abs(Math.FusedMultiplyAdd(-quotient, right.Value, left.Value));
        var propagated = left.Uncertainty + (Math.Abs(quotient) * right.Uncertainty);
        return Make(quotient, ((propagated + remainder) / least) + Underflow(quotient));
    }

    /// <summary>Adds up the parts of a bound; not-a-number anywhere means that nothing is known.</summary>
    private static Bounded Make(double value, double bound)
    {
        if (double.IsNaN(value)) return Unknown;
        return bound == 0 ? new(value, 0) : new(value, double.IsNaN(bound) ? double.PositiveInfinity : bound * Inflation);
    }

    private static double Underflow(double result) => Math.Abs(result) < Tiny ? double.Epsilon * 4 : 0;

    private static Bounded InfiniteSum(double sum, Bounded left, Bounded right)
    {
        var leftInfinite = double.IsInfinity(left.Value) && left.Uncertainty == 0;
        var rightInfinite = double.IsInfinity(right.Value) && right.Uncertainty == 0;
        // What is added to an infinity must not bring it back below 1e300: a finite number up to 1e290 does not, to first order.
        var certain = (leftInfinite && rightInfinite)
            || (leftInfinite && Math.Abs(right.Value) + right.Uncertainty < 1e290)
            || (rightInfinite && Math.Abs(left.Value) + left.Uncertainty < 1e290)
            || left.Uncertainty + right.Uncertainty < Huge / 2 && double.IsFinite(left.Value) && double.IsFinite(right.Value);
        return certain && !double.IsNaN(sum) ? new(sum, 0) : Unknown;
    }

    private static Bounded CertainInfinity(double value, double leastMagnitude) =>
        double.IsInfinity(value) && leastMagnitude >= Huge ? new(value, 0) : Unknown;

    private static double LeastMagnitude(Bounded x) =>
        Math.Min(double.IsInfinity(x.Value) ? Huge : double.MaxValue, Math.Abs(x.Value) - x.Uncertainty);
}
