using Formulas.Expressions;

namespace Formulas.Analysis.Proof;

/// <summary>Sine and cosine of sums and of whole multiples, by the addition theorems.</summary>
internal static class Angles
{
    /// <summary>The number; a symbol may go by its name.</summary>
    public static readonly Atom Pi = new Atom.Name("the number pi", true, Shape.Scalar);

    private const int MostTerms = 3;

    private const int LargestMultiple = 4;

    public static (Form Sine, Form Cosine) Of(Form angle)
    {
        if (!angle.IsKnown) return (angle, angle);
        if (!angle.IsPolynomial || angle.Numerator.Terms.Length > MostTerms) return OfWhole(angle);
        var (sine, cosine) = (Form.Zero, Form.One);
        foreach (var (coefficient, monomial) in angle.Numerator.Terms) (sine, cosine) = Added((sine, cosine), OfTerm(coefficient, monomial));
        return (sine, cosine);
    }

    /// <summary>The cosine of which a sum is the square, 1 - sin^2, up to the sign; null where it is none.</summary>
    public static (Atom Cosine, Ratio Sign)? CosineOf(Polynomial unit)
    {
        if (unit.Terms.Length != 2) return null;
        foreach (var (coefficient, monomial) in unit.Terms)
        {
            if (monomial.Factors is [(Atom.Sine(var argument), { IsWhole: true, Numerator: 2 })] && unit.Equals(Polynomial.Of(coefficient, monomial).Plus(Polynomial.Of(-coefficient, Monomial.One))))
                return (new Atom.Cosine(argument), -coefficient);
        }

        return null;
    }

    private static (Form Sine, Form Cosine) OfTerm(Ratio coefficient, Monomial monomial)
    {
        if (!coefficient.IsWhole || coefficient.Magnitude.Numerator > LargestMultiple) return OfWhole(Form.Of(coefficient, monomial));
        if (monomial.Factors is [(var atom, { IsOne: true })] && atom.Equals(Pi)) return (Form.Zero, Form.Of(coefficient.IsOdd ? -1 : 1));
        var one = OfWhole(Form.Of(Ratio.One, monomial));
        var sum = one;
        for (var k = 1; k < coefficient.Magnitude.Numerator; k++) sum = Added(sum, one);
        return coefficient.Sign < 0 ? (sum.Sine.Times(-1), sum.Cosine) : sum;
    }

    /// <summary>Of an angle and its negative one is looked at.</summary>
    private static (Form Sine, Form Cosine) OfWhole(Form angle)
    {
        if (angle.Numerator.IsZero) return (Form.Zero, Form.One);
        var isNegative = angle.Numerator.Terms[0].Coefficient.Sign < 0;
        var argument = isNegative ? angle.Times(-1) : angle;
        var sine = Form.Of(new Atom.Sine(argument));
        return (isNegative ? sine.Times(-1) : sine, Form.Of(new Atom.Cosine(argument)));
    }

    private static (Form Sine, Form Cosine) Added((Form Sine, Form Cosine) a, (Form Sine, Form Cosine) b) =>
        (a.Sine.Times(b.Cosine).Plus(a.Cosine.Times(b.Sine)), a.Cosine.Times(b.Cosine).Minus(a.Sine.Times(b.Sine)));
}
