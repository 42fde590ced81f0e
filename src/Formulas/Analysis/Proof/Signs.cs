namespace Formulas.Analysis.Proof;

/// <summary>A form taken apart by what is known of the signs of its factors.</summary>
/// <param name="Magnitude">Of its number.</param>
/// <param name="IsNegative">Whether the number is below 0.</param>
/// <param name="Positive">Atoms that are above 0.</param>
/// <param name="PositiveUnits">Sums that are.</param>
/// <param name="Single">Where one atom or sum to an odd power is all the rest: that, with the number's sign, and its power.</param>
/// <param name="Rest">The product of everything else, with the number's sign.</param>
internal sealed record Signs(
    Ratio Magnitude, bool IsNegative, List<(Atom Atom, Ratio Exponent)> Positive, List<(Polynomial Unit, Ratio Exponent)> PositiveUnits, (Form Form, Ratio Exponent)? Single, Form Rest)
{
    /// <summary>Certainly not below 0.</summary>
    public bool IsNotNegative { get; private init; }

    /// <summary>Whether nothing is left whose sign is not known.</summary>
    public bool IsDecided => Rest.Number is not null;

    public static Signs Of(Form form)
    {
        var (coefficient, monomial, unit) = Content.Of(form.Numerator);
        var (positive, units, open) = (new List<(Atom, Ratio)>(), new List<(Polynomial, Ratio)>(), new List<(Form Form, Ratio Exponent)>());
        foreach (var (atom, exponent) in monomial.Factors)
        {
            if (atom.IsPositive) positive.Add((atom, exponent));
            else open.Add((Form.Of(atom), exponent));
        }

        if (!unit.IsOne) Add(unit, 1);
        foreach (var (factor, power) in form.Below) Add(factor, -power);
        var isNegative = coefficient.Sign < 0;
        Ratio sign = isNegative ? -1 : 1;
        var single = open.Count == 1 && (open[0].Exponent.IsOdd || (!open[0].Exponent.IsWhole && !isNegative)) ? (open[0].Form.Times(sign), open[0].Exponent) : ((Form, Ratio)?)null;
        return new(coefficient.Magnitude, isNegative, positive, units, single, Product(open).Times(sign))
        {
            IsNotNegative = !isNegative && open.TrueForAll(factor => factor.Exponent is { IsWhole: true, IsOdd: false }),
        };

        void Add(Polynomial sum, int power)
        {
            if (sum.IsPositive) units.Add((sum, power));
            else open.Add((Form.Of(sum), power));
        }
    }

    private static Form Product(List<(Form Form, Ratio Exponent)> factors)
    {
        var product = Form.One;
        foreach (var (form, exponent) in factors)
        {
            if (form.Numerator.Terms is [var (_, monomial)]) product = product.Times(Form.Of(Ratio.One, monomial.Power(exponent)));
            else if (exponent.Sign > 0) product = product.Times(form.Power(exponent.Numerator));
            else product = product.Times(form.Inverse().Power(-exponent.Numerator));
        }

        return product;
    }
}
