using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Pieces that the chain rule brings: derivatives of functions, also written out.</summary>
internal static class Slopes
{
    /// <summary>g'(z), a Jacobian or its transpose, 1 where z > 0, 1 - tanh(z)^2.</summary>
    public static bool IsSlope(Expression formula) => formula switch
    {
        Expression.GenericCall { DerivativeOrder: > 0 } or Expression.Call { DerivativeOrder: > 0 } or Expression.Jacobian => true,
        Expression.Indicator or Expression.Cases => true,
        Expression.Transpose(var operand, _) => IsSlope(operand),
        Expression.Product(_, var left, var right, _) => IsOf(left, right),
        Expression.Additive(AdditiveOperator.Subtract, Expression.Number { Value: 1 }, Expression.Power(Expression.Call { Function: "tanh" }, Expression.Number { Value: 2 }, _), _) => true,
        _ => false,
    };

    /// <summary>Whether two factors are s(z) and 1 - s(z), in either order.</summary>
    public static bool IsOf(Expression left, Expression right) => IsRest(right, left) || IsRest(left, right);

    private static bool IsRest(Expression rest, Expression whole) =>
        rest is Expression.Additive(AdditiveOperator.Subtract, Expression.Number { Value: 1 }, var taken, _) && taken.Equals(whole);
}
