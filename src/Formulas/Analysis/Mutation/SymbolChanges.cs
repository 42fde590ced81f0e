using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>A symbol that stands where another belongs, be it of another shape.</summary>
internal static class SymbolChanges
{
    public static IEnumerable<Change> Of(Expression node, Scope scope)
    {
        if (node is not Expression.Reference reference || scope.Find(reference.Name)?.Kind == SymbolKind.Index) yield break;
        foreach (var symbol in scope.Symbols)
        {
            if (symbol.Name == reference.Name || symbol.Kind is not (SymbolKind.Variable or SymbolKind.Derived)) continue;
            yield return new(new Expression.Reference(symbol.Name, symbol.Shape), Plausibility.Name, () => MistakeSentences.WrongSymbol(symbol.Name, reference.Name));
        }
    }

    /// <summary>The same for names of an open scope, which are no symbols: the other names of the formula.</summary>
    public static IEnumerable<Change> OfFree(Expression node, IReadOnlyList<string> free)
    {
        if (node is not Expression.Reference { Shape: Shape.ScalarShape } reference || !free.Contains(reference.Name)) yield break;
        foreach (var other in free)
        {
            if (other != reference.Name)
                yield return new(new Expression.Reference(other, Shape.Scalar), Plausibility.Name, () => MistakeSentences.WrongSymbol(other, reference.Name));
        }
    }
}
