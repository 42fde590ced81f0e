using Formulas.Text;
using Grader.Exercises;

namespace Grader.Variants;

/// <summary>The functions of a part whose given inputs vary, and the part with others in their place.</summary>
internal static class VariedKinds
{
    public static IEnumerable<FunctionSpecification> Functions(PartKind kind) => kind switch
    {
        PartKind.Function function => [function.Specification],
        PartKind.Predicate predicate => [predicate.Specification],
        PartKind.Graph graph => [graph.Specification],
        PartKind.Table table => table.Cells.Select(cell => cell.Specification),
        PartKind.Choice or PartKind.Claims or PartKind.Prose or PartKind.Fit => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Values that the source prints belong to its own numbers, and so do readings of a table that are values.</summary>
    public static PartKind With(PartKind kind, Func<FunctionSpecification, FunctionSpecification> vary) => kind switch
    {
        PartKind.Function function => new PartKind.Function(vary(function.Specification)),
        PartKind.Predicate predicate => predicate with { Specification = vary(predicate.Specification) },
        PartKind.Graph graph => graph with { Specification = vary(graph.Specification) },
        PartKind.Table table => new PartKind.Table([.. table.Cells.Select(cell => cell with { Specification = vary(cell.Specification) })], []),
        _ => kind,
    };
}
