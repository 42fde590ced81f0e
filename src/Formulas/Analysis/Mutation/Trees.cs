using System.Globalization;
using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Short words for making formulas, as the binder would make them.</summary>
internal static class Trees
{
    public static Expression Number(double value) => new Expression.Number(value, value.ToString("R", CultureInfo.InvariantCulture));

    public static Expression Size(Size size) => size.Name is null ? Number(size.Offset) : new Expression.SizeOf(size);

    public static Expression Negated(Expression formula) => formula is Expression.Negate(var operand) ? operand : new Expression.Negate(formula);

    public static Expression Sum(Expression left, Expression right) =>
        new Expression.Additive(AdditiveOperator.Add, left, right, Wider(left, right));

    public static Expression Difference(Expression left, Expression right) =>
        new Expression.Additive(AdditiveOperator.Subtract, left, right, Wider(left, right));

    /// <param name="factor">A scalar.</param>
    public static Expression Scaled(Expression factor, Expression formula) =>
        new Expression.Product(ProductKind.Scale, factor, formula, formula.Shape);

    /// <param name="divisor">A scalar.</param>
    public static Expression Divided(Expression formula, Expression divisor) => new Expression.Quotient(formula, divisor, formula.Shape);

    public static Expression Power(Expression power, Expression exponent) => new Expression.Power(power, exponent, power.Shape);

    /// <summary>Entry by entry.</summary>
    public static Expression Applied(string function, Expression argument, int order = 0) =>
        new Expression.Call(function, order, [argument], argument.Shape);

    public static bool IsScalar(Expression formula) => formula.Shape is Shape.ScalarShape;

    public static bool IsNumber(Expression formula, double value) => formula is Expression.Number number && number.Value == value;

    private static Shape Wider(Expression left, Expression right) => IsScalar(left) ? right.Shape : left.Shape;
}
