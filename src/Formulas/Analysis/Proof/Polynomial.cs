namespace Formulas.Analysis.Proof;

/// <summary>A sum of terms, sorted by the keys of their monomials; no two of one monomial, none of coefficient 0. Powers of atoms may be negative.</summary>
internal sealed class Polynomial : IEquatable<Polynomial>
{
    /// <summary>Larger ones are not followed: values at points decide faster.</summary>
    public const int MostTerms = 64;

    private readonly (Ratio Coefficient, Monomial Monomial)[] terms;

    private Polynomial((Ratio Coefficient, Monomial Monomial)[] terms)
    {
        this.terms = terms;
        foreach (var (coefficient, monomial) in terms) Key += Code.With(monomial.Key, Code.Of(coefficient));
    }

    public static Polynomial Zero { get; } = new([]);

    public static Polynomial One { get; } = new([(Ratio.One, Monomial.One)]);

    /// <summary>What grew too large; so does everything made of it.</summary>
    public static Polynomial Unknown { get; } = new([(default, Monomial.One)]);

    public ulong Key { get; }

    public ReadOnlySpan<(Ratio Coefficient, Monomial Monomial)> Terms => terms;

    public bool IsKnown => !ReferenceEquals(this, Unknown);

    public bool IsZero => terms.Length == 0;

    public bool IsOne => terms.Length == 1 && terms[0].Coefficient.IsOne && terms[0].Monomial.IsOne;

    /// <summary>A number; null where names stand in it.</summary>
    public Ratio? Number => !IsKnown ? null : terms.Length == 0 ? Ratio.Zero : terms.Length == 1 && terms[0].Monomial.IsOne ? terms[0].Coefficient : null;

    /// <summary>Certainly above 0: of positive terms, one at least of positive atoms alone.</summary>
    public bool IsPositive => IsKnown && Array.Exists(terms, term => term.Monomial.IsPositive)
        && Array.TrueForAll(terms, term => term.Coefficient.Sign > 0 && term.Monomial.IsNotNegative);

    public static Polynomial Of(Ratio coefficient, Monomial monomial) =>
        !coefficient.IsKnown ? Unknown : coefficient.IsZero ? Zero : new([(coefficient, monomial)]);

    public static Polynomial Of(Atom atom) => Of(Ratio.One, Monomial.Of(atom, Ratio.One));

    public Polynomial Plus(Polynomial other)
    {
        if (!IsKnown || !other.IsKnown) return Unknown;
        if (IsZero) return other;
        if (other.IsZero) return this;
        var sum = new (Ratio, Monomial)[terms.Length + other.terms.Length];
        var (count, left, right) = (0, 0, 0);
        while (left < terms.Length && right < other.terms.Length)
        {
            var (a, b) = (terms[left], other.terms[right]);
            if (a.Monomial.Key == b.Monomial.Key && a.Monomial.Equals(b.Monomial))
            {
                var coefficient = a.Coefficient + b.Coefficient;
                if (!coefficient.IsKnown) return Unknown;
                if (!coefficient.IsZero) sum[count++] = (coefficient, a.Monomial);
                (left, right) = (left + 1, right + 1);
            }
            else if (a.Monomial.Key <= b.Monomial.Key)
            {
                sum[count++] = a;
                left++;
            }
            else
            {
                sum[count++] = b;
                right++;
            }
        }

        while (left < terms.Length) sum[count++] = terms[left++];
        while (right < other.terms.Length) sum[count++] = other.terms[right++];
        if (count > MostTerms) return Unknown;
        return count == 0 ? Zero : new(count == sum.Length ? sum : sum[..count]);
    }

    public Polynomial Times(Polynomial other)
    {
        if (!IsKnown || !other.IsKnown) return Unknown;
        if (IsOne) return other;
        if (other.IsOne) return this;
        var product = Zero;
        foreach (var (coefficient, monomial) in other.terms)
        {
            product = product.Plus(Times(coefficient, monomial));
            if (!product.IsKnown) return Unknown;
        }

        return product;
    }

    public Polynomial Times(Ratio coefficient, Monomial monomial)
    {
        if (!IsKnown || !coefficient.IsKnown) return Unknown;
        if (coefficient.IsZero) return Zero;
        var product = new (Ratio Coefficient, Monomial Monomial)[terms.Length];
        for (var k = 0; k < product.Length; k++)
        {
            product[k] = (terms[k].Coefficient * coefficient, terms[k].Monomial.Times(monomial));
            if (!product[k].Coefficient.IsKnown) return Unknown;
        }

        if (monomial.IsOne) return new(product);
        if (Array.Exists(product, term => Reductions.Needs(term.Monomial))) return Sum(Array.ConvertAll(product, term => Reductions.Of(term.Coefficient, term.Monomial)));
        Array.Sort(product, static (left, right) => left.Monomial.Key.CompareTo(right.Monomial.Key));
        return new(product);
    }

    /// <param name="exponent">0 or more.</param>
    public Polynomial Power(long exponent)
    {
        var power = One;
        for (var k = 0L; k < exponent && power.IsKnown; k++) power = power.Times(this);
        return power;
    }

    public static Polynomial Sum(ReadOnlySpan<Polynomial> parts)
    {
        var sum = Zero;
        foreach (var part in parts) sum = sum.Plus(part);
        return sum;
    }

    public bool Equals(Polynomial? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || Key != other.Key || terms.Length != other.terms.Length) return false;
        for (var k = 0; k < terms.Length; k++)
        {
            if (terms[k].Coefficient != other.terms[k].Coefficient || !terms[k].Monomial.Equals(other.terms[k].Monomial)) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Polynomial);

    public override int GetHashCode() => (int)Key;
}
