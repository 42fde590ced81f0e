using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Sums and products, flattened and sorted.</summary>
public sealed partial class Normalizing
{
    private const string Inverse = "1/";
    private const string Minus = "-";

    private static readonly Expression.Call Exponential = new("exp", 0, [Trees.Number(1)], Shape.Scalar);

    private Signed Sum(Expression sum, int depth)
    {
        var terms = new List<Signed>();
        Terms(sum, false, terms, depth);
        if (IsTooLarge) return new(false, One);
        // Sorted by what they are without their signs, so that a sum and its negative come out alike.
        var order = terms.ConvertAll(term => term.Form);
        NormalForm.Sort(order);
        var isNegative = terms.Find(term => term.Form.Equals(order[0])).IsNegative;
        var signed = terms.ConvertAll(term => term.IsNegative == isNegative ? term.Form : new NormalForm(Minus, term.Form));
        NormalForm.Sort(signed);
        return new(isNegative, new(AdditiveOperator.Add, [.. signed]));
    }

    private void Terms(Expression formula, bool isNegative, List<Signed> terms, int depth)
    {
        if (IsTooLarge || depth > Deepest)
        {
            TooLarge();
            return;
        }

        switch (formula)
        {
            case Expression.Additive sum:
                Terms(sum.Left, isNegative, terms, depth + 1);
                Terms(sum.Right, isNegative != (sum.Operator == AdditiveOperator.Subtract), terms, depth + 1);
                break;
            case Expression.Negate(var operand):
                Terms(operand, !isNegative, terms, depth + 1);
                break;
            default:
                var (negative, form) = Of(formula, depth);
                terms.Add(new(negative != isNegative, form));
                break;
        }
    }

    private Signed Product(Expression product, int depth)
    {
        var factors = new List<NormalForm>();
        var core = Factors(product, false, factors, out var isNegative, depth);
        if (core is not null) factors.Add(core);
        if (factors.Count == 1) return new(isNegative, factors[0]);
        NormalForm.Sort(factors);
        return new(isNegative, factors.Count == 0 ? One : new(ProductKind.Scale, [.. factors]));
    }

    /// <summary>Takes a product apart into scalar factors and what is no scalar, of which there is one at most.</summary>
    /// <param name="isInverse">Whether the formula is divided by; then it is a scalar.</param>
    private NormalForm? Factors(Expression formula, bool isInverse, List<NormalForm> factors, out bool isNegative, int depth)
    {
        isNegative = false;
        if (IsTooLarge || depth > Deepest)
        {
            TooLarge();
            return null;
        }

        switch (formula)
        {
            case Expression.Negate(var operand):
                var core = Factors(operand, isInverse, factors, out isNegative, depth + 1);
                isNegative = !isNegative;
                return core;
            case Expression.Product { Kind: ProductKind.Scale } product:
                var left = Factors(product.Left, isInverse, factors, out var isLeftNegative, depth + 1);
                var right = Factors(product.Right, isInverse, factors, out var isRightNegative, depth + 1);
                isNegative = isLeftNegative != isRightNegative;
                return left ?? right;
            case Expression.Product product when !isInverse:
                return OfTensors(product, factors, out isNegative, depth + 1);
            // What is divided by a quotient stays so: 1/(a/b) has no value where b is 0, and b/a has.
            case Expression.Quotient quotient when Trees.IsScalar(quotient.Right) && !isInverse:
                var above = Factors(quotient.Left, false, factors, out var isAboveNegative, depth + 1);
                Factors(quotient.Right, true, factors, out var isBelowNegative, depth + 1);
                isNegative = isAboveNegative != isBelowNegative;
                return above;
            case Expression.Power { Exponent: Expression.Number { Value: 2 or 3 } exponent } power when Trees.IsScalar(power.Base):
                for (var k = 0; k < exponent.Value; k++)
                {
                    Factors(power.Base, isInverse, factors, out var isBaseNegative, depth + 1);
                    isNegative ^= isBaseNegative;
                }

                return null;
            case Expression.Number(var value, { Length: <= ExactDigits }):
                made++;
                isNegative = value < 0;
                if (Math.Abs(value) != 1) factors.Add(Inverted(new(Math.Abs(value)), isInverse));
                return null;
            default:
                var (negative, form) = Whole(formula, depth + 1);
                isNegative = negative;
                if (!Trees.IsScalar(formula)) return form;
                factors.Add(Inverted(form, isInverse));
                return null;
        }
    }

    private static NormalForm Inverted(NormalForm form, bool isInverse) => isInverse ? new(Inverse, form) : form;

    /// <summary>Quotients and powers that are no products of their parts; everything else by its own kind.</summary>
    private Signed Whole(Expression formula, int depth) => formula switch
    {
        Expression.Power { Base: Expression.Constant { Which: MathConstant.E }, Exponent: var exponent } when Trees.IsScalar(exponent) =>
            new(false, Node(Kind(Exponential), Exponential with { Arguments = [exponent] }, depth)),
        Expression.Quotient or Expression.Power => new(false, Node(formula.GetType(), formula, depth)),
        Expression.Product product => new(false, Node((typeof(Expression.Product), product.Kind), product, depth)),
        _ => Of(formula, depth),
    };

    /// <summary>A product of vectors or matrices: numbers and signs before the operands stand before the whole.</summary>
    private NormalForm? OfTensors(Expression.Product product, List<NormalForm> factors, out bool isNegative, int depth)
    {
        var left = Factors(product.Left, false, factors, out var isLeftNegative, depth);
        var right = Factors(product.Right, false, factors, out var isRightNegative, depth);
        isNegative = isLeftNegative != isRightNegative;
        if (left is null || right is null) return left ?? right;
        made++;
        List<NormalForm> operands = [left, right];
        if (product.Kind is ProductKind.Inner or ProductKind.Entrywise) NormalForm.Sort(operands);
        var form = new NormalForm((typeof(Expression.Product), product.Kind), [.. operands]);
        if (!Trees.IsScalar(product)) return form;
        factors.Add(form);
        return null;
    }
}
