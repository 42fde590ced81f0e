using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking;
using Grader.Checking.Graphs;
using Grader.Exercises;

namespace Grader.Hints;

/// <summary>
/// The hints for a part, the gentlest first: where to look, then what the author wrote, then what the answer is made of,
/// then its outline. The last two come from the right formula itself, so that every part with a formula has them.
/// </summary>
public static class PartHints
{
    public static IReadOnlyList<Hint> Of(Part part) =>
    [
        .. part.LookAtNext.Length > 0 ? [new Hint(part.LookAtNext, null)] : Array.Empty<Hint>(),
        .. BeyondTheFirst(part),
    ];

    /// <summary>Those after "what to look at next", which a report shows at once.</summary>
    public static IReadOnlyList<Hint> BeyondTheFirst(Part part) =>
        [.. part.Hints.Select(text => new Hint(text, null)), .. FromTheAnswer(part.Kind)];

    private static IEnumerable<Hint> FromTheAnswer(PartKind kind) => kind switch
    {
        PartKind.Function { Specification: var function } => FromFormula(function),
        PartKind.Predicate { Specification: var predicate } => FromFormula(predicate),
        // What stands in for functions that the sheet leaves open says nothing about the graph.
        PartKind.Graph { Rules.RequiredOperations: var required } when GraphOperations.StandIns(required).Any() => [],
        PartKind.Graph { Specification: var graph } => FromFormula(graph),
        PartKind.Table { Cells: var cells } => FromCells(cells),
        _ => [],
    };

    private static IEnumerable<Hint> FromFormula(FunctionSpecification specification)
    {
        if (FormulaReader.Read(specification.Canonical, specification.Scope) is not Reading<Expression>.Success { Value: var formula }) yield break;
        if (Ingredients(formula, specification) is { } ingredients) yield return new Hint(ingredients, null);
        if (Frame.Of(formula) is { } frame) yield return new Hint("Its outline, with empty places for you to fill:", new ReadFormula(frame, specification.Scope));
    }

    private static string? Ingredients(Expression formula, FunctionSpecification specification)
    {
        var used = Subexpressions.Symbols(formula);
        if (used.Count == 0) return null;
        var names = specification.Scope.Symbols.Select(symbol => symbol.Name).Where(used.Contains).Select(Code).ToList();
        var enters = DerivedSymbols.Read(specification.Scope) is Reading<DerivedSymbols>.Success { Value: var derived } ? derived.RestOn(used) : used;
        var idle = specification.Inputs.Where(input => !enters.Contains(input)).Select(Code).ToList();
        var whole = formula.Shape is Shape.TruthShape ? "The answer is a condition" : $"The answer is {Piece.InWords(formula.Shape)}";
        var without = idle.Count == 0 ? string.Empty : $" It does not depend on {Listed(idle, "or")}.";
        return $"{whole}, made of {Listed(names, "and")}.{without}";
    }

    private static IEnumerable<Hint> FromCells(EquatableList<Cell> cells)
    {
        var steps = cells.Where(cell => cell.DependsOn.Count > 0)
            .Select(cell => $"{Code(cell.Name)} from {Listed([.. cell.DependsOn.Select(source => Code(source.Cell)).Distinct()], "and")}")
            .ToList();
        if (steps.Count > 0) yield return new Hint($"Each cell needs earlier ones: {string.Join("; ", steps)}.", null);
    }

    private static string Code(string name) => $"`{name}`";

    private static string Listed(List<string> names, string last) => names.Count switch
    {
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} {last} {names[^1]}",
    };
}
