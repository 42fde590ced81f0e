namespace Formulas.Analysis.Proof;

/// <summary>
/// A quotient of polynomials in atoms. Below stand sums only, as powers of units (see <see cref="Proof.Content"/>); single atoms that are divided by have
/// negative powers above. One function may have several forms, but forms whose difference is zero are one function.
/// </summary>
internal sealed class Form : IEquatable<Form>
{
    private readonly (Polynomial Unit, int Power)[] below;

    private Form(Polynomial numerator, (Polynomial Unit, int Power)[] below)
    {
        Numerator = numerator;
        this.below = numerator.IsZero ? [] : below;
        Key = numerator.Key;
        foreach (var (unit, power) in this.below) Key += Code.With(unit.Key, (ulong)power);
        Key = Code.With(Key, 0);
    }

    public static Form Zero { get; } = Of(Polynomial.Zero);

    public static Form One { get; } = Of(Polynomial.One);

    public static Form Unknown { get; } = Of(Polynomial.Unknown);

    public ulong Key { get; }

    public Polynomial Numerator { get; }

    /// <summary>The units that are divided by, and how often; sorted by key.</summary>
    public ReadOnlySpan<(Polynomial Unit, int Power)> Below => below;

    public bool IsKnown => Numerator.IsKnown;

    public bool IsPolynomial => below.Length == 0;

    /// <summary>Whether nothing is left once what stands above is brought to powers that can be reduced.</summary>
    public bool IsZero => IsKnown && (Numerator.IsZero || Content.Of(Numerator).Unit.IsZero);

    /// <summary>A number; null where names stand in it.</summary>
    public Ratio? Number => IsPolynomial ? Numerator.Number : null;

    /// <summary>Certainly above 0 wherever it has a value.</summary>
    public bool IsPositive => Numerator.IsPositive && Array.TrueForAll(below, factor => factor.Unit.IsPositive);

    public static Form Of(Polynomial numerator) => new(numerator, []);

    public static Form Of(Atom atom) => Of(Polynomial.Of(atom));

    public static Form Of(Ratio number) => Of(Polynomial.Of(number, Monomial.One));

    public static Form Of(Ratio coefficient, Monomial monomial) => Of(Polynomial.Of(coefficient, monomial));

    /// <summary>Something else over the same units.</summary>
    public Form Over(Polynomial numerator) => new(numerator, below);

    public Form Plus(Form other)
    {
        if (IsPolynomial && other.IsPolynomial) return Of(Numerator.Plus(other.Numerator));
        var common = Joined(below, other.below, Math.Max);
        return new(Raised(common).Plus(other.Raised(common)), common);
    }

    public Form Minus(Form other) => Plus(other.Times(-1));

    public Form Times(Ratio number) => new(Numerator.Times(number, Monomial.One), below);

    public Form Times(Form other)
    {
        var numerator = Numerator.Times(other.Numerator);
        return below.Length == 0 && other.below.Length == 0 ? Of(numerator) : new Form(numerator, Joined(below, other.below, (a, b) => a + b)).Cancelled();
    }

    /// <param name="exponent">0 or more.</param>
    public Form Power(long exponent)
    {
        var power = One;
        for (var k = 0L; k < exponent && power.IsKnown; k++) power = power.Times(this);
        return power;
    }

    /// <summary>1 over it; not known for 0 and for what is no scalar.</summary>
    public Form Inverse()
    {
        if (!IsKnown || Numerator.IsZero) return Unknown;
        var (coefficient, monomial, unit) = Content.Of(Numerator);
        if (unit.IsZero || !unit.IsKnown) return Unknown;
        var result = unit.IsOne ? One
            : Angles.CosineOf(unit) is var (cosine, sign) ? Of(sign, Monomial.Of(cosine, -2))
            : new(Polynomial.One, [(unit, 1)]);
        foreach (var (atom, exponent) in monomial.Factors)
        {
            if (!atom.IsScalar) return Unknown;
            result = result.Times(Roots.Raised(atom, -exponent));
        }

        foreach (var (factor, power) in below) result = result.Times(Of(factor.Power(power)));
        return result.Times(Ratio.One / coefficient);
    }

    public bool Equals(Form? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || Key != other.Key || below.Length != other.below.Length || !Numerator.Equals(other.Numerator)) return false;
        for (var k = 0; k < below.Length; k++)
        {
            if (below[k].Power != other.below[k].Power || !below[k].Unit.Equals(other.below[k].Unit)) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Form);

    public override int GetHashCode() => (int)Key;

    /// <summary>Without units that stand above and below as they are.</summary>
    private Form Cancelled()
    {
        if (!IsKnown || below.Length == 0 || Numerator.Terms.Length < 2) return this;
        var (coefficient, monomial, unit) = Content.Of(Numerator);
        for (var k = 0; k < below.Length; k++)
        {
            if (!below[k].Unit.Equals(unit)) continue;
            var rest = Polynomial.One.Times(coefficient, monomial);
            return new(rest, below[k].Power == 1 ? [.. below[..k], .. below[(k + 1)..]] : [.. below[..k], (unit, below[k].Power - 1), .. below[(k + 1)..]]);
        }

        return this;
    }

    /// <summary>The numerator over more units than there are.</summary>
    private Polynomial Raised((Polynomial Unit, int Power)[] common)
    {
        var numerator = Numerator;
        foreach (var (unit, power) in common)
        {
            var own = Array.Find(below, factor => factor.Unit.Equals(unit)).Power;
            if (power > own) numerator = numerator.Times(unit.Power(power - own));
        }

        return numerator;
    }

    private static (Polynomial Unit, int Power)[] Joined((Polynomial Unit, int Power)[] left, (Polynomial Unit, int Power)[] right, Func<int, int, int> join)
    {
        if (right.Length == 0) return left;
        if (left.Length == 0) return right;
        var joined = new List<(Polynomial Unit, int Power)>(left);
        foreach (var (unit, power) in right)
        {
            var at = joined.FindIndex(factor => factor.Unit.Equals(unit));
            if (at < 0) joined.Add((unit, power));
            else joined[at] = (unit, join(joined[at].Power, power));
        }

        joined.Sort(static (a, b) => a.Unit.Key.CompareTo(b.Unit.Key));
        return [.. joined];
    }
}
