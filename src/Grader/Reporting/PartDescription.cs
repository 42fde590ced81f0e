using System.Globalization;
using Formulas.Expressions;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;

namespace Grader.Reporting;

/// <summary>What a part takes, in plain words: its kind, symbols with shapes, domains and spellings, method, options.</summary>
public static class PartDescription
{
    /// <summary>How the part is answered, as one sentence.</summary>
    public static string HowToAnswer(PartKind kind) => kind switch
    {
        PartKind.Function { Specification: var f } => $"Answer: a formula, or its value at the given inputs ({Piece.InWords(f.Shape)}).",
        PartKind.Predicate => "Answer: a condition, such as \"a > 0 and b <= 1\".",
        PartKind.Table table when MayBeUsedToo(table).Any(symbol => CellOrder.CellsOf(symbol, table).Any()) =>
            "Answer: an object with a number or a formula for each cell. A formula never uses its own cell or later ones.",
        PartKind.Table => "Answer: an object with a number or a formula for each cell.",
        PartKind.Graph => "Answer: a computation graph, {\"nodes\": {\"s\": {\"op\": \"add\", \"in\": [\"a\", \"b\"]}, ...}, \"output\": \"s\"}.",
        PartKind.Choice => "Answer: one option.",
        PartKind.Claims => "Answer: a list of all the options that are true.",
        PartKind.Prose => "Answer: a text. A person marks it.",
        PartKind.Fit => "Answer: a method in a program; an answer file cannot answer this part.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The specifications a part is judged by: one, or one for each cell.</summary>
    public static IEnumerable<FunctionSpecification> Specifications(PartKind kind) => kind switch
    {
        PartKind.Function { Specification: var f } => [f],
        PartKind.Predicate { Specification: var f } => [f],
        PartKind.Graph { Specification: var f } => [f],
        PartKind.Table { Cells: var cells } => cells.Select(cell => cell.Specification),
        PartKind.Choice or PartKind.Claims or PartKind.Prose or PartKind.Fit => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>
    /// The derived symbols that answers may use besides the inputs, in a table those of any cell. A graph computes from inputs alone.
    /// </summary>
    public static EquatableList<Symbol> MayBeUsedToo(PartKind kind) => kind is PartKind.Graph
        ? []
        : Specifications(kind).SelectMany(f => f.Scope.Symbols.Where(symbol => symbol.Kind == SymbolKind.Derived && !f.Inputs.Contains(symbol.Name)))
            .DistinctBy(symbol => symbol.Name).ToEquatableList();

    /// <summary>The options of a choice or claims part.</summary>
    public static EquatableList<Option> Options(PartKind kind) => kind switch
    {
        PartKind.Choice { Options: var options } => options,
        PartKind.Claims { Options: var options } => options,
        _ => [],
    };

    /// <summary>What the symbol is: shape and domain, or what it stands for.</summary>
    public static string Describe(Symbol symbol) => symbol.Kind switch
    {
        SymbolKind.Index => $"an index from {symbol.FirstIndex(0)} to {Last(symbol)}",
        SymbolKind.ScalarFunction => $"a smooth function of one number; {symbol.Name}' is its derivative",
        SymbolKind.VectorMap => $"a map of vectors to vectors; J_{symbol.Name}(z) is its Jacobian",
        SymbolKind.Derived => $"{Piece.InWords(symbol.Shape)}: {Definition(symbol)}",
        SymbolKind.Variable => Piece.InWords(symbol.Shape) + Describe(symbol.Domain),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Last(Symbol index) => index.Range is { } size ? (size with { Offset = size.Offset + index.FirstIndex(0) - 1 }).ToString() : "?";

    private static string Definition(Symbol symbol) =>
        symbol.Parameters is { Count: > 0 } parameters
            ? $"{symbol.Name}[{string.Join(",", parameters)}] = {symbol.Definition}"
            : $"{symbol.Name} = {symbol.Definition}";

    private static string Describe(Domain domain) => domain switch
    {
        Domain.Interval { Low: null, High: null } => string.Empty,
        Domain.Interval { Low: { } low, High: null } i => $", {(i.LowOpen ? ">" : ">=")} {Number(low)}",
        Domain.Interval { Low: null, High: { } high } i => $", {(i.HighOpen ? "<" : "<=")} {Number(high)}",
        Domain.Interval { Low: { } low, High: { } high } i =>
            $", from {Number(low)}{(i.LowOpen ? " (not itself)" : "")} to {Number(high)}{(i.HighOpen ? " (not itself)" : "")}",
        Domain.Integers { Low: var low, High: var high } => $", whole numbers from {low} to {high}",
        Domain.Binary => ", each 0 or 1",
        Domain.OneHot => ", a single 1 and zeros elsewhere",
        Domain.PositiveDefinite => ", symmetric and positive definite",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
