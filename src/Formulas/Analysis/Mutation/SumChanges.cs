using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>A sum or product over an index, an inner product or a matrix product, of which one summand is left, or with the wrong range, or made a mean.</summary>
internal static class SumChanges
{
    public static IEnumerable<Change> Of(Expression node, Place place) => node switch
    {
        Expression.Repeated repeated => OfRepeated(repeated, place),
        Expression.Call { Function: "sum" or "prod", Arguments: [var argument] } call => OfEntries(call, argument, place),
        Expression.Product { Kind: ProductKind.Inner } product => OfInner(product, place),
        Expression.Product { Kind: ProductKind.Matrix } product => OfMatrix(product, place),
        _ => [],
    };

    private static IEnumerable<Change> OfRepeated(Expression.Repeated repeated, Place place)
    {
        var index = new Expression.BoundIndex(repeated.Index);
        foreach (var single in place.Indices.Prepend(repeated.To).Prepend(repeated.From))
        {
            var summand = Operands.Everywhere(repeated.Body, index, single);
            yield return new(summand, Plausibility.Sum, () => MistakeSentences.OneSummand(repeated, single));
        }

        var other = repeated.Operator == RepeatedOperator.Sum ? RepeatedOperator.Product : RepeatedOperator.Sum;
        yield return new(new Expression.Repeated(other, repeated.Index, repeated.From, repeated.To, repeated.Body), Plausibility.Sum, () => MistakeSentences.WrongRepetition(repeated.Operator));
        var count = Trees.IsNumber(repeated.From, 1) ? repeated.To : Trees.Sum(Trees.Difference(repeated.To, repeated.From), Trees.Number(1));
        if (repeated.Operator == RepeatedOperator.Sum) yield return new(Trees.Divided(repeated, count), Plausibility.Sum, () => MistakeSentences.MeanForSum(count));
        foreach (var by in (double[])[1, -1])
        {
            yield return Ranged(repeated, Trees.Sum(repeated.From, Trees.Number(by)), repeated.To);
            yield return Ranged(repeated, repeated.From, Trees.Sum(repeated.To, Trees.Number(by)));
        }
    }

    private static Change Ranged(Expression.Repeated repeated, Expression from, Expression to) => new(
        new Expression.Repeated(repeated.Operator, repeated.Index, from, to, repeated.Body), Plausibility.Number, () => MistakeSentences.WrongRange(repeated));

    private static IEnumerable<Change> OfEntries(Expression.Call call, Expression argument, Place place)
    {
        if (argument.Shape is not Shape.VectorShape(var length)) yield break;
        foreach (var single in Singles(argument, place))
            yield return new(place.Entry(argument, single), Plausibility.Sum, () => MistakeSentences.OneEntry(argument, single));
        if (call.Function == "sum") yield return new(Trees.Divided(call, Trees.Size(length)), Plausibility.Sum, () => MistakeSentences.MeanForSum(Trees.Size(length)));
    }

    private static IEnumerable<Change> OfInner(Expression.Product product, Place place)
    {
        foreach (var single in Singles(product.Left, place))
            yield return new(Trees.Scaled(place.Entry(product.Left, single), place.Entry(product.Right, single)), Plausibility.Sum, () => MistakeSentences.OneSummandOf(product, single));
    }

    /// <summary>A^T v adds the rows of A, each times its entry of v; A v, the columns.</summary>
    private static IEnumerable<Change> OfMatrix(Expression.Product product, Place place)
    {
        if (product.Right.Shape is not Shape.VectorShape(var count) || product.Left.Shape is not Shape.MatrixShape(var rows, _)) yield break;
        foreach (var single in Singles(product.Right, place))
        {
            Expression column = product.Left is Expression.Transpose(var source, _)
                ? new Expression.RowOf(source, single, place.FirstIndex(source, 0), new Shape.VectorShape(rows))
                : new Expression.ColumnOf(product.Left, single, place.FirstIndex(product.Left, 1), new Shape.VectorShape(rows));
            yield return new(Trees.Scaled(place.Entry(product.Right, single), column), Plausibility.Sum, () => MistakeSentences.OneSummandOf(product, single));
        }

        yield return new(Trees.Divided(product, Trees.Size(count)), Plausibility.Sum, () => MistakeSentences.MeanForSum(Trees.Size(count)));
    }

    private static IEnumerable<Expression> Singles(Expression source, Place place) => place.Indices.Prepend(Trees.Number(place.FirstIndex(source, 0)));
}
