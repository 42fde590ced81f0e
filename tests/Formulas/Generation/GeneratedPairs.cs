using Formulas.Analysis;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Tests.Generation;

/// <summary>An answer and a reference as texts, with what is known of them.</summary>
/// <param name="Kind">Where the formulas come from, for reports.</param>
internal sealed record GeneratedPair(string Answer, string Reference, bool AreEqual, Scope Scope, string Kind);

/// <summary>
/// Pairs of formulas in random notations: equal ones made by <see cref="Laws"/>, different ones by mutation and by laws after it,
/// kept only where <see cref="Proof"/> shows that they differ. References without any value, such as 1/(x - x), are left out.
/// </summary>
internal static class GeneratedPairs
{
    private static readonly Scope Open = Scope.Empty with { Open = true };

    /// <summary>Scalars with domains: x above 0, y between 0 and 1, z any number.</summary>
    private static readonly Scope Bounded = new(
        [
            Number("x", new Domain.Interval(0, null, LowOpen: true)),
            Number("y", new Domain.Interval(0, 1, LowOpen: true, HighOpen: true)),
            Number("z", Domain.Reals),
        ],
        [],
        []);

    /// <summary>The same pairs for the same seed, equal ones and different ones in turn.</summary>
    public static IEnumerable<GeneratedPair> Draw(ulong seed, int count)
    {
        var found = 0;
        foreach (var (formula, scope, kind, index) in Formulas(seed))
        {
            var pair = Pair(formula, scope, kind, new(seed, index, "pairs"), areEqual: found % 2 == 0, seed, index);
            if (pair is null) continue;
            yield return pair;
            if (++found == count) yield break;
        }
    }

    private static GeneratedPair? Pair(Expression formula, Scope scope, string kind, SeededRandom random, bool areEqual, ulong seed, int index)
    {
        string[] scalars = kind == "arrays" ? ["a", "b"] : ["x", "y", "z"];
        var reference = random.OneIn(2) ? formula : new Laws(scalars, random, mayWiden: false).Rewrite(formula, random.Next(1, 3));
        var changed = areEqual ? formula : Mutated(formula, scope, random);
        if (changed is null) return null;
        var laws = new Laws(scalars, random, mayWiden: true);
        var answer = laws.Rewrite(changed, areEqual ? random.Next(1, 6) : random.Next(0, 3));
        if (areEqual ? !Proof.HasValue(formula, scope, seed, index) : !Proof.Differ(changed, formula, scope, seed, index)) return null;
        return new(
            NotationStyle.Draw(scope, seed, 2 * index).Print(answer), NotationStyle.Draw(scope, seed, (2 * index) + 1).Print(reference), areEqual, scope, kind);
    }

    private static Expression? Mutated(Expression formula, Scope scope, SeededRandom random)
    {
        var changes = Mutations.Of(formula, scope).Select(change => change.Replacement).Where(changed => changed.Shape == formula.Shape).ToList();
        return changes.Count == 0 ? null : changes[random.Next(0, changes.Count - 1)];
    }

    private static IEnumerable<(Expression Formula, Scope Scope, string Kind, int Index)> Formulas(ulong seed)
    {
        const int Batch = 500;
        for (var index = 0; ; index += Batch)
        {
            var arrays = WellShaped.Scalars(1 + (index / Batch % 3), seed + (ulong)index, Batch / 2).Concat(WellShaped.Vectors(2, seed + (ulong)index, Batch / 8))
                .Where(formula => !Subexpressions.All(formula).Any(node => node is Expression.Let));
            var k = index;
            foreach (var formula in arrays)
            {
                // Printed and read once, so that each sum within a sum has an index of its own.
                if (FormulaReader.Read(Calculator.Print(formula), WellShaped.Scope) is Reading<Expression>.Success(var read, _))
                    yield return (read, WellShaped.Scope, "arrays", k++);
            }

            for (; k < index + Batch; k++)
            {
                var scope = k % 2 == 0 ? Open : Bounded;
                var text = new Rewriting(seed, k).Formula(1 + (k % 4)).ToString()!;
                if (FormulaReader.Read(text, scope) is Reading<Expression>.Success(var read, _)) yield return (read, scope, k % 2 == 0 ? "open" : "bounded", k);
            }
        }
    }

    private static Symbol Number(string name, Domain domain) => new(name, SymbolKind.Variable, Shape.Scalar, domain, [], []);
}
