using System.Numerics;

namespace Formulas.Numbers;

/// <summary>
/// Elementary functions of fixed-point numbers, integers in units of 2^-(digits + 64), by Taylor series after a reduction of the argument.
/// Every result is within <see cref="Error"/> units of the true value.
/// </summary>
/// <typeparam name="TDigits">How many digits results keep.</typeparam>
internal static class FixedPoint<TDigits>
    where TDigits : IDigits
{
    /// <summary>Binary digits after the point: 64 more than results keep.</summary>
    public static int Scale => TDigits.Count + 64;

    /// <summary>
    /// Fewer than 280 terms for 4096 digits are each cut by less than 2 units. The squarings of the exponential take an error 2^8 e = 696 times;
    /// the doublings of an angle, of which there are 174 terms, take it 4^5 times and add 2 units each: both stay below 400,000 units.
    /// </summary>
    public const int Error = 1 << 20;

    /// <summary>Digits after the point of the constants, so that large arguments can be reduced.</summary>
    public static int LongScale => Scale + 256;

    private const int Halvings = 8;

    private const int Doublings = 5;

    public static BigInteger One { get; } = BigInteger.One << Scale;

    /// <summary>By Machin's formula, in units of 2^-LongScale.</summary>
    public static BigInteger LongPi { get; } = MachinPi();

    /// <summary>ln 2 = 2 artanh(1/3), in units of 2^-LongScale.</summary>
    public static BigInteger LongLn2 { get; } = LongLogOfTwo();

    /// <summary>e^x for |x| at most 1.</summary>
    public static BigInteger Exp(BigInteger x)
    {
        // Terms by their size: a negative number that is shifted away stays at -1.
        var size = BigInteger.Abs(x) >> Halvings;
        var (term, sum) = (One, One);
        for (var n = 1; !term.IsZero && n < Scale; n++)
        {
            term = (term * size >> Scale) / n;
            sum = x.Sign < 0 && int.IsOddInteger(n) ? sum - term : sum + term;
        }

        for (var k = 0; k < Halvings; k++) sum = sum * sum >> Scale;
        return sum;
    }

    /// <summary>ln x for x from 1 to 2. One step from the logarithm in doubles: ln x = y + 2 artanh(d / (2 + d)), d = x e^-y - 1.</summary>
    public static BigInteger Log(BigInteger x)
    {
        var start = FromDouble(Math.Log(ToDouble(x)));
        var rest = (x * Exp(-start) >> Scale) - One;
        return start + (2 * InverseTangent((rest << Scale) / ((One << 1) + rest), alternating: false));
    }

    /// <summary>Sine and cosine for |x| at most 1: those of x / 2^5, by the series, and then of angles twice as large.</summary>
    public static (BigInteger Sine, BigInteger Cosine) SineAndCosine(BigInteger x)
    {
        var size = BigInteger.Abs(x) >> Doublings;
        var square = size * size >> Scale;
        var (sine, sineTerm) = (size, size);
        var (cosine, cosineTerm) = (One, One);
        for (var n = 1; n < Scale && !cosineTerm.IsZero; n++)
        {
            cosineTerm = (cosineTerm * square >> Scale) / ((2 * n) * ((2 * n) - 1));
            sineTerm = (sineTerm * square >> Scale) / ((2 * n) * ((2 * n) + 1));
            cosine = int.IsOddInteger(n) ? cosine - cosineTerm : cosine + cosineTerm;
            sine = int.IsOddInteger(n) ? sine - sineTerm : sine + sineTerm;
        }

        for (var k = 0; k < Doublings; k++) (sine, cosine) = (sine * cosine >> (Scale - 1), (cosine * cosine >> (Scale - 1)) - One);
        return (x.Sign < 0 ? -sine : sine, cosine);
    }

    /// <summary>The arctangent for |x| at most 1, by one step from the arctangent in doubles.</summary>
    public static BigInteger Arctangent(BigInteger x)
    {
        var start = FromDouble(Math.Atan(ToDouble(x)));
        var (sine, cosine) = SineAndCosine(start);
        var rest = (((x * cosine) - (sine << Scale)) / (cosine + (x * sine >> Scale)));
        return start + InverseTangent(rest, alternating: true);
    }

    /// <summary>artanh x, or arctan x where the signs alternate, for small |x|.</summary>
    public static BigInteger InverseTangent(BigInteger x, bool alternating)
    {
        var size = BigInteger.Abs(x);
        var square = size * size >> Scale;
        var (sum, power) = (size, size);
        for (var n = 3; !power.IsZero && n < Scale; n += 2)
        {
            power = power * square >> Scale;
            sum = alternating && n % 4 == 3 ? sum - (power / n) : sum + (power / n);
        }

        return x.Sign < 0 ? -sum : sum;
    }

    private static BigInteger FromDouble(double x) => (BigInteger)Math.ScaleB(x, 120) << (Scale - 120);

    private static double ToDouble(BigInteger x) => Math.ScaleB((double)(x >> (Scale - 120)), -120);

    private static BigInteger MachinPi()
    {
        const int Guard = 16;
        var unit = BigInteger.One << (LongScale + Guard);
        return ((16 * Reciprocal(unit, 5, -1)) - (4 * Reciprocal(unit, 239, -1))) >> Guard;
    }

    private static BigInteger LongLogOfTwo()
    {
        const int Guard = 16;
        return (2 * Reciprocal(BigInteger.One << (LongScale + Guard), 3, 1)) >> Guard;
    }

    /// <summary>arctan(1/x) for the sign -1, artanh(1/x) for the sign 1.</summary>
    private static BigInteger Reciprocal(BigInteger unit, int x, int sign)
    {
        var power = unit / x;
        var sum = power;
        for (var n = 3; !power.IsZero; n += 2)
        {
            power = sign * power / (x * x);
            sum += power / n;
        }

        return sum;
    }
}
