namespace Formulas.Analysis.Proof;

/// <summary>The powers of atoms that relations between them replace: cos^2 = 1 - sin^2, max(0, w)^2 = w max(0, w), 1[..]^2 = 1[..], and roots times themselves.</summary>
internal static class Reductions
{
    public static bool Needs(Monomial monomial)
    {
        foreach (var (atom, exponent) in monomial.Factors)
        {
            if (IsReducible(atom, exponent)) return true;
        }

        return false;
    }

    /// <param name="monomial">With powers that a relation replaces, or without.</param>
    public static Polynomial Of(Ratio coefficient, Monomial monomial)
    {
        foreach (var (atom, exponent) in monomial.Factors)
        {
            if (!IsReducible(atom, exponent)) continue;
            var whole = exponent.Floor;
            return atom switch
            {
                Atom.Cosine(var argument) => OneMinusSquare(argument).Times(coefficient, Rest(monomial, atom, exponent - 2)),
                Atom.Ramp(var argument) => argument.Numerator.Times(coefficient, Rest(monomial, atom, exponent - 1)),
                Atom.Radicand(var value) => value.Power(whole).Times(coefficient, Rest(monomial, atom, exponent - whole)),
                Atom.Prime(var prime) => Of(coefficient * ((Ratio)prime).Power(whole), Rest(monomial, atom, exponent - whole)),
                Atom.Indicator => Of(coefficient, Rest(monomial, atom, Ratio.One)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return Polynomial.Of(coefficient, monomial);
    }

    private static bool IsReducible(Atom atom, Ratio exponent) => atom switch
    {
        Atom.Cosine => exponent is { IsWhole: true, Numerator: >= 2 },
        Atom.Ramp(var argument) => exponent is { IsWhole: true, Numerator: >= 2 } && argument.IsPolynomial,
        Atom.Radicand or Atom.Prime => exponent.Numerator >= exponent.Denominator,
        Atom.Indicator => exponent is { IsWhole: true, Numerator: >= 2 },
        _ => false,
    };

    private static Polynomial OneMinusSquare(Form argument) =>
        Polynomial.One.Plus(Polynomial.Of(-1, Monomial.Of(new Atom.Sine(argument), 2)));

    private static Monomial Rest(Monomial monomial, Atom atom, Ratio exponent) => monomial.Without(atom).Times(Monomial.Of(atom, exponent));
}
