using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>A number that is another one: doubled, halved, turned over, off by one; and y where 1 - y belongs.</summary>
internal static class NumberChanges
{
    public static IEnumerable<Change> Of(Expression node)
    {
        if (node is not Expression.Number number) yield break;
        foreach (var other in Others(number.Value).Distinct())
        {
            if (other != number.Value) yield return new(Trees.Number(other), Plausibility.Number, () => MistakeSentences.WrongNumber(number, Trees.Number(other)));
        }
    }

    private static IEnumerable<double> Others(double value)
    {
        yield return 1;
        yield return 2 * value;
        yield return value / 2;
        yield return value + 1;
        yield return value - 1;
        yield return 1 - value;
        yield return -value;
        if (value != 0) yield return 1 / value;
        yield return 0;
        yield return 0.5;
    }
}
