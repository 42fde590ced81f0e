using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

internal sealed partial class Binder
{
    private Expression BindCondition(Syntax syntax)
    {
        var operand = BindWhole(syntax);
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
            var value = BindWhole(branch.Value);
            first ??= value;
            if (value.Shape != first.Value.Shape) throw new Refusal(Messages.UnequalBranches(first.Value.Described, value.Described, value.Span));
            branches.Add(new Branch(condition, value.Value));
        }

        var shape = first!.Value.Shape;
        if (conditional.Otherwise is null) return CloseCases(branches, shape, conditional.Span);
        var otherwise = BindWhole(conditional.Otherwise);
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

    /// <summary>Without an else one of the conditions must always hold: the last is the opposite of the first, or they go through all values of a label or index.</summary>
    private Expression.Cases CloseCases(List<Branch> branches, Shape shape, SourceSpan span)
    {
        var isComplete = (branches.Count == 2 && AreOpposite(branches[0].Condition, branches[1].Condition)) || GoThroughAllValues(branches);
        return isComplete
            ? new Expression.Cases(branches[..^1].ToEquatableList(), branches[^1].Value, shape)
            : throw new Refusal(Messages.CasesWithoutElse(span));
    }

    /// <summary>y_r = 1 and y_r = 0 of a label that is 0 or 1, v = 0 and v = 1 of an index that runs from 0 to 1.</summary>
    private bool GoThroughAllValues(List<Branch> branches)
    {
        if (branches[0].Condition is not Expression.Comparison { Left: var subject } || ValuesOf(subject) is not var (low, high) || high - low >= branches.Count) return false;
        var values = new HashSet<int>();
        foreach (var branch in branches)
        {
            if (branch.Condition is Expression.Comparison { Operator: ComparisonOperator.Equal, Left: var left, Right: var right } && left == subject && Arithmetic.WholeNumber(right) is { } value) values.Add(value);
        }

        return Enumerable.Range(low, high - low + 1).All(values.Contains);
    }

    /// <summary>The least and the largest of the few whole numbers that a label or index may be; null where they are not known.</summary>
    private (int Low, int High)? ValuesOf(Expression subject) => subject switch
    {
        Expression.Entry entry => ValuesOf(entry.Source),
        Expression.BoundIndex bound => frame.WithIndex(bound.Name)?.Range,
        Expression.Reference reference => vocabulary.Find(reference.Name) switch
        {
            { Kind: SymbolKind.Index, Range: { Name: null, Offset: var count } } index => (index.FirstIndex(0), index.FirstIndex(0) + count - 1),
            { Domain: Domain.Binary } => (0, 1),
            { Domain: Domain.Integers(var low, var high) } when high - low < 100 => ((int)low, (int)high),
            _ => null,
        },
        _ => null,
    };

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
