namespace Formulas.Analysis.Proof;

/// <summary>Powers that are not whole. Atoms below 0 somewhere have none there, and what is said here holds where there is one.</summary>
internal static class Roots
{
    /// <summary>Numbers are taken apart into primes up to here.</summary>
    private const long LargestPrime = 1000;

    /// <summary>A power of one atom, brought to the exponents that its kind allows.</summary>
    public static Form Raised(Atom atom, Ratio exponent) => atom switch
    {
        Atom.Radicand(var value) => Raised(value, exponent),
        Atom.Prime(var prime) => Form.Of(((Ratio)prime).Power(exponent.Floor), Monomial.Of(atom, exponent - exponent.Floor)),
        _ => Form.Of(Reductions.Of(Ratio.One, Monomial.Of(atom, exponent))),
    };

    /// <param name="form">Of a number, atoms and units: not below 0 where the power is taken.</param>
    /// <param name="exponent">Not whole.</param>
    public static Form Of(Form form, Ratio exponent)
    {
        if (!form.IsKnown) return form;
        if (form.Numerator.IsZero) return exponent.Sign > 0 ? form : Form.Unknown;
        var parts = Signs.Of(form);
        var power = OfNumber(parts.Magnitude, exponent);
        foreach (var (atom, of) in parts.Positive) power = power.Times(Raised(atom, of * exponent));
        foreach (var (unit, of) in parts.PositiveUnits) power = power.Times(Raised(unit, of * exponent));
        return power.Times(OfRest(parts, exponent));
    }

    /// <summary>What may be of either sign: a single atom or unit to an odd power is above 0 itself, everything else is kept together.</summary>
    private static Form OfRest(Signs parts, Ratio exponent)
    {
        if (parts.IsDecided) return parts.IsNegative ? Form.Unknown : Form.One;
        if (parts.Single is not var (single, of)) return parts.Rest is { IsPolynomial: true, Numerator: var rest } ? Raised(rest, exponent) : Form.Unknown;
        return single.Numerator.Terms is [var (_, monomial)] && monomial.Factors is [var (atom, _)] && !parts.IsNegative
            ? Raised(atom, of * exponent)
            : Raised(single.Numerator, of * exponent);
    }

    /// <summary>A power of a sum: whole ones multiplied out or divided by, the rest as a root.</summary>
    private static Form Raised(Polynomial value, Ratio exponent)
    {
        if (!exponent.IsKnown) return Form.Unknown;
        var whole = exponent.Floor;
        var root = exponent - whole;
        var result = root.IsZero ? Form.One : Form.Of(Ratio.One, Monomial.Of(new Atom.Radicand(value), root));
        var power = Form.Of(value);
        return result.Times(whole < 0 ? power.Inverse().Power(-whole) : power.Power(whole));
    }

    /// <param name="number">Above 0.</param>
    private static Form OfNumber(Ratio number, Ratio exponent)
    {
        var power = Form.One;
        foreach (var (prime, count) in Primes(number.Numerator)) power = power.Times(Raised(new Atom.Prime(prime), exponent * count));
        foreach (var (prime, count) in Primes(number.Denominator)) power = power.Times(Raised(new Atom.Prime(prime), -exponent * count));
        return power;
    }

    /// <summary>The last factor may be a product of large primes.</summary>
    public static IEnumerable<(long Prime, int Count)> Primes(long number)
    {
        for (var prime = 2L; prime <= LargestPrime && prime * prime <= number; prime++)
        {
            var count = 0;
            for (; number % prime == 0; number /= prime) count++;
            if (count > 0) yield return (prime, count);
        }

        if (number > 1) yield return (number, 1);
    }
}
