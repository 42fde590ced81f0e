namespace Formulas.Analysis.Proof;

/// <summary>e to the power of a sum: the product of what each of its terms gives, e to the power of a logarithm among them.</summary>
internal static class Exponentials
{
    public static Form Of(Form exponent)
    {
        if (!exponent.IsKnown) return exponent;
        var power = Form.One;
        foreach (var (coefficient, monomial) in exponent.Numerator.Terms)
        {
            var term = exponent.Over(Polynomial.Of(Ratio.One, monomial));
            power = power.Times(term.IsPolynomial && monomial.Factors is [(Atom.Logarithm(var argument), { IsOne: true })]
                ? OfLogarithm(argument, coefficient)
                : Form.Of(Ratio.One, Monomial.Of(new Atom.Exponential(term), coefficient)));
        }

        return power;
    }

    /// <param name="argument">Above 0 wherever its logarithm has a value.</param>
    private static Form OfLogarithm(Form argument, Ratio times)
    {
        if (!times.IsWhole) return Roots.Of(argument, times);
        return Math.Abs(times.Numerator) > 16 ? Form.Unknown
            : times.Sign < 0 ? argument.Inverse().Power(-times.Numerator)
            : argument.Power(times.Numerator);
    }
}
