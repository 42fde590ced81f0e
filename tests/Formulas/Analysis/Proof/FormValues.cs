using Formulas.Analysis.Proof;
using Formulas.Functions;
using Formulas.Numbers;

namespace Formulas.Tests.Analysis.Proof;

/// <summary>The value of a form of scalars in balls, atom by atom: what the atoms are said to be, calculated.</summary>
internal sealed class FormValues(Func<string, Ball<UsualDigits>?> input)
{
    /// <summary>Null where an atom has no value, or is of a kind that is not calculated here.</summary>
    public Ball<UsualDigits>? Of(Form form)
    {
        if (Of(form.Numerator) is not { } value) return null;
        foreach (var (unit, power) in form.Below)
        {
            if (Of(unit) is not { } below || !below.ExcludesZero) return null;
            for (var k = 0; k < power; k++) value /= below;
        }

        return value;
    }

    private Ball<UsualDigits>? Of(Polynomial polynomial)
    {
        var sum = Ball<UsualDigits>.Exact(0);
        foreach (var (coefficient, monomial) in polynomial.Terms)
        {
            var product = Of(coefficient);
            foreach (var (atom, exponent) in monomial.Factors)
            {
                if (Of(atom) is not { } factor || Power(factor, exponent) is not { } power) return null;
                product *= power;
            }

            sum += product;
        }

        return sum;
    }

    private Ball<UsualDigits>? Of(Atom atom)
    {
        switch (atom)
        {
            case Atom.Name { Text: "the number pi" }:
                return Ball<UsualDigits>.Pi;
            case Atom.Name { Text: var name }:
                return input(name);
            case Atom.Prime(var prime):
                return Ball<UsualDigits>.Exact(prime);
            case Atom.Exponential(var argument):
                return Of(argument) is { } exponent ? Ball<UsualDigits>.Exp(exponent) : null;
            case Atom.Logarithm(var argument):
                return Of(argument) is { } positive && positive.Value > 0 ? Ball<UsualDigits>.Log(positive) : null;
            case Atom.Radicand(var value):
                return Of(value);
            case Atom.Sine(var argument):
                return Of(argument) is { } angle ? Ball<UsualDigits>.Sin(angle) : null;
            case Atom.Cosine(var argument):
                return Of(argument) is { } other ? Ball<UsualDigits>.Cos(other) : null;
            case Atom.Ramp(var argument):
                return Of(argument) is { } ramp ? Ball<UsualDigits>.Relu(ramp) : null;
            case Atom.Indicator("above", [var argument]):
                return Of(argument) is { ExcludesZero: true } sign ? Ball<UsualDigits>.Step(sign) : null;
            case Atom.Opaque { Kind: var kind, Operands: [var argument] } when kind.StartsWith("function ", StringComparison.Ordinal) && kind.EndsWith(" 0", StringComparison.Ordinal):
                return Of(argument) is { } operand ? ScalarFunctions<Ball<UsualDigits>>.Find(kind.Split(' ')[1])!.Value(operand) : null;
            default:
                return null;
        }
    }

    private static Ball<UsualDigits> Of(Ratio ratio) => Ball<UsualDigits>.Literal(ratio.Numerator, ratio.Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture))
        / Ball<UsualDigits>.Literal(ratio.Denominator, ratio.Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static Ball<UsualDigits>? Power(Ball<UsualDigits> factor, Ratio exponent)
    {
        if (!exponent.IsWhole) return factor.Value >= 0 ? Ball<UsualDigits>.Pow(factor, Of(exponent)) : null;
        var power = Ball<UsualDigits>.Exact(1);
        for (var k = 0L; k < exponent.Magnitude.Numerator; k++) power *= factor;
        if (exponent.Sign > 0) return power;
        return power.ExcludesZero ? Ball<UsualDigits>.Exact(1) / power : null;
    }
}
