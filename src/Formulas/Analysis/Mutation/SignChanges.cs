using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Mutation;

/// <summary>A sign turned or lost: of a term, an argument, an exponent, an entry, a case.</summary>
internal static class SignChanges
{
    public static IEnumerable<Change> Of(Expression node) => node switch
    {
        Expression.Negate negate => [Turned(negate.Operand, negate.Operand)],
        Expression.Additive sum => OfTerms(sum),
        Expression.Call call when call.Shape is not Shape.TruthShape => OfArguments(call, call.Arguments),
        Expression.GenericCall call => OfArguments(call, [call.Argument]),
        Expression.MapCall call => OfArguments(call, [call.Argument]),
        Expression.Jacobian jacobian => OfArguments(jacobian, [jacobian.Argument]),
        Expression.Power power => [new(power with { Exponent = Trees.Negated(power.Exponent) }, Plausibility.Sign, () => MistakeSentences.ExponentSign(power.Exponent))],
        Expression.VectorLiteral vector => vector.Entries.Select((entry, k) =>
            new Change(vector with { Entries = Put(vector.Entries, k, Trees.Negated(entry)) }, Plausibility.Sign, () => MistakeSentences.EntrySign(k + 1))),
        Expression.Comparison comparison when Trees.IsScalar(comparison.Left) && !Trees.IsNumber(comparison.Left, 0) =>
            [Turned(new Expression.Comparison(comparison.Operator, Trees.Negated(comparison.Left), comparison.Right), comparison.Left)],
        _ => [],
    };

    private static IEnumerable<Change> OfTerms(Expression.Additive sum)
    {
        if (sum is { Operator: AdditiveOperator.Subtract, Left: Expression.Number { Value: 1 } })
            yield return new(sum.Right, Plausibility.Sign, () => MistakeSentences.Complemented(sum.Right));
        var turned = sum.Operator == AdditiveOperator.Add ? AdditiveOperator.Subtract : AdditiveOperator.Add;
        yield return Turned(sum with { Operator = turned }, sum.Right);
        if (sum.Left is not Expression.Additive) yield return Turned(sum with { Left = Trees.Negated(sum.Left) }, sum.Left);
        if (sum.Operator == AdditiveOperator.Subtract)
            yield return new(sum with { Left = sum.Right, Right = sum.Left }, Plausibility.Sign, () => MistakeSentences.TurnedDifference(sum));
    }

    private static IEnumerable<Change> OfArguments(Expression call, IReadOnlyList<Expression> arguments)
    {
        for (var k = 0; k < arguments.Count; k++)
        {
            if (arguments[k].Shape is Shape.TruthShape || arguments[k] is Expression.SizeOf) continue;
            var operands = arguments.ToArray();
            var argument = operands[k];
            operands[k] = Trees.Negated(argument);
            yield return new(Operands.Replaced(call, operands), Plausibility.Sign, () => MistakeSentences.ArgumentSign(call, argument));
        }
    }

    private static Change Turned(Expression replacement, Expression term) => new(replacement, Plausibility.Sign, () => MistakeSentences.SignOf(term));

    private static EquatableList<Expression> Put(EquatableList<Expression> entries, int place, Expression entry) =>
        entries.Select((other, k) => k == place ? entry : other).ToEquatableList();
}
