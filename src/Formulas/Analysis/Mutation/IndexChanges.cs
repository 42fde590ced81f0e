using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>An index that stands where another belongs, is off by one, or has changed places with its neighbour.</summary>
internal static class IndexChanges
{
    public static IEnumerable<Change> Of(Expression node, Place place) => node switch
    {
        Expression.Entry entry => OfEntry(entry, place),
        Expression.RowOf row => Others(row.Index, place).Select(other => With(row with { Index = other }, other, row.Index))
            .Append(new(new Expression.ColumnOf(row.Source, row.Index, row.FirstIndex, ColumnShape(row.Source)), Plausibility.Order, () => MistakeSentences.ColumnForRow(row))),
        Expression.ColumnOf column => Others(column.Index, place).Select(other => With(column with { Index = other }, other, column.Index)),
        _ => [],
    };

    private static IEnumerable<Change> OfEntry(Expression.Entry entry, Place place)
    {
        for (var axis = 0; axis < entry.Indices.Count; axis++)
        {
            var index = entry.Indices[axis];
            foreach (var other in Others(index, place))
            {
                var indices = entry.Indices.ToArray();
                indices[axis] = other;
                yield return With(entry with { Indices = [.. indices] }, other, index);
            }
        }

        if (entry.Indices is [var first, var second] && !first.Equals(second))
            yield return new(entry with { Indices = [second, first] }, Plausibility.Name, () => MistakeSentences.SwappedIndices(first, second));
        if (entry.Source.Shape is Shape.VectorShape && place.Repetitions.Count == 0)
        {
            yield return new(entry.Source, Plausibility.Name, () => MistakeSentences.LostIndex(entry));
            yield return new(new Expression.Call("sum", 0, [entry.Source], Shape.Scalar), Plausibility.Extra, () => MistakeSentences.SumForEntry(entry));
        }
    }

    private static Change With(Expression replacement, Expression other, Expression index) =>
        new(replacement, Plausibility.Name, () => MistakeSentences.WrongIndex(other, index));

    /// <summary>What may stand in an index's place: another index, the first, a neighbour.</summary>
    private static IEnumerable<Expression> Others(Expression index, Place place)
    {
        foreach (var other in place.Indices)
        {
            if (!other.Equals(index)) yield return other;
        }

        if (index is not Expression.Number) yield return Trees.Number(1);
        if (index is Expression.Number number)
        {
            yield return Trees.Number(number.Value + 1);
            if (number.Value > 0) yield return Trees.Number(number.Value - 1);
            yield break;
        }

        yield return Trees.Sum(index, Trees.Number(1));
        yield return Trees.Difference(index, Trees.Number(1));
        if (index is not Expression.Additive { Left: var name, Right: Expression.Number step } sum) yield break;
        yield return name;
        yield return sum.Operator == AdditiveOperator.Add ? Trees.Difference(name, step) : Trees.Sum(name, step);
    }

    private static Shape ColumnShape(Expression matrix) =>
        matrix.Shape is Shape.MatrixShape(var rows, _) ? new Shape.VectorShape(rows) : matrix.Shape;
}
