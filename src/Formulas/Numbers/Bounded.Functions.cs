namespace Formulas.Numbers;

public readonly partial record struct Bounded
{
    private static readonly Bounded HalfPi = Rounded(Math.PI / 2);

    public static Bounded Abs(Bounded x) => new(Math.Abs(x.Value), x.Uncertainty);

    public static Bounded Sign(Bounded x)
    {
        if (double.IsNaN(x.Value)) return Unknown;
        return x.Uncertainty != 0 && Math.Abs(x.Value) <= x.Uncertainty ? Between(-1, 1) : Exact(Math.Sign(x.Value));
    }

    public static Bounded Step(Bounded x)
    {
        if (double.IsNaN(x.Value)) return Unknown;
        return x.Uncertainty != 0 && Math.Abs(x.Value) <= x.Uncertainty ? Between(0, 1) : Exact(x.Value > 0 ? 1 : 0);
    }

    public static Bounded Relu(Bounded x) =>
        High(x) <= 0 ? Exact(0) : new(Math.Max(x.Value, 0), x.Uncertainty);

    public static Bounded Max(Bounded x, Bounded y)
    {
        if (Low(x) > High(y)) return x;
        if (Low(y) > High(x)) return y;
        return Make(Math.Max(x.Value, y.Value), Math.Max(x.Uncertainty, y.Uncertainty));
    }

    public static Bounded Min(Bounded x, Bounded y) => -Max(-x, -y);

    public static Bounded Sqrt(Bounded x)
    {
        if (!double.IsFinite(x.Value) || Low(x) < 0) return Unknown;
        if (x.Value == 0) return x;
        var root = Math.Sqrt(x.Value);
        var remainder = Math.Abs(Math.FusedMultiplyAdd(-root, root, x.Value));
        // |sqrt(a) - sqrt(b)| = |a - b| / (sqrt(a) + sqrt(b)), and the true root may be as small as that of the lower end.
        var least = root + (Math.Sqrt(Low(x)) * (1 - Elementary.Epsilon));
        return Make(root, ((x.Uncertainty + remainder) / least) + (x.Value < Tiny ? Elementary.Epsilon * root : 0));
    }

    public static Bounded Exp(Bounded x)
    {
        var value = Math.Exp(x.Value);
        if (x.IsZero) return Exact(1);
        if (double.IsInfinity(value)) return CertainInfinity(value, Math.Exp(Low(x)));
        return Increasing(value, Math.Exp(Low(x)), Math.Exp(High(x)));
    }

    public static Bounded Log(Bounded x)
    {
        if (!double.IsFinite(x.Value) || !(Low(x) > 0)) return Unknown;
        if (x.Value == 1 && x.Uncertainty == 0) return Exact(0);
        // Near 1 the ends' logarithms carry an error relative to themselves, so the spread is bounded by the mean-value theorem.
        var value = Math.Log(x.Value);
        return Make(value, (x.Uncertainty / Low(x)) + (LibraryError * Math.Abs(value)));
    }

    public static Bounded Sin(Bounded x) => x.IsZero ? x : Periodic(Math.Sin(x.Value), x);

    public static Bounded Cos(Bounded x) => x.IsZero ? Exact(1) : Periodic(Math.Cos(x.Value), x);

    public static Bounded Asin(Bounded x)
    {
        if (x.IsZero) return x;
        if (!(High(Abs(x)) <= 1)) return Unknown;
        return Increasing(Math.Asin(x.Value), Math.Asin(Low(x)), Math.Asin(High(x)));
    }

    public static Bounded Acos(Bounded x) =>
        Math.Abs(x.Value) == 1 && x.Uncertainty == 0 ? (x.Value == 1 ? Exact(0) : Rounded(Math.PI)) : HalfPi - Asin(x);

    public static Bounded Atan(Bounded x) => x.IsZero
        ? x
        : Increasing(Math.Atan(x.Value), Math.Atan(Low(x)), Math.Atan(High(x)));

    public static Bounded Sinh(Bounded x)
    {
        if (x.IsZero) return x;
        var value = Math.Sinh(x.Value);
        if (double.IsInfinity(value)) return CertainInfinity(value, Math.Sinh(Low(Abs(x))));
        return Increasing(value, Math.Sinh(Low(x)), Math.Sinh(High(x)));
    }

    public static Bounded Cosh(Bounded x)
    {
        if (x.IsZero) return Exact(1);
        var value = Math.Cosh(x.Value);
        if (double.IsInfinity(value)) return CertainInfinity(value, Math.Cosh(Math.Max(0, Low(Abs(x)))));
        // Even and convex: it grows fastest away from 0.
        return Make(value, (x.Uncertainty == 0 ? 0 : Math.Cosh(High(Abs(x))) - value) + (2 * LibraryError * value));
    }

    public static Bounded Tanh(Bounded x) => x.IsZero
        ? x
        : Increasing(Math.Tanh(x.Value), Math.Tanh(Low(x)), Math.Tanh(High(x)));

    public static Bounded Asinh(Bounded x) => x.IsZero
        ? x
        : Increasing(Math.Asinh(x.Value), Math.Asinh(Low(x)), Math.Asinh(High(x)));

    public static Bounded Atanh(Bounded x)
    {
        if (x.IsZero) return x;
        if (!(High(Abs(x)) < 1)) return Unknown;
        return Increasing(Math.Atanh(x.Value), Math.Atanh(Low(x)), Math.Atanh(High(x)));
    }

    public static Bounded Sigmoid(Bounded x) => x.IsZero
        ? Exact(0.5)
        : Increasing(
            Elementary.Sigmoid(x.Value),
            Elementary.Sigmoid(Low(x)),
            Elementary.Sigmoid(High(x)));

    public static Bounded Softplus(Bounded x) => Increasing(
        Elementary.Softplus(x.Value),
        Elementary.Softplus(Low(x)),
        Elementary.Softplus(High(x)));

    public static Bounded Pow(Bounded x, Bounded y)
    {
        if (y.Uncertainty == 0 && Elementary.IsWhole(y.Value)) return WholePower(x, y.Value);
        var lowBase = Low(x);
        if (x.IsZero && Low(y) > 0) return x;
        if (!(lowBase > 0)) return Unknown;
        // For a positive base the power is monotone in either variable, so its extremes lie at the corners.
        var (highBase, low, high) = (High(x), Low(y), High(y));
        var (a, b, c, d) = (Math.Pow(lowBase, low), Math.Pow(lowBase, high), Math.Pow(highBase, low), Math.Pow(highBase, high));
        return Increasing(
            Math.Pow(x.Value, y.Value),
            Math.Min(Math.Min(a, b), Math.Min(c, d)),
            Math.Max(Math.Max(a, b), Math.Max(c, d)));
    }

    private static Bounded WholePower(Bounded x, double exponent)
    {
        if (exponent == 0) return double.IsNaN(x.Value) ? Unknown : Exact(1);
        if (exponent < 0) return Exact(1) / WholePower(x, -exponent);
        if (exponent > 64) return HighPower(x, exponent);
        var result = x;
        var square = x;
        var rest = (int)exponent - 1;
        for (; rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1) result *= square;
            if (rest > 1) square *= square;
        }

        return result;
    }

    private static Bounded HighPower(Bounded x, double exponent)
    {
        if (double.IsNaN(x.Value)) return Unknown;
        var magnitude = Math.Abs(x.Value);
        var power = Math.Pow(magnitude, exponent);
        var bounded = double.IsInfinity(power)
            ? CertainInfinity(power, Math.Pow(Math.Max(0, Low(Abs(x))), exponent))
            : Increasing(
                power,
                Math.Pow(Math.Max(0, Low(Abs(x))), exponent),
                Math.Pow(High(Abs(x)), exponent));
        return x.Value < 0 && exponent % 2 == 1 ? -bounded : bounded;
    }

    /// <summary>A function that never falls, from its values at the lower end, the middle and the upper end.</summary>
    private static Bounded Increasing(double value, double low, double high)
    {
        if (double.IsInfinity(value) && low == value) return new(value, 0);
        var spread = Math.Max(high - value, value - low);
        // Each of the three values may be wrong by twice the library's error, the underflow threshold included.
        return Make(value, spread + (4 * LibraryError * Math.Max(Math.Abs(low), Math.Abs(high))) + (Math.Abs(value) < Tiny ? double.Epsilon * 8 : 0));
    }

    /// <summary>The lower end of the interval, rounded outwards.</summary>
    private static double Low(Bounded x) => x.Uncertainty == 0 ? x.Value : Math.BitDecrement(x.Value - x.Uncertainty);

    /// <summary>The upper end of the interval, rounded outwards.</summary>
    private static double High(Bounded x) => x.Uncertainty == 0 ? x.Value : Math.BitIncrement(x.Value + x.Uncertainty);

    /// <summary>A function between -1 and 1 that changes no faster than its argument.</summary>
    private static Bounded Periodic(double value, Bounded x) =>
        double.IsFinite(value) ? Make(value, Math.Min(x.Uncertainty, 2) + (LibraryError * Math.Abs(value))) : Unknown;
}
