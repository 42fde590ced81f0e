namespace Formulas.Analysis.Proof;

/// <summary>A polynomial as a number times powers of atoms times a sum that no atom divides, whose first coefficient is 1.</summary>
internal readonly record struct Content(Ratio Coefficient, Monomial Monomial, Polynomial Unit)
{
    public static Content Of(Polynomial polynomial)
    {
        var terms = polynomial.Terms;
        if (!polynomial.IsKnown || terms.Length == 0) return new(Ratio.One, Monomial.One, polynomial);
        if (terms.Length == 1) return new(terms[0].Coefficient, terms[0].Monomial, Polynomial.One);
        var common = Common(terms);
        var rest = common.IsOne ? polynomial : polynomial.Times(Ratio.One, common.Power(-1));
        if (!rest.IsKnown || rest.IsZero) return new(Ratio.One, common, rest);
        var first = rest.Terms[0].Coefficient;
        return new(first, common, first.IsOne ? rest : rest.Times(Ratio.One / first, Monomial.One));
    }

    /// <summary>Each scalar atom to its least power.</summary>
    private static Monomial Common(ReadOnlySpan<(Ratio Coefficient, Monomial Monomial)> terms)
    {
        List<(Atom Atom, Ratio Exponent)>? common = null;
        for (var k = 0; k < terms.Length; k++)
        {
            foreach (var (atom, exponent) in terms[k].Monomial.Factors)
            {
                if (!atom.IsScalar || (k > 0 && !(exponent < Ratio.Zero)) || common?.Exists(known => known.Atom.Equals(atom)) == true) continue;
                var least = Least(terms, atom);
                if (!least.IsZero) (common ??= []).Add((atom, least));
            }
        }

        return common is null ? Monomial.One : Monomial.Of(common);
    }

    private static Ratio Least(ReadOnlySpan<(Ratio Coefficient, Monomial Monomial)> terms, Atom atom)
    {
        var least = terms[0].Monomial.ExponentOf(atom);
        foreach (var (_, monomial) in terms[1..])
        {
            if (monomial.ExponentOf(atom) is var exponent && exponent < least) least = exponent;
        }

        return least;
    }
}
