namespace Formulas.Analysis.Proof;

/// <summary>Whether an atom stands in something.</summary>
internal static class Dependence
{
    public static bool IsOn(Form form, Atom index)
    {
        if (IsOn(form.Numerator, index)) return true;
        foreach (var (unit, _) in form.Below)
        {
            if (IsOn(unit, index)) return true;
        }

        return false;
    }

    public static bool IsOn(Atom atom, Atom index) => atom switch
    {
        Atom.Name or Atom.Prime => atom.Equals(index),
        Atom.Exponential(var argument) => IsOn(argument, index),
        Atom.Logarithm(var argument) => IsOn(argument, index),
        Atom.Radicand(var value) => IsOn(value, index),
        Atom.Sine(var argument) => IsOn(argument, index),
        Atom.Cosine(var argument) => IsOn(argument, index),
        Atom.Ramp(var argument) => IsOn(argument, index),
        Atom.Opaque(_, var operands, _) => operands.Any(operand => IsOn(operand, index)),
        Atom.Indicator(_, var operands) => operands.Any(operand => IsOn(operand, index)),
        Atom.Chain(var links, _) => links.Any(link => IsOn(link.Of, index)),
        Atom.Entrywise(var factors, _) => factors.Any(factor => IsOn(factor, index)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsOn(Polynomial polynomial, Atom index)
    {
        foreach (var (_, monomial) in polynomial.Terms)
        {
            foreach (var (atom, _) in monomial.Factors)
            {
                if (IsOn(atom, index)) return true;
            }
        }

        return false;
    }
}
