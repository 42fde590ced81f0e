namespace Formulas.Analysis.Proof;

/// <summary>The natural logarithm of a product: the sum of those of its factors, as far as each is above 0 itself.</summary>
internal static class Logarithms
{
    /// <param name="form">Above 0 where its logarithm is taken.</param>
    public static Form Of(Form form)
    {
        if (!form.IsKnown || form.Numerator.IsZero) return Form.Unknown;
        var parts = Signs.Of(form);
        var sum = OfNumber(parts.Magnitude);
        foreach (var (atom, exponent) in parts.Positive) sum = sum.Plus(Of(atom).Times(exponent));
        foreach (var (unit, exponent) in parts.PositiveUnits) sum = sum.Plus(Whole(Form.Of(unit)).Times(exponent));
        if (parts.IsDecided) return parts.IsNegative ? Form.Unknown : sum;
        if (parts.Single is var (single, power)) return sum.Plus(Of(single, power));
        var inverse = parts.Rest.Inverse();
        return sum.Plus(inverse.IsKnown && inverse.Key < parts.Rest.Key ? Whole(inverse).Times(-1) : Whole(parts.Rest));
    }

    private static Form Of(Form single, Ratio power) => single.Numerator.Terms is [({ IsOne: true }, var monomial)] && monomial.Factors is [(Atom.Radicand, _)]
        ? Of(monomial.Factors[0].Atom).Times(power)
        : Whole(single).Times(power);

    private static Form Of(Atom atom) => atom switch
    {
        Atom.Exponential(var argument) => argument,
        Atom.Prime(var prime) => OfNumber(prime),
        Atom.Radicand(var value) => Of(Form.Of(value)),
        _ => Whole(Form.Of(atom)),
    };

    private static Form Whole(Form argument) => Form.Of(new Atom.Logarithm(argument));

    private static Form OfNumber(Ratio number)
    {
        var sum = Form.Zero;
        foreach (var (prime, count) in Roots.Primes(number.Numerator)) sum = sum.Plus(Whole(Form.Of(prime)).Times(count));
        foreach (var (prime, count) in Roots.Primes(number.Denominator)) sum = sum.Plus(Whole(Form.Of(prime)).Times(-count));
        return sum;
    }
}
