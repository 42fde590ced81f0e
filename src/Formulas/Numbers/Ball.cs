using System.Globalization;
using System.Numerics;

namespace Formulas.Numbers;

/// <summary>
/// A number known to so many binary digits, usually 256 (77 decimal ones), with a bound on its error: all of (mantissa ± radius) · 2^exponent.
/// Integers carry both, so that exact arithmetic stays exact, and the exponent neither overflows nor underflows: (x - a)^6000 and
/// exp(800) are ordinary numbers here. (Ball<TDigits> arithmetic: F. Johansson, Arb, IEEE Transactions on Computers 66, 2017.)
/// </summary>
public readonly partial record struct Ball<TDigits> : IReal<Ball<TDigits>>
    where TDigits : IDigits
{
    /// <summary>Mantissas are cut to so many binary digits.</summary>
    internal static int Precision => TDigits.Count;

    /// <summary>Radii are cut to so many binary digits, upwards.</summary>
    private const int RadiusDigits = 30;

    /// <summary>Numbers beyond 2^(2^48) are given up: nothing a person writes on purpose has them.</summary>
    private const long LargestExponent = 1L << 48;

    private const int TinyMagnitude = -200;

    private readonly BigInteger mantissa;
    private readonly BigInteger radius;
    private readonly long exponent;
    private readonly bool isUnknown;

    private Ball(BigInteger mantissa, BigInteger radius, long exponent, bool isUnknown = false)
    {
        this.mantissa = mantissa;
        this.radius = radius;
        this.exponent = exponent;
        this.isUnknown = isUnknown;
    }

    public static Ball<TDigits> Unknown => new(0, 0, 0, isUnknown: true);

    /// <summary>The nearest double or close to it; an infinity for numbers beyond the doubles.</summary>
    public double Value
    {
        get
        {
            if (isUnknown) return double.NaN;
            var digits = Digits(mantissa);
            if (digits <= 62) return Math.ScaleB((double)(long)mantissa, Clamp(exponent));
            return Math.ScaleB((double)(long)(mantissa >> (int)(digits - 62)), Clamp(exponent + digits - 62));
        }
    }

    public double Uncertainty
    {
        get
        {
            if (isUnknown) return double.PositiveInfinity;
            var value = Value;
            // Certainly beyond the doubles: the sign is known, which is all that a comparison needs.
            if (double.IsInfinity(value)) return ExcludesZero ? 0 : double.PositiveInfinity;
            if (radius.IsZero && IsDouble) return 0;
            var rounding = Math.BitIncrement(Math.Abs(value)) - Math.Abs(value);
            return Math.BitIncrement((2 * rounding) + Math.ScaleB((double)radius * (1 + Elementary.Epsilon), Clamp(exponent)));
        }
    }

    public bool IsZero => !isUnknown && mantissa.IsZero && radius.IsZero;

    /// <summary>Whether 0 is certainly not in the ball.</summary>
    internal bool ExcludesZero => !isUnknown && BigInteger.Abs(mantissa) > radius;

    internal bool IsKnown => !isUnknown;

    private bool IsExact => !isUnknown && radius.IsZero;

    private bool IsDouble
    {
        get
        {
            var digits = Digits(mantissa);
            if (mantissa.IsZero) return true;
            if (exponent + digits > 1023 || exponent + digits < -900) return false;
            return digits <= 53 || (mantissa & ((BigInteger.One << (int)(digits - 53)) - 1)).IsZero;
        }
    }

    public static Ball<TDigits> Exact(double value)
    {
        if (!double.IsFinite(value)) return Unknown;
        if (value == 0) return new(0, 0, 0);
        var power = Math.ILogB(value) - 52;
        return new((BigInteger)Math.ScaleB(value, -power), 0, power);
    }

    public static Ball<TDigits> Rounded(double value) => double.IsFinite(value)
        ? Make(Exact(value).mantissa << 2, 2, Exact(value).exponent - 2)
        : Unknown;

    /// <summary>The decimal that was written, to all its digits.</summary>
    public static Ball<TDigits> Literal(double value, string text)
    {
        if (Literals.IsExact(value, text)) return Exact(value);
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var digits = mark < 0 ? text : text[..mark];
        if (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) return Rounded(value);
        var power = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0) power -= digits.Length - point - 1;
        var plain = point < 0 ? digits : digits.Remove(point, 1);
        if (plain.Length > 2000 || Math.Abs((long)power) > 4000) return Rounded(value);
        if (!BigInteger.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return Rounded(value);
        var scale = Make(BigInteger.Pow(10, Math.Abs(power)), 0, 0);
        return power < 0 ? Make(whole, 0, 0) / scale : Make(whole, 0, 0) * scale;
    }

    public static Ball<TDigits> Between(double low, double high)
    {
        if (low == high) return Exact(low);
        var (from, to) = (Exact(low), Exact(high));
        if (from.isUnknown || to.isUnknown) return Unknown;
        var middle = Half(from + to);
        var reach = Half(to - from);
        return middle.WithRadius(reach);
    }

    public static Ball<TDigits> operator -(Ball<TDigits> value) => new(-value.mantissa, value.radius, value.exponent, value.isUnknown);

    public static Ball<TDigits> operator -(Ball<TDigits> left, Ball<TDigits> right) => left + -right;

    public static Ball<TDigits> operator +(Ball<TDigits> left, Ball<TDigits> right)
    {
        if (left.isUnknown || right.isUnknown) return Unknown;
        if (left.IsZero) return right;
        if (right.IsZero) return left;
        if (left.exponent < right.exponent) (left, right) = (right, left);
        var gap = left.exponent - right.exponent;
        var reach = Math.Max(Digits(right.mantissa), Digits(right.radius)) + 1;
        if (gap > (2 * Precision) + reach)
        {
            // Far below the last digit of the larger one: the smaller one is a part of the error.
            var shiftAll = 2 * Precision;
            return Make(left.mantissa << shiftAll, (left.radius << shiftAll) + 1, left.exponent - shiftAll);
        }

        var shift = (int)gap;
        return Make((left.mantissa << shift) + right.mantissa, (left.radius << shift) + right.radius, right.exponent);
    }

    public static Ball<TDigits> operator *(Ball<TDigits> left, Ball<TDigits> right)
    {
        if (left.isUnknown || right.isUnknown) return Unknown;
        var error = left.radius.IsZero && right.radius.IsZero
            ? BigInteger.Zero
            : (BigInteger.Abs(left.mantissa) * right.radius) + (BigInteger.Abs(right.mantissa) * left.radius) + (left.radius * right.radius);
        return Make(left.mantissa * right.mantissa, error, left.exponent + right.exponent);
    }

    public static Ball<TDigits> operator /(Ball<TDigits> left, Ball<TDigits> right)
    {
        if (left.isUnknown || !right.ExcludesZero) return Unknown;
        var shift = (int)Math.Max(0, Precision + 8 + Digits(right.mantissa) - Digits(left.mantissa));
        var quotient = BigInteger.DivRem(left.mantissa << shift, right.mantissa, out var remainder);
        var power = left.exponent - right.exponent - shift;
        if (left.radius.IsZero && right.radius.IsZero) return Make(quotient, remainder.IsZero ? 0 : 1, power);
        var propagated = (left.radius << shift) + ((BigInteger.Abs(quotient) + 1) * right.radius);
        return Make(quotient, (propagated / (BigInteger.Abs(right.mantissa) - right.radius)) + 2, power);
    }

    /// <inheritdoc/>
    public static int? Order(Ball<TDigits> left, Ball<TDigits> right)
    {
        var difference = left - right;
        return difference.IsZero || difference.ExcludesZero ? difference.mantissa.Sign : null;
    }

    /// <inheritdoc/>
    public static bool IsLostBeside(Ball<TDigits> left, Ball<TDigits> right) =>
        left.ExcludesZero && right.ExcludesZero && Math.Abs(Magnitude(left) - Magnitude(right)) >= Precision;

    /// <summary>Whether no number is in both balls. Never true of numbers that are equal.</summary>
    internal static bool AreApart(Ball<TDigits> left, Ball<TDigits> right) => (left - right).ExcludesZero;

    /// <summary>How many binary digits the two balls, which overlap, are known to share; at most <see cref="Precision"/>.</summary>
    internal static long SharedDigits(Ball<TDigits> left, Ball<TDigits> right)
    {
        var difference = left - right;
        if (difference.isUnknown) return 0;
        if (difference.IsZero) return Precision;
        var reach = Math.Max(Digits(difference.radius), Digits(difference.mantissa)) + difference.exponent;
        var size = Math.Max(Magnitude(left), Magnitude(right));
        return Math.Min(size - reach, Precision);
    }

    /// <summary>Whether the number is certainly within 2^-200 of 0, as sin(pi) is.</summary>
    internal static bool IsTiny(Ball<TDigits> x) => !x.isUnknown && Math.Max(Digits(x.mantissa), Digits(x.radius)) + 1 + x.exponent <= TinyMagnitude;

    /// <summary>The power of 2 just above the number's size.</summary>
    private static long Magnitude(Ball<TDigits> x) => x.mantissa.IsZero ? -LargestExponent : Digits(x.mantissa) + x.exponent;

    private static Ball<TDigits> Half(Ball<TDigits> x) => new(x.mantissa, x.radius, x.exponent - 1, x.isUnknown);

    /// <summary>The ball with its radius made larger by a number that is not negative.</summary>
    private Ball<TDigits> WithRadius(Ball<TDigits> reach) => this + new Ball<TDigits>(0, BigInteger.Abs(reach.mantissa) + reach.radius, reach.exponent, reach.isUnknown);

    /// <summary>Cuts mantissa and radius to their digits; what is cut off goes into the radius.</summary>
    private static Ball<TDigits> Make(BigInteger mantissa, BigInteger radius, long exponent)
    {
        var surplus = (int)Math.Max(Digits(mantissa) - Precision, Digits(radius) - RadiusDigits);
        if (surplus > 0)
        {
            var cut = mantissa >> surplus;
            var isExact = radius.IsZero && cut << surplus == mantissa;
            radius = isExact ? 0 : (radius >> surplus) + 2;
            mantissa = cut;
            exponent += surplus;
        }

        if (mantissa.IsZero && radius.IsZero) return new(0, 0, 0);
        return Math.Abs(exponent) > LargestExponent ? Unknown : new(mantissa, radius, exponent);
    }

    private static long Digits(BigInteger number) => number.Sign < 0 ? (-number).GetBitLength() : number.GetBitLength();

    private static int Clamp(long power) => (int)Math.Clamp(power, -5000, 5000);
}
