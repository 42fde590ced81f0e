using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>A factor or divisor lost, doubled, or on the wrong side of the fraction bar.</summary>
internal static class FactorChanges
{
    public static IEnumerable<Change> Of(Expression node) => node switch
    {
        Expression.Product product => OfProduct(product),
        Expression.Quotient quotient => OfQuotient(quotient),
        _ => [],
    };

    private static IEnumerable<Change> OfProduct(Expression.Product product)
    {
        var (left, right) = (product.Left, product.Right);
        yield return new(left, Plausibility.Missing, () => MistakeSentences.MissingFactor(right));
        yield return new(right, IsPlain(left) ? Plausibility.Missing : Plausibility.Several, () => MistakeSentences.MissingFactor(left));
        if (left is Expression.Product inner)
        {
            var pair = Slopes.IsOf(inner.Right, right) ? Plausibility.Missing : Plausibility.Several;
            yield return new(inner.Left, pair, () => MistakeSentences.MissingFactors(inner.Right, right));
            if (product.Kind == inner.Kind) yield return new(product with { Left = inner.Left }, Plausibility.Missing, () => MistakeSentences.MissingFactor(inner.Right));
        }

        if (Trees.IsScalar(left))
        {
            yield return new(Trees.Scaled(left, product), Plausibility.Extra, () => MistakeSentences.DoubledFactor(left));
            yield return new(Trees.Divided(right, left), Plausibility.Order, () => MistakeSentences.DividedFactor(left));
        }

        if (Trees.IsScalar(right) && product.Kind == ProductKind.Scale)
        {
            yield return new(Trees.Scaled(right, product), Plausibility.Extra, () => MistakeSentences.DoubledFactor(right));
            yield return new(Trees.Divided(left, right), Plausibility.Order, () => MistakeSentences.DividedFactor(right));
        }
    }

    private static IEnumerable<Change> OfQuotient(Expression.Quotient quotient)
    {
        var (left, right) = (quotient.Left, quotient.Right);
        yield return new(left, Plausibility.Missing, () => MistakeSentences.MissingDivisor(right));
        if (!Trees.IsScalar(right)) yield break;
        if (!Trees.IsNumber(left, 1) && Trees.IsScalar(left))
            yield return new(Trees.Divided(Trees.Number(1), right), Plausibility.Missing, () => MistakeSentences.MissingFactor(left));
        if (Trees.IsScalar(left)) yield return new(Trees.Divided(right, left), Plausibility.Order, () => MistakeSentences.TurnedOver(quotient));
        yield return new(Trees.Scaled(right, left), Plausibility.Order, () => MistakeSentences.MultipliedDivisor(right));
        yield return new(Trees.Divided(quotient, right), Plausibility.Extra, () => MistakeSentences.DoubledDivisor(right));
    }

    /// <summary>Whether a factor is one piece rather than a product of several.</summary>
    private static bool IsPlain(Expression factor) => factor is not Expression.Product;
}
