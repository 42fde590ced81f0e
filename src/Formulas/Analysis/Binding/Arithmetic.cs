using System.Globalization;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

/// <summary>Sums, quotients and powers of operands whose shapes are known.</summary>
internal static class Arithmetic
{
    /// <exception cref="Refusal">The operand is a condition, which cannot be reckoned with.</exception>
    public static void RequireNumbers(Operand operand)
    {
        if (operand.Shape is Shape.TruthShape) throw new Refusal(Messages.ConditionAsNumber(operand.Text, operand.Span));
    }

    public static Expression.Additive Add(AdditiveOperator sign, Operand left, Operand right, SourceSpan span)
    {
        RequireNumbers(left);
        RequireNumbers(right);
        if (left.Shape == right.Shape || right.IsScalar) return new Expression.Additive(sign, left.Value, right.Value, left.Shape);
        if (left.IsScalar) return new Expression.Additive(sign, left.Value, right.Value, right.Shape);
        throw new Refusal(Messages.ShapeMismatch(left.Described, right.Described, HintForSum(left.Shape, right.Shape), span));
    }

    public static Expression.Quotient Divide(Operand left, Operand right, SourceSpan span)
    {
        RequireNumbers(left);
        RequireNumbers(right);
        if (right.IsScalar || left.Shape == right.Shape) return new Expression.Quotient(left.Value, right.Value, left.Shape);
        if (left.IsScalar) return new Expression.Quotient(left.Value, right.Value, right.Shape);
        throw new Refusal(Messages.ShapeMismatch(left.Described, right.Described, Messages.Hints.Divisor, span));
    }

    /// <summary>e^x is exp(x), entry by entry; a matrix has whole powers and ^-1; a vector has none.</summary>
    public static Expression Power(Operand radix, Operand exponent, SourceSpan span)
    {
        RequireNumbers(radix);
        RequireNumbers(exponent);
        if (radix.Value is Expression.Constant { Which: MathConstant.E }) return new Expression.Call("exp", 0, [exponent.Value], exponent.Shape);
        if (!exponent.IsScalar) throw new Refusal(Messages.ExponentNotNumber(exponent.Described, exponent.Span));
        return radix.Shape switch
        {
            Shape.ScalarShape => new Expression.Power(radix.Value, exponent.Value, Shape.Scalar),
            Shape.MatrixShape { Rows: var rows, Columns: var columns } => MatrixPower(radix, exponent, rows == columns, span),
            _ => throw new Refusal(Messages.AmbiguousPower(radix.Text, exponent.Text, span)),
        };
    }

    /// <summary>x .^ y: the power of every entry.</summary>
    public static Expression EntrywisePower(Operand radix, Operand exponent, SourceSpan span)
    {
        RequireNumbers(radix);
        RequireNumbers(exponent);
        if (radix.Shape is Shape.MatrixShape || exponent.Shape is Shape.MatrixShape) throw new Refusal(Messages.EntrywiseMatrixPower(radix.Text, exponent.Text, span));
        if (radix.IsScalar) return exponent.IsScalar ? Power(radix, exponent, span) : new Expression.Power(radix.Value, exponent.Value, exponent.Shape);
        if (exponent.IsScalar || exponent.Shape == radix.Shape) return new Expression.Power(radix.Value, exponent.Value, radix.Shape);
        throw new Refusal(Messages.ShapeMismatch(radix.Described, exponent.Described, Messages.Hints.EqualShapes, span));
    }

    private static Expression MatrixPower(Operand radix, Operand exponent, bool isSquare, SourceSpan span)
    {
        if (!isSquare) throw new Refusal(Messages.NotSquare(radix.Described, radix.Span));
        return exponent.Value switch
        {
            Expression.Number { Value: >= 0 and <= 100 } number when number.Value == Math.Floor(number.Value) => new Expression.Power(radix.Value, exponent.Value, radix.Shape),
            Expression.Negate { Operand: Expression.Number { Value: 1 } } => new Expression.Call("inv", 0, [radix.Value], radix.Shape),
            _ => throw new Refusal(Messages.MatrixExponent(radix.Text, span)),
        };
    }

    private static string HintForSum(Shape left, Shape right) => (left, right) switch
    {
        (Shape.VectorShape v, Shape.RowShape w) when v.Length == w.Length => Messages.Hints.ColumnAndRow,
        (Shape.RowShape v, Shape.VectorShape w) when v.Length == w.Length => Messages.Hints.ColumnAndRow,
        (Shape.MatrixShape a, Shape.MatrixShape b) when a.Rows == b.Columns && a.Columns == b.Rows => Messages.Hints.TransposeOne,
        _ => Messages.Hints.EqualShapesOrNumber,
    };

    /// <summary>The whole number that an index or size is written as; null for anything else.</summary>
    public static int? WholeNumber(Expression expression) => expression switch
    {
        Expression.Number number when number.Value == Math.Floor(number.Value) && Math.Abs(number.Value) < 1e9 => (int)number.Value,
        Expression.Negate { Operand: Expression.Number } negate => -WholeNumber(negate.Operand),
        _ => null,
    };

    public static Expression.Number Literal(int value) => new(value, value.ToString(CultureInfo.InvariantCulture));
}
