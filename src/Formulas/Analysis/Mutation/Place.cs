using System.Collections.Immutable;
using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Where in a formula a change is made: the names in reach there.</summary>
/// <param name="Scope">The part's symbols.</param>
/// <param name="Repetitions">The sums and products over an index around the node, the innermost last.</param>
internal sealed record Place(Scope Scope, ImmutableList<Expression.Repeated> Repetitions)
{
    /// <summary>The indices that may stand at the place: those asked about, and the running ones.</summary>
    public IEnumerable<Expression> Indices => Scope.Symbols
        .Where(symbol => symbol.Kind == SymbolKind.Index)
        .Select(Expression (symbol) => new Expression.Reference(symbol.Name, Shape.Scalar))
        .Concat(Repetitions.Select(repeated => new Expression.BoundIndex(repeated.Index)));

    /// <summary>What an axis of an array counts from.</summary>
    public int FirstIndex(Expression array, int axis) => array is Expression.Reference reference && Scope.Find(reference.Name) is { } symbol ? symbol.FirstIndex(axis) : 1;

    public Expression Entry(Expression vector, Expression index) => new Expression.Entry(vector, [index], [FirstIndex(vector, 0)]);
}
