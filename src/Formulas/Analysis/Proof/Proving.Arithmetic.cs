using Formulas.Expressions;

namespace Formulas.Analysis.Proof;

/// <summary>Sums, products, quotients and powers.</summary>
internal sealed partial class Proving
{
    private Form Sum(Expression.Additive sum, int depth)
    {
        var left = Broadcast(Of(sum.Left, depth), sum.Left.Shape, sum.Shape);
        var right = Broadcast(Of(sum.Right, depth), sum.Right.Shape, sum.Shape);
        steps += left.Numerator.Terms.Length + right.Numerator.Terms.Length;
        return sum.Operator == AdditiveOperator.Add ? left.Plus(right) : left.Minus(right);
    }

    /// <summary>A scalar beside a vector or matrix stands for one whose entries are all that scalar.</summary>
    private static Form Broadcast(Form form, Shape shape, Shape wanted) =>
        shape is Shape.ScalarShape && wanted is not Shape.ScalarShape ? form.Times(Form.Of(Chains.Ones(wanted))) : form;

    private Form Product(Expression.Product product, int depth)
    {
        var (left, right) = (Of(product.Left, depth), Of(product.Right, depth));
        if (!left.IsKnown || !right.IsKnown) return Form.Unknown;
        steps += left.Numerator.Terms.Length * right.Numerator.Terms.Length;
        if (steps > MostSteps) return Form.Unknown;
        return product.Kind switch
        {
            ProductKind.Scale when IsCondition(left) => Chosen(left, right),
            ProductKind.Scale when IsCondition(right) => Chosen(right, left),
            ProductKind.Scale => left.Times(right),
            ProductKind.Inner => Chains.Product(Chains.Transposed(left, null), right, Shape.Scalar),
            ProductKind.Outer or ProductKind.Matrix => Chains.Product(left, right, product.Shape),
            ProductKind.Entrywise => Chains.Entrywise(left, right, product.Shape),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Form Quotient(Expression.Quotient quotient, int depth)
    {
        if (quotient.Right.Shape is not Shape.ScalarShape) return Defined("quotient", [quotient.Left, quotient.Right], quotient.Shape, depth);
        var (above, below) = (Of(quotient.Left, depth), Of(quotient.Right, depth));
        RequireNotZero(below);
        return Times(above, below.Inverse());
    }

    private Form Power(Expression.Power power, int depth)
    {
        if (power.Exponent.Shape is Shape.ScalarShape && power.Base.Shape is Shape.ScalarShape) return Power(Of(power.Base, depth), Of(power.Exponent, depth));
        return power.Base is Expression.Constant { Which: MathConstant.E } && power.Exponent.Shape is not Shape.MatrixShape
            ? Entrywise("exp", 0, Of(power.Exponent, depth), power.Shape)
            : Defined("power", [power.Base, power.Exponent], power.Shape, depth);
    }

    private Form Power(Form power, Form exponent)
    {
        if (!power.IsKnown || !exponent.IsKnown) return Form.Unknown;
        if (exponent.Number is not { } number)
        {
            if (power.IsPositive) return Exponentials.Of(Times(exponent, Logarithms.Of(power)));
            var form = Form.Of(new Atom.Opaque("power", [power, exponent], Shape.Scalar));
            Require(Requirement.Defined, form);
            return form;
        }

        if (!number.IsWhole)
        {
            RequireSign(number.Sign < 0 ? Requirement.Positive : Requirement.NotNegative, power);
            return Roots.Of(power, number);
        }

        if (number.Numerator is < -LargestPower or > LargestPower) return Form.Unknown;
        if (number.Sign < 0)
        {
            RequireNotZero(power);
            power = power.Inverse();
        }

        var result = Form.One;
        for (var k = 0; k < number.Magnitude.Numerator; k++) result = Times(result, power);
        return result;
    }
}
