using System.Globalization;

namespace Formulas.Analysis.Proof;

/// <summary>An exact rational number in lowest terms, its denominator positive. One that does not fit 64 bits is not known, and neither is what is made of it.</summary>
internal readonly record struct Ratio
{
    /// <summary>Powers of ten beyond fit no 64 bits.</summary>
    private const int MostDigits = 18;

    private Ratio(long numerator, long denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    public static Ratio Zero => new(0, 1);

    public static Ratio One => new(1, 1);

    private static Ratio Unknown => default;

    public long Numerator { get; }

    /// <summary>0 where the number is not known.</summary>
    public long Denominator { get; }

    public bool IsKnown => Denominator != 0;

    public bool IsZero => Numerator == 0 && Denominator == 1;

    public bool IsOne => Numerator == 1 && Denominator == 1;

    public bool IsWhole => Denominator == 1;

    public bool IsOdd => Denominator == 1 && (Numerator & 1) == 1;

    public int Sign => Math.Sign(Numerator);

    public Ratio Magnitude => Numerator < 0 ? -this : this;

    /// <summary>The largest whole number that is not larger.</summary>
    public long Floor => Numerator >= 0 ? Numerator / Denominator : -((-Numerator + Denominator - 1) / Denominator);

    public static implicit operator Ratio(long whole) => new(whole, 1);

    public static Ratio operator +(Ratio a, Ratio b) => a.Denominator == 1 && b.Denominator == 1
        ? Reduced((Int128)a.Numerator + b.Numerator, 1)
        : Reduced(((Int128)a.Numerator * b.Denominator) + ((Int128)b.Numerator * a.Denominator), (Int128)a.Denominator * b.Denominator);

    public static Ratio operator -(Ratio a) => Reduced(-(Int128)a.Numerator, a.Denominator);

    public static Ratio operator -(Ratio a, Ratio b) => a + -b;

    public static Ratio operator *(Ratio a, Ratio b) => Reduced((Int128)a.Numerator * b.Numerator, (Int128)a.Denominator * b.Denominator);

    /// <summary>Not known where the divisor is 0.</summary>
    public static Ratio operator /(Ratio a, Ratio b) => Reduced((Int128)a.Numerator * b.Denominator, (Int128)a.Denominator * b.Numerator);

    public static bool operator <(Ratio a, Ratio b) => (a - b).Numerator < 0;

    public static bool operator >(Ratio a, Ratio b) => (a - b).Numerator > 0;

    /// <param name="exponent">Of either sign.</param>
    public Ratio Power(long exponent)
    {
        if (Math.Abs(exponent) > 64) return this == One ? One : Unknown;
        var result = One;
        for (var k = 0; k < Math.Abs(exponent); k++) result *= this;
        return exponent < 0 ? One / result : result;
    }

    /// <summary>The decimal as it is written; not known where it has too many digits.</summary>
    public static Ratio Of(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var digits = mark < 0 ? text.AsSpan() : text.AsSpan(0, mark);
        var power = 0;
        if (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power)) return Unknown;
        var (whole, isFraction, count) = (0L, false, 0);
        foreach (var digit in digits)
        {
            if (digit == '.' && !isFraction)
            {
                isFraction = true;
                continue;
            }

            if (!char.IsAsciiDigit(digit) || ++count > MostDigits) return Unknown;
            whole = (10 * whole) + (digit - '0');
            if (isFraction) power--;
        }

        if (count == 0 || Math.Abs((long)power) > MostDigits) return Unknown;
        return power < 0 ? new Ratio(whole, 1) / new Ratio(10, 1).Power(-power) : new Ratio(whole, 1) * new Ratio(10, 1).Power(power);
    }

    private static Ratio Reduced(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0) return Unknown;
        if (denominator < 0) (numerator, denominator) = (-numerator, -denominator);
        if (denominator != 1)
        {
            var (a, b) = (Int128.Abs(numerator), denominator);
            if (a <= long.MaxValue && b <= long.MaxValue)
            {
                var common = Common((long)a, (long)b);
                (numerator, denominator) = (numerator / common, denominator / common);
            }
            else
            {
                while (b != 0) (a, b) = (b, a % b);
                (numerator, denominator) = (numerator / a, denominator / a);
            }
        }

        return numerator < -long.MaxValue || numerator > long.MaxValue || denominator > long.MaxValue ? Unknown : new((long)numerator, (long)denominator);
    }

    private static long Common(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
