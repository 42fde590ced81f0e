namespace Formulas.Analysis.Proof;

/// <summary>A product of atoms to rational powers other than 0, sorted by key.</summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    private readonly (Atom Atom, Ratio Exponent)[] factors;

    private Monomial((Atom Atom, Ratio Exponent)[] factors)
    {
        this.factors = factors;
        foreach (var (atom, exponent) in factors) Key += KeyOf(atom, exponent);
    }

    public static Monomial One { get; } = new([]);

    public ulong Key { get; }

    public ReadOnlySpan<(Atom Atom, Ratio Exponent)> Factors => factors;

    public bool IsOne => factors.Length == 0;

    /// <summary>Certainly above 0.</summary>
    public bool IsPositive => Array.TrueForAll(factors, factor => factor.Atom.IsPositive);

    /// <summary>Certainly not below 0.</summary>
    public bool IsNotNegative => Array.TrueForAll(factors, factor => factor.Atom.IsPositive || factor.Exponent is { IsWhole: true, IsOdd: false });

    public static Monomial Of(Atom atom, Ratio exponent) => exponent.IsZero ? One : new([(atom, exponent)]);

    public static Monomial Of(IEnumerable<(Atom Atom, Ratio Exponent)> factors)
    {
        var product = One;
        foreach (var (atom, exponent) in factors) product = product.Times(Of(atom, exponent));
        return product;
    }

    public Ratio ExponentOf(Atom atom)
    {
        foreach (var (known, exponent) in factors)
        {
            if (known.Equals(atom)) return exponent;
        }

        return Ratio.Zero;
    }

    public Monomial Times(Monomial other)
    {
        if (IsOne) return other;
        if (other.IsOne) return this;
        var product = new (Atom, Ratio)[factors.Length + other.factors.Length];
        var (count, left, right) = (0, 0, 0);
        while (left < factors.Length && right < other.factors.Length)
        {
            var (a, b) = (factors[left], other.factors[right]);
            if (a.Atom.Key == b.Atom.Key && a.Atom.Equals(b.Atom))
            {
                if (a.Exponent + b.Exponent is var sum && !sum.IsZero) product[count++] = (a.Atom, sum);
                (left, right) = (left + 1, right + 1);
            }
            else if (a.Atom.Key <= b.Atom.Key)
            {
                product[count++] = a;
                left++;
            }
            else
            {
                product[count++] = b;
                right++;
            }
        }

        while (left < factors.Length) product[count++] = factors[left++];
        while (right < other.factors.Length) product[count++] = other.factors[right++];
        return count == 0 ? One : new(count == product.Length ? product : product[..count]);
    }

    public Monomial Power(Ratio exponent) => IsOne || exponent.IsOne ? this
        : exponent.IsZero ? One
        : new(Array.ConvertAll(factors, factor => (factor.Atom, factor.Exponent * exponent)));

    public Monomial Without(Atom atom) => new(Array.FindAll(factors, factor => !factor.Atom.Equals(atom)));

    public bool Equals(Monomial? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || Key != other.Key || factors.Length != other.factors.Length) return false;
        for (var k = 0; k < factors.Length; k++)
        {
            if (factors[k].Exponent != other.factors[k].Exponent || !factors[k].Atom.Equals(other.factors[k].Atom)) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode() => (int)Key;

    private static ulong KeyOf(Atom atom, Ratio exponent) => Code.With(atom.Key, Code.Of(exponent));
}
