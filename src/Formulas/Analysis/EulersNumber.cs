using Formulas.Analysis.Mutation;
using Formulas.Expressions;

namespace Formulas.Analysis;

/// <summary>Another reading of formulas over a symbol that is called e: in a power such as e^(-z), people mean Euler's number.</summary>
public static class EulersNumber
{
    private const string Name = "e";

    /// <summary>The formula with Euler's number in place of a symbol e wherever that is the base of a power; null where it is none.</summary>
    public static Expression? AsBase(Expression formula)
    {
        var replaced = Replaced(formula);
        return ReferenceEquals(replaced, formula) ? null : replaced;
    }

    private static Expression Replaced(Expression formula)
    {
        if (formula is Expression.Power { Base: Expression.Reference { Name: Name, Shape: Shape.ScalarShape } } power)
            return power with { Base = new Expression.Constant(MathConstant.E), Exponent = Replaced(power.Exponent) };
        var operands = Subexpressions.Of(formula);
        var (inner, isChanged) = (new Expression[operands.Count], false);
        for (var k = 0; k < inner.Length; k++)
        {
            inner[k] = Replaced(operands[k]);
            isChanged |= !ReferenceEquals(inner[k], operands[k]);
        }

        return isChanged ? Operands.Replaced(formula, inner) : formula;
    }
}
