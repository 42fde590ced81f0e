using System.Numerics;

namespace Formulas.Numbers;

public readonly partial record struct Ball<TDigits>
{
    /// <summary>Of each step of the series of ln(1 + x), so many digits are sure.</summary>
    private const int DigitsOfTerm = 10;

    private static int Scale => FixedPoint<TDigits>.Scale;

    /// <summary>Arguments beyond this are not given to exp, nor to sin and cos.</summary>
    private const double LargestArgument = 1e9;

    /// <summary>Below this size the series of ln(1 + x) is used.</summary>
    private const int SmallMagnitude = -16;

    public static Ball<TDigits> Pi { get; } = Make(FixedPoint<TDigits>.LongPi >> (FixedPoint<TDigits>.LongScale - Scale), 2, -Scale);

    public static Ball<TDigits> E { get; } = Exp(Exact(1));

    private static Ball<TDigits> HalfPi => Half(Pi);

    private static Ball<TDigits> One => new(1, 0, 0);

    public static Ball<TDigits> Abs(Ball<TDigits> x)
    {
        if (x.isUnknown) return Unknown;
        return x.mantissa.Sign < 0 ? -x : x;
    }

    public static Ball<TDigits> Sign(Ball<TDigits> x)
    {
        if (x.isUnknown) return Unknown;
        return x.ExcludesZero || x.IsZero ? Exact(x.mantissa.Sign) : Between(-1, 1);
    }

    public static Ball<TDigits> Step(Ball<TDigits> x)
    {
        if (x.isUnknown) return Unknown;
        return x.ExcludesZero || x.IsZero ? Exact(x.mantissa.Sign > 0 ? 1 : 0) : Between(0, 1);
    }

    public static Ball<TDigits> Relu(Ball<TDigits> x) => Max(x, Exact(0));

    public static Ball<TDigits> Max(Ball<TDigits> x, Ball<TDigits> y)
    {
        var difference = x - y;
        if (difference.isUnknown) return Unknown;
        if (difference.ExcludesZero || difference.IsZero) return difference.mantissa.Sign >= 0 ? x : y;
        // Within reach of each other: x, and everything as far away as y may be.
        return x.WithRadius(Abs(difference));
    }

    public static Ball<TDigits> Min(Ball<TDigits> x, Ball<TDigits> y) => -Max(-x, -y);

    public static Ball<TDigits> Sqrt(Ball<TDigits> x)
    {
        if (x.IsZero) return x;
        if (!(x.ExcludesZero && x.mantissa.Sign > 0)) return Unknown;
        var shift = (int)Math.Max(0, (2 * Precision) + 16 - Digits(x.mantissa));
        if (((x.exponent - shift) & 1) != 0) shift++;
        var scaled = x.mantissa << shift;
        var root = Root(scaled);
        var least = Root((x.mantissa - x.radius) << shift);
        var rounding = root * root == scaled ? 0 : 1;
        var spread = x.radius.IsZero ? 0 : ((x.radius << shift) / (root + least)) + 1;
        return Make(root, spread + rounding, (x.exponent - shift) / 2);
    }

    public static Ball<TDigits> Exp(Ball<TDigits> x)
    {
        if (x.isUnknown) return Unknown;
        if (x.IsZero) return One;
        var near = x.Value;
        // Between 0 and 2^-(2^30): as good as 0 beside anything but itself.
        if (near < -LargestArgument && x.mantissa < -x.radius) return new(0, 1, -(1L << 30));
        if (!(Math.Abs(near) <= LargestArgument)) return Unknown;
        var spread = UnitsAbove(x);
        if (spread > FixedPoint<TDigits>.One) return Unknown;
        var doublings = (long)Math.Round(near / Math.Log(2));
        var reduced = ToUnits(x) - (doublings * FixedPoint<TDigits>.LongLn2 >> (FixedPoint<TDigits>.LongScale - Scale));
        var value = FixedPoint<TDigits>.Exp(reduced);
        // e^r - 1 is at most 2 r up to 1; the reduction is wrong by 2 units.
        return Make(value, (2 * value * spread >> Scale) + (8 * FixedPoint<TDigits>.Error), doublings - Scale);
    }

    public static Ball<TDigits> Log(Ball<TDigits> x)
    {
        if (!(x.ExcludesZero && x.mantissa.Sign > 0)) return Unknown;
        if (x.IsExact && x.mantissa.IsPowerOfTwo && Magnitude(x) == 1) return Exact(0);
        var digits = Digits(x.mantissa);
        var shift = (int)(Scale - digits + 1);
        var fraction = shift >= 0 ? x.mantissa << shift : x.mantissa >> -shift;
        var doublings = x.exponent + digits - 1;
        var value = FixedPoint<TDigits>.Log(fraction) + (doublings * FixedPoint<TDigits>.LongLn2 >> (FixedPoint<TDigits>.LongScale - Scale));
        var spread = x.radius.IsZero ? 0 : ((x.radius << Scale) / (x.mantissa - x.radius)) + 1;
        return Make(value, spread + (8 * FixedPoint<TDigits>.Error), -Scale);
    }

    public static Ball<TDigits> Sin(Ball<TDigits> x) => x.IsZero ? x : SineAndCosine(x).Sine;

    public static Ball<TDigits> Cos(Ball<TDigits> x) => x.IsZero ? One : SineAndCosine(x).Cosine;

    public static Ball<TDigits> Asin(Ball<TDigits> x)
    {
        if (x.IsZero) return x;
        if (x.isUnknown) return Unknown;
        var rest = (One - x) * (One + x);
        if (rest.IsZero) return x.mantissa.Sign > 0 ? HalfPi : -HalfPi;
        return rest.ExcludesZero && rest.mantissa.Sign > 0 ? Atan(x / Sqrt(rest)) : Unknown;
    }

    public static Ball<TDigits> Acos(Ball<TDigits> x) => x.IsExact && x.mantissa == BigInteger.One && x.exponent == 0 ? Exact(0) : HalfPi - Asin(x);

    public static Ball<TDigits> Atan(Ball<TDigits> x)
    {
        if (x.IsZero || x.isUnknown) return x;
        if (Magnitude(x) > 0 && x.ExcludesZero && Math.Abs(x.Value) > 1)
        {
            var rest = Atan(One / x);
            return x.mantissa.Sign > 0 ? HalfPi - rest : -HalfPi - rest;
        }

        var units = BigInteger.Max(-FixedPoint<TDigits>.One, BigInteger.Min(FixedPoint<TDigits>.One, ToUnits(x)));
        return Make(FixedPoint<TDigits>.Arctangent(units), UnitsAbove(x) + (8 * FixedPoint<TDigits>.Error), -Scale);
    }

    public static Ball<TDigits> Sinh(Ball<TDigits> x)
    {
        if (x.IsZero) return x;
        var growth = Exp(x);
        return Half(growth - (One / growth));
    }

    public static Ball<TDigits> Cosh(Ball<TDigits> x)
    {
        var growth = Exp(x);
        return Half(growth + (One / growth));
    }

    public static Ball<TDigits> Tanh(Ball<TDigits> x)
    {
        if (x.IsZero) return x;
        var decay = Exp(-Twice(Abs(x)));
        var value = (One - decay) / (One + decay);
        return x.mantissa.Sign < 0 ? -value : value;
    }

    public static Ball<TDigits> Sigmoid(Ball<TDigits> x)
    {
        if (x.mantissa.Sign >= 0) return One / (One + Exp(-x));
        var growth = Exp(x);
        return growth / (One + growth);
    }

    public static Ball<TDigits> Softplus(Ball<TDigits> x) => x.mantissa.Sign > 0 ? x + LogOnePlus(Exp(-x)) : LogOnePlus(Exp(x));

    /// <summary>A power with a whole exponent is exact products; else the base must be positive.</summary>
    public static Ball<TDigits> Pow(Ball<TDigits> x, Ball<TDigits> y)
    {
        if (x.isUnknown || y.isUnknown) return Unknown;
        if (y.IsExact && Elementary.IsWhole(y.Value) && Math.Abs(y.Value) < 1e12 && y.IsDouble) return WholePower(x, (long)y.Value);
        if (x.IsZero && y.ExcludesZero && y.mantissa.Sign > 0) return x;
        return Exp(y * Log(x));
    }

    private static Ball<TDigits> WholePower(Ball<TDigits> x, long power)
    {
        if (power < 0) return One / WholePower(x, -power);
        var result = One;
        for (; power > 0; power >>= 1)
        {
            if ((power & 1) == 1) result *= x;
            if (power > 1) x *= x;
        }

        return result;
    }

    private static Ball<TDigits> Twice(Ball<TDigits> x) => new(x.mantissa, x.radius, x.exponent + 1, x.isUnknown);

    /// <summary>ln(1 + x) for x from 0 on, with digits relative to itself.</summary>
    private static Ball<TDigits> LogOnePlus(Ball<TDigits> x)
    {
        if (x.isUnknown || x.IsZero) return x;
        if (Magnitude(x) > SmallMagnitude) return Log(One + x);
        // 2 artanh(x / (2 + x)); what is left after the last term is below 2^-(3/2) of the digits kept, relative to the first.
        var ratio = x / (Exact(2) + x);
        var square = ratio * ratio;
        var (sum, power) = (ratio, ratio);
        for (var n = 3; n <= Precision / DigitsOfTerm; n += 2)
        {
            power *= square;
            sum += power / Exact(n);
        }

        return Twice(sum).WithRadius(new(BigInteger.Abs(ratio.mantissa) + ratio.radius, 0, ratio.exponent - ((3 * Precision / 2) - 4)));
    }

    private static (Ball<TDigits> Sine, Ball<TDigits> Cosine) SineAndCosine(Ball<TDigits> x)
    {
        if (!(Math.Abs(x.Value) < 1e60)) return (Unknown, Unknown);
        var quarter = FixedPoint<TDigits>.LongPi >> 1;
        var units = Shifted(x.mantissa, x.exponent + FixedPoint<TDigits>.LongScale);
        var turns = BigInteger.Divide((2 * units) + (units.Sign * quarter), 2 * quarter);
        var (sine, cosine) = FixedPoint<TDigits>.SineAndCosine((units - (turns * quarter)) >> (FixedPoint<TDigits>.LongScale - Scale));
        var spread = BigInteger.Min(UnitsAbove(x), FixedPoint<TDigits>.One << 1) + (8 * FixedPoint<TDigits>.Error);
        (sine, cosine) = (int)(((turns % 4) + 4) % 4) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
        return (Make(sine, spread, -Scale), Make(cosine, spread, -Scale));
    }

    /// <summary>The middle in units of fixed point, rounded down.</summary>
    private static BigInteger ToUnits(Ball<TDigits> x) => Shifted(x.mantissa, x.exponent + Scale);

    /// <summary>The radius in units of fixed point, rounded up, and one more for the middle.</summary>
    private static BigInteger UnitsAbove(Ball<TDigits> x) => (x.radius.IsZero ? 0 : Shifted(x.radius, x.exponent + Scale) + 1) + 1;

    private static BigInteger Shifted(BigInteger number, long digits)
    {
        if (digits >= 0) return number << (int)Math.Min(digits, 10_000);
        return -digits > 10_000 ? (number.Sign < 0 ? BigInteger.MinusOne : BigInteger.Zero) : number >> (int)-digits;
    }

    /// <summary>The largest whole number whose square is not above the number, by Newton's method from above.</summary>
    private static BigInteger Root(BigInteger number)
    {
        if (number.IsZero) return number;
        var digits = Digits(number);
        var surplus = (int)Math.Max(0, (digits - 100) & ~1L);
        var start = (BigInteger)(Math.Sqrt((double)(number >> surplus)) * (1 + (1e-15))) + 1;
        var root = start << (surplus / 2);
        while (true)
        {
            var next = (root + (number / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }
}
