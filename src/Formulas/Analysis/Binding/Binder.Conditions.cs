using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

internal sealed partial class Binder
{
    private Expression BindCondition(Syntax syntax)
    {
        var operand = BindOperand(syntax);
        return operand.Shape is Shape.TruthShape ? operand.Value : throw new Refusal(Messages.NotACondition(operand.Text, operand.Span));
    }

    private Expression BindCompared(Syntax.Compared compared)
    {
        var operands = new List<Operand>();
        foreach (var operand in compared.Operands)
        {
            var bound = BindNumeric(operand);
            operands.Add(bound.IsScalar ? bound : throw new Refusal(Messages.ComparedArrays(bound.Described, bound.Span)));
        }

        Expression? chain = null;
        for (var at = 0; at < compared.Operators.Count; at++)
        {
            var link = new Expression.Comparison(compared.Operators[at], operands[at].Value, operands[at + 1].Value);
            chain = chain is null ? link : new Expression.Logical(LogicalOperator.And, chain, link);
        }

        return chain!;
    }

    private Expression BindConditional(Syntax.Conditional conditional)
    {
        var branches = new List<Branch>();
        Operand? first = null;
        foreach (var branch in conditional.Branches)
        {
            var condition = BindCondition(branch.Condition);
            var value = BindOperand(branch.Value);
            first ??= value;
            if (value.Shape != first.Value.Shape) throw new Refusal(Messages.UnequalBranches(first.Value.Described, value.Described, value.Span));
            branches.Add(new Branch(condition, value.Value));
        }

        var shape = first!.Value.Shape;
        if (conditional.Otherwise is null) return CloseCases(branches, shape, conditional.Span);
        var otherwise = BindOperand(conditional.Otherwise);
        if (otherwise.Shape != shape && Restricted(conditional, branches[0], otherwise.Value) is { } restricted) return restricted;
        if (otherwise.Shape != shape) throw new Refusal(Messages.UnequalBranches(first.Value.Described, otherwise.Described, otherwise.Span));
        return new Expression.Cases(branches.ToEquatableList(), otherwise.Value, shape);
    }

    /// <summary>x if a > 0 else 0 of a vector x is 1[a > 0] x: the 0 stands for the zero vector. Null where no 0 stands beside one array.</summary>
    private static Expression.Product? Restricted(Syntax.Conditional conditional, Branch branch, Expression otherwise)
    {
        if (conditional.Branches.Count > 1) return null;
        var (isOn, isOff) = (IsZero(conditional.Otherwise!), IsZero(conditional.Branches[0].Value));
        if (isOn == isOff) return null;
        var other = isOn ? branch.Value : otherwise;
        var condition = isOn ? branch.Condition : new Expression.Not(branch.Condition);
        return new Expression.Product(ProductKind.Scale, new Expression.Indicator(condition), other, other.Shape);
    }

    private static bool IsZero(Syntax syntax) => syntax is Syntax.Number { Value: 0 };

    /// <summary>Without an else the last condition must be the opposite of the first, so that one of them always holds.</summary>
    private static Expression.Cases CloseCases(List<Branch> branches, Shape shape, SourceSpan span)
    {
        var isComplete = branches.Count == 2 && AreOpposite(branches[0].Condition, branches[1].Condition);
        return isComplete
            ? new Expression.Cases([branches[0]], branches[1].Value, shape)
            : throw new Refusal(Messages.CasesWithoutElse(span));
    }

    private static bool AreOpposite(Expression first, Expression second)
    {
        if (first is Expression.Not not) return not.Operand == second;
        if (second is Expression.Not opposite) return opposite.Operand == first;
        if (first is not Expression.Comparison a || second is not Expression.Comparison b) return false;
        if (a.Left == b.Left && a.Right == b.Right) return b.Operator == Opposite(a.Operator);
        return a.Left == b.Right && a.Right == b.Left && Mirrored(b.Operator) == Opposite(a.Operator);
    }

    private static ComparisonOperator Opposite(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.Less,
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        _ => ComparisonOperator.Equal,
    };

    private static ComparisonOperator Mirrored(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => comparison,
    };
}
