using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>A term lost, counted twice, or multiplied instead of added.</summary>
internal static class TermChanges
{
    public static IEnumerable<Change> Of(Expression node) => node switch
    {
        Expression.Additive sum => OfSum(sum),
        Expression.Product product => OfProduct(product),
        _ => [],
    };

    private static IEnumerable<Change> OfSum(Expression.Additive sum)
    {
        var isSum = sum.Operator == AdditiveOperator.Add;
        yield return new(sum.Left, Plausibility.Missing, () => MistakeSentences.MissingTerm(sum.Right));
        yield return new(isSum ? sum.Right : Trees.Negated(sum.Right), Plausibility.Missing, () => MistakeSentences.MissingTerm(sum.Left));
        if (!isSum && sum.Left is not Expression.Number) yield return new(sum.Right, Plausibility.Several, () => MistakeSentences.MissingTerm(sum.Left));
        if (sum.Left is Expression.Additive inner)
        {
            // The middle of three: what is left may have lost its sign at the front.
            yield return new(sum with { Left = inner.Left }, Plausibility.Missing, () => MistakeSentences.MissingTerm(inner.Right));
        }

        yield return new(sum with { Left = sum }, Plausibility.Extra, () => MistakeSentences.DoubledTerm(sum.Right));
        if (sum.Left is not Expression.Additive) yield return new(Trees.Sum(sum.Left, sum), Plausibility.Extra, () => MistakeSentences.DoubledTerm(sum.Left));
        if (Trees.IsScalar(sum.Left) && Trees.IsScalar(sum.Right))
            yield return new(Trees.Scaled(sum.Left, sum.Right), Plausibility.Order, () => MistakeSentences.ProductForSum(sum.Left, sum.Right));
    }

    /// <summary>a b c with a plus for one of its signs: a + b c, a b + c.</summary>
    private static IEnumerable<Change> OfProduct(Expression.Product product)
    {
        var factors = ProductChain.Of(product);
        for (var k = 1; k < factors.Count; k++)
        {
            var (left, right) = (ProductChain.Joined([.. factors.Take(k)]), ProductChain.Joined([.. factors.Skip(k)]));
            yield return new(Trees.Sum(left, right), Plausibility.Bracket, () => MistakeSentences.SumForProduct(left, right));
            yield return new(Trees.Difference(left, right), Plausibility.Bracket, () => MistakeSentences.SumForProduct(left, right));
        }
    }
}
