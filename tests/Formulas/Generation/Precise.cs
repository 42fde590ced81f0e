using System.Globalization;
using System.Numerics;
using Formulas.Numbers;

namespace Formulas.Tests.Generation;

/// <summary>
/// A real number in fixed point with 500 binary places, good to some 480: what the error bounds are held against.
/// A value that is no real number, or out of reach, is not known.
/// </summary>
internal readonly record struct Precise(BigInteger Units, bool Known) : IReal<Precise>
{
    private const int Places = 500;

    private static readonly BigInteger Scale = BigInteger.One << Places;
    private static readonly Precise Zero = Of(0);
    private static readonly Precise One = Of(1);
    private static readonly Precise Ln2 = Of(2) * AtanhOfInverse(3);
    private static readonly Precise CirclePi = (Of(16) * AtanOfInverse(5)) - (Of(4) * AtanOfInverse(239));

    public double Value => Known ? ToDouble() : double.NaN;

    public double Uncertainty => 0;

    public bool IsZero => Known && Units.IsZero;

    public static Precise Unknown => default;

    public static Precise Of(int number) => new(number * Scale, true);

    public static Precise Exact(double value) =>
        double.IsFinite(value) ? new(ScaleDown(value), true) : Unknown;

    public static Precise Rounded(double value) => value switch
    {
        Math.PI => CirclePi,
        Math.E => Exp(One),
        _ => Parse(value.ToString("R", CultureInfo.InvariantCulture)),
    };

    public static Precise Between(double low, double high) => low == high ? Exact(low) : Unknown;

    public static Precise operator +(Precise left, Precise right) => new(left.Units + right.Units, left.Known && right.Known);

    public static Precise operator -(Precise left, Precise right) => new(left.Units - right.Units, left.Known && right.Known);

    public static Precise operator -(Precise value) => value with { Units = -value.Units };

    public static Precise operator *(Precise left, Precise right) =>
        new((left.Units * right.Units) >> Places, left.Known && right.Known);

    public static Precise operator /(Precise left, Precise right) =>
        left.Known && right.Known && !right.Units.IsZero ? new((left.Units << Places) / right.Units, true) : Unknown;

    public static Precise Abs(Precise x) => x with { Units = BigInteger.Abs(x.Units) };

    public static Precise Sign(Precise x) => x.Known ? Of(x.Units.Sign) : x;

    public static Precise Step(Precise x) => x.Known ? Of(x.Units.Sign > 0 ? 1 : 0) : x;

    public static Precise Relu(Precise x) => x.Known ? new(BigInteger.Max(x.Units, 0), true) : x;

    public static Precise Max(Precise x, Precise y) => new(BigInteger.Max(x.Units, y.Units), x.Known && y.Known);

    public static Precise Min(Precise x, Precise y) => new(BigInteger.Min(x.Units, y.Units), x.Known && y.Known);

    public static Precise Sqrt(Precise x)
    {
        if (!x.Known || x.Units.Sign < 0) return Unknown;
        if (x.Units.IsZero) return x;
        var target = x.Units << Places;
        var root = BigInteger.One << (int)((target.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (target / root)) >> 1;
            if (next >= root) return new(root, true);
            root = next;
        }
    }

    public static Precise Exp(Precise x)
    {
        if (!x.Known || Math.Abs(x.Value) > 2000) return Unknown;
        var twos = (int)Math.Round(x.Value / Math.Log(2));
        var rest = new Precise((x.Units - (twos * Ln2.Units)) >> 8, true);
        var (sum, term) = (One, One);
        for (var k = 1; !term.Units.IsZero; k++)
        {
            term = new((term * rest).Units / k, true);
            sum += term;
        }

        for (var k = 0; k < 8; k++) sum *= sum;
        return new(twos >= 0 ? sum.Units << twos : sum.Units >> -twos, true);
    }

    public static Precise Log(Precise x)
    {
        if (!x.Known || x.Units.Sign <= 0) return Unknown;
        var twos = (int)x.Units.GetBitLength() - Places;
        var fraction = new Precise(twos >= 0 ? x.Units >> twos : x.Units << -twos, true);
        var guess = Exact(Math.Log(fraction.Value));
        for (var k = 0; k < 5; k++)
        {
            var power = Exp(guess);
            guess += Of(2) * (fraction - power) / (fraction + power);
        }

        return guess + new Precise(twos * Ln2.Units, true);
    }

    public static Precise Sin(Precise x)
    {
        if (!x.Known) return x;
        var turns = new BigInteger(Math.Round(x.Value / Math.PI));
        var rest = new Precise(x.Units - (turns * CirclePi.Units), true);
        var (sum, term) = (rest, rest);
        for (var k = 2; !term.Units.IsZero && term.Units != -1; k += 2)
        {
            term = new(-(term * rest * rest).Units / (k * (k + 1)), true);
            sum += term;
        }

        return turns.IsEven ? sum : -sum;
    }

    public static Precise Cos(Precise x) => x.IsZero ? One : Sin(x + (CirclePi / Of(2)));

    public static Precise Asin(Precise x)
    {
        if (!x.Known || BigInteger.Abs(x.Units) > Scale) return Unknown;
        if (BigInteger.Abs(x.Units) == Scale) return Of(x.Units.Sign) * CirclePi / Of(2);
        return Atan(x / Sqrt(One - (x * x)));
    }

    public static Precise Acos(Precise x) => (CirclePi / Of(2)) - Asin(x);

    public static Precise Atan(Precise x)
    {
        if (!x.Known) return x;
        var guess = Exact(Math.Atan(x.Value));
        for (var k = 0; k < 5; k++)
        {
            var (sin, cos) = (Sin(guess), Cos(guess));
            guess += ((x * cos) - sin) / (cos + (x * sin));
        }

        return guess;
    }

    public static Precise Sinh(Precise x) => (Exp(x) - Exp(-x)) / Of(2);

    public static Precise Cosh(Precise x) => (Exp(x) + Exp(-x)) / Of(2);

    public static Precise Tanh(Precise x) => Of(1) - (Of(2) / (Exp(Of(2) * x) + One));

    public static Precise Sigmoid(Precise x) => One / (One + Exp(-x));

    public static Precise Softplus(Precise x) => Log(One + Exp(x));

    public static Precise Pow(Precise x, Precise y)
    {
        if (!x.Known || !y.Known) return Unknown;
        if ((y.Units % Scale).IsZero)
        {
            var exponent = (int)BigInteger.Min(BigInteger.Abs(y.Units >> Places), 10_000);
            if (exponent * Math.Abs(Math.Log2(Math.Abs(x.Value) + 1)) > 3000) return Unknown;
            var power = One;
            for (var k = 0; k < exponent; k++) power *= x;
            return y.Units.Sign >= 0 ? power : One / power;
        }

        return x.IsZero && y.Units.Sign > 0 ? Zero : Exp(y * Log(x));
    }

    private static Precise AtanOfInverse(int number) => InverseSeries(number, alternating: true);

    private static Precise AtanhOfInverse(int number) => InverseSeries(number, alternating: false);

    private static Precise InverseSeries(int number, bool alternating)
    {
        var power = Scale / number;
        var sum = power;
        for (var k = 3; !power.IsZero; k += 2)
        {
            power /= number * number;
            sum += alternating && k % 4 == 3 ? -(power / k) : power / k;
        }

        return new(sum, true);
    }

    private static Precise Parse(string text)
    {
        var (digits, exponent) = text.Split('E') is [var before, var after]
            ? (before, int.Parse(after, CultureInfo.InvariantCulture))
            : (text, 0);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0) exponent -= digits.Length - point - 1;
        var number = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * Scale;
        var power = BigInteger.Pow(10, Math.Abs(exponent));
        return new(exponent >= 0 ? number * power : number / power, true);
    }

    private static BigInteger ScaleDown(double value)
    {
        if (value == 0) return 0;
        var exponent = Math.ILogB(value) - 52;
        var mantissa = new BigInteger(Math.ScaleB(value, -exponent));
        var shift = exponent + Places;
        return shift >= 0 ? mantissa << shift : mantissa >> -shift;
    }

    private double ToDouble()
    {
        var bits = (int)BigInteger.Abs(Units).GetBitLength();
        var drop = Math.Max(0, bits - 62);
        // By way of long, which rounds to nearest; a big integer would be cut off.
        return Math.ScaleB((long)(Units >> drop), drop - Places);
    }
}
