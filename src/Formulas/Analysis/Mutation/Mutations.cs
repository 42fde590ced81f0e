using System.Collections.Immutable;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Analysis.Mutation;

/// <summary>
/// The formulas that plausible single mistakes make of a right one. A mistake in a piece that stands several times is made at one
/// place and also at all of them, as by one who abbreviates it.
/// </summary>
internal sealed class Mutations
{
    /// <summary>Formulas with more nodes have more mistakes than are worth trying.</summary>
    private const int LargestFormula = 400;

    /// <summary>So many nodes may all mistaken formulas have together.</summary>
    private const int MostNodes = 200_000;

    private readonly Expression formula;
    private readonly Scope scope;
    private readonly IReadOnlyList<string> free;
    private readonly HashSet<Expression> repeated;
    private readonly HashSet<Expression> seen = [];

    private Mutations(Expression formula, Scope scope)
    {
        this.formula = formula;
        this.scope = scope;
        var nodes = Subexpressions.All(formula).ToList();
        free = scope.Open
            ? nodes.OfType<Expression.Reference>().Select(node => node.Name).Distinct().Where(name => scope.Find(name) is null).ToList()
            : [];
        repeated = nodes.GroupBy(node => node).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet();
    }

    /// <summary>Changes of the whole formula; none where it is too large.</summary>
    public static IEnumerable<Change> Of(Expression formula, Scope scope)
    {
        var size = Subexpressions.All(formula).Take(LargestFormula + 1).Count();
        if (size > LargestFormula) return [];
        var mutations = new Mutations(formula, scope);
        return mutations.At(formula, new(scope, []), whole => whole)
            .Concat(ProductChanges.OfWhole(formula))
            .Concat(BracketChanges.OfWhole(formula, scope))
            .Concat(WholeChanges.Of(formula, scope))
            .Take(MostNodes / size)
            .Select(change => mutations.WellShaped(change))
            .OfType<Change>();
    }

    private IEnumerable<Change> At(Expression node, Place place, Func<Expression, Expression> around)
    {
        var isRepeated = repeated.Contains(node) && seen.Add(node) && Operands.IsClosed(node);
        foreach (var change in Here(node, place))
        {
            yield return change with { Replacement = around(change.Replacement) };
            if (isRepeated) yield return change with { Replacement = Operands.Everywhere(formula, node, change.Replacement), IsEverywhere = true };
        }

        var operands = Subexpressions.Of(node);
        for (var k = 0; k < operands.Count; k++)
        {
            // Sizes as arguments (eye(n)) and the ranges' ends are no places for mistakes of their own.
            if (node is Expression.Call { Function: "eye" or "ones" or "onehot" } || (node is Expression.Repeated && k < 2)) continue;
            // An index is another one as a whole: that is named at the entry.
            if (node is Expression.Entry or Expression.RowOf or Expression.ColumnOf && k > 0) continue;
            var inner = node is Expression.Repeated loop ? place with { Repetitions = place.Repetitions.Add(loop) } : place;
            var at = k;
            Expression Around(Expression operand)
            {
                var replaced = operands.ToArray();
                replaced[at] = operand;
                return around(Operands.Replaced(node, replaced));
            }

            foreach (var change in At(operands[k], inner, Around)) yield return change;
        }

        if (node is Expression.Additive sum && ReferenceEquals(formula, node))
        {
            foreach (var change in WholeChanges.OfTerm(sum.Right, formula, scope)) yield return change with { Replacement = sum with { Right = change.Replacement } };
            foreach (var change in WholeChanges.OfTerm(sum.Left, formula, scope)) yield return change with { Replacement = sum with { Left = change.Replacement } };
        }
    }

    private IEnumerable<Change> Here(Expression node, Place place) =>
        SignChanges.Of(node)
            .Concat(TermChanges.Of(node))
            .Concat(FactorChanges.Of(node))
            .Concat(FunctionChanges.Of(node, scope))
            .Concat(SumChanges.Of(node, place))
            .Concat(IndexChanges.Of(node, place))
            .Concat(SymbolChanges.Of(node, scope))
            .Concat(SymbolChanges.OfFree(node, free))
            .Concat(ProductChanges.Of(node))
            .Concat(PowerChanges.Of(node))
            .Concat(NumberChanges.Of(node))
            .Concat(ConditionChanges.Of(node))
            .Concat(BracketChanges.Of(node))
            .Concat(PlacementChanges.Of(node));

    /// <summary>The change with shapes that fit, if need be read anew; null where they cannot fit.</summary>
    private Change? WellShaped(Change change)
    {
        if (Shapes.AreSound(change.Replacement)) return change;
        return FormulaReader.Read(Calculator.Print(change.Replacement), scope) is Reading<Expression>.Success(var read, _)
            ? change with { Replacement = read }
            : null;
    }
}
