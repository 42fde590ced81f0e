using System.Globalization;
using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Tests.Generation;

/// <summary>Short words for making expressions and assignments in tests, as the binder would make them.</summary>
internal static class Build
{
    public static readonly Shape VectorN = new Shape.VectorShape(Size.Named("n"));

    public static readonly Shape MatrixNN = new Shape.MatrixShape(Size.Named("n"), Size.Named("n"));

    public static Expression Number(double value) =>
        new Expression.Number(value, value.ToString("R", CultureInfo.InvariantCulture));

    public static Expression Scalar(string name) => new Expression.Reference(name, Shape.Scalar);

    public static Expression Vector(string name) => new Expression.Reference(name, VectorN);

    public static Expression Matrix(string name) => new Expression.Reference(name, MatrixNN);

    public static Expression Call(string function, Expression argument, int order = 0) =>
        new Expression.Call(function, order, [argument], argument.Shape);

    public static Expression Call(string function, Shape shape, params Expression[] arguments) =>
        new Expression.Call(function, 0, arguments.ToEquatableList(), shape);

    public static Expression Add(Expression left, Expression right) =>
        new Expression.Additive(AdditiveOperator.Add, left, right, left.Shape == Shape.Scalar ? right.Shape : left.Shape);

    public static Expression Subtract(Expression left, Expression right) =>
        new Expression.Additive(AdditiveOperator.Subtract, left, right, left.Shape == Shape.Scalar ? right.Shape : left.Shape);

    public static Expression Times(Expression left, Expression right) =>
        new Expression.Product(ProductKind.Scale, left, right, left.Shape == Shape.Scalar ? right.Shape : left.Shape);

    public static Expression Over(Expression left, Expression right) => new Expression.Quotient(left, right, left.Shape);

    public static Expression ToThe(Expression power, Expression exponent) => new Expression.Power(power, exponent, power.Shape);

    public static Expression Inner(Expression left, Expression right) =>
        new Expression.Product(ProductKind.Inner, left, right, Shape.Scalar);

    public static Expression Compare(Expression left, ComparisonOperator comparison, Expression right) =>
        new Expression.Comparison(comparison, left, right);

    public static Expression Entry(Expression source, params Expression[] indices) =>
        new Expression.Entry(source, indices.ToEquatableList(), []);

    public static Expression SumOver(string index, Expression from, Expression to, Expression body) =>
        new Expression.Repeated(RepeatedOperator.Sum, index, from, to, body);

    public static Value Of(double number) => new Value.Scalar(number);

    public static Value Of(params double[] entries) => new Value.Vector(entries.ToEquatableList());

    public static Value Of(int rows, int columns, params double[] entries) => new Value.Matrix(rows, columns, entries.ToEquatableList());

    public static Assignment Inputs(params (string Name, Value Value)[] values) => Inputs(0, values);

    public static Assignment Inputs(int n, params (string Name, Value Value)[] values) => new(
        values.ToDictionary(pair => pair.Name, pair => pair.Value),
        new Dictionary<string, int> { ["n"] = n });
}
