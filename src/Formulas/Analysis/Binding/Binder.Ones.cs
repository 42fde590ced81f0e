using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

internal sealed partial class Binder
{
    private Size? sizeOfBareOnes;

    /// <summary>\mathbf{1} and the 1 of 1^T x are as long as what stands beside them.</summary>
    private Expression.Call BareOnes(SourceSpan span)
    {
        if (sizeOfBareOnes is not { } size) throw new Refusal(Messages.OnesWithoutSize(span));
        return new Expression.Call("ones", 0, [SizeExpression(size)], new Shape.VectorShape(size));
    }

    private static bool HasBareOnes(Syntax syntax) => syntax switch
    {
        Syntax.Name name => name.Text == Parser.Ones,
        Syntax.Transposed transposed => HasBareOnes(transposed.Operand),
        Syntax.Negated negated => HasBareOnes(negated.Operand),
        Syntax.Binary { Operator: not BinaryOperator.Power } binary => HasBareOnes(binary.Right) || HasBareOnes(binary.Left),
        _ => false,
    };

    private (Operand Left, Operand Right) BindBesideOnes(Syntax.Binary binary)
    {
        if (HasBareOnes(binary.Left))
        {
            var right = BindOperand(binary.Right);
            return (BindSized(binary.Left, LengthBefore(binary.Operator, right.Shape)), right);
        }

        var left = BindOperand(binary.Left);
        return (left, BindSized(binary.Right, LengthAfter(binary.Operator, left.Shape)));
    }

    private Operand BindSized(Syntax syntax, Size? size)
    {
        var outer = sizeOfBareOnes;
        sizeOfBareOnes = size ?? outer;
        var operand = BindOperand(syntax);
        sizeOfBareOnes = outer;
        return operand;
    }

    /// <summary>How long ones before an operand are: 1 + v, 1^T v, 1^T X. Before a row, where any length would do, it is not known.</summary>
    private static Size? LengthBefore(BinaryOperator sign, Shape right) => (sign, right) switch
    {
        (BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Entrywise or BinaryOperator.Divide, _) => LengthOf(right),
        (_, Shape.VectorShape v) => v.Length,
        (_, Shape.MatrixShape m) => m.Rows,
        _ => null,
    };

    /// <summary>How long ones behind an operand are: v - 1, v^T 1, X 1, v . 1. Of an outer product v 1^T it is not known.</summary>
    private static Size? LengthAfter(BinaryOperator sign, Shape left) => (sign, left) switch
    {
        (BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Entrywise or BinaryOperator.Divide or BinaryOperator.Dot, not Shape.MatrixShape) => LengthOf(left),
        (_, Shape.RowShape v) => v.Length,
        (_, Shape.MatrixShape m) => m.Columns,
        _ => null,
    };
}
