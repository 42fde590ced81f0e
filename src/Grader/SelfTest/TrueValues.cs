using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Reference;

namespace Grader.SelfTest;

/// <summary>
/// The true values of a worksheet's parts: by the reference's methods or, where the reference knows nothing of the worksheet,
/// by the canonical formulas, which derivations are then held against.
/// </summary>
internal sealed class TrueValues(Worksheet worksheet)
{
    /// <summary>Whether the reference has methods for this worksheet; then it must have one for each part.</summary>
    public bool HasReference { get; } = Catalogue.Methods.Keys.Any(part => part.StartsWith($"{worksheet.Id}/", StringComparison.Ordinal));

    /// <summary>A function, predicate or graph by its value; a table by its cells' values, under their names.</summary>
    public ReferenceMethod Of(string partId) => HasReference
        ? Catalogue.Methods.TryGetValue($"{worksheet.Id}/{partId}", out var method) ? method : Missing($"The reference has no method for {worksheet.Id}/{partId}.")
        : ByFormula(partId);

    public ReferenceMethod Of(string partId, string cell)
    {
        var table = Of(partId);
        return inputs => table(inputs) is Value.Named(var items) && items.FirstOrDefault(item => item.Name == cell) is { } found
            ? found.Value
            : throw new UnreadableFormulaException($"There is no value for the cell {cell} of {worksheet.Id}/{partId}.");
    }

    private ReferenceMethod ByFormula(string partId) => worksheet.Find(partId)?.Kind switch
    {
        PartKind.Function { Specification: var asked } => ByFormula(asked),
        PartKind.Predicate { Specification: var asked } => ByFormula(asked),
        PartKind.Graph { Specification: var asked } => ByFormula(asked),
        PartKind.Table { Cells: var cells } => ByFormula(cells),
        _ => Missing($"{worksheet.Id}/{partId} has no formula to take its value from."),
    };

    private static ReferenceMethod ByFormula(EquatableList<Cell> cells)
    {
        var formulas = cells.Select(cell => (cell.Name, Value: ByFormula(cell.Specification))).ToList();
        return inputs => new Value.Named(formulas.Select(cell => new NamedValue(cell.Name, cell.Value(inputs))).ToEquatableList());
    }

    /// <summary>Not a number where the formula has no value.</summary>
    private static ReferenceMethod ByFormula(FunctionSpecification asked)
    {
        var formula = new Lazy<Expression>(() => Parsed.Formula(asked.Canonical, asked.Scope));
        return inputs => Evaluation.Evaluate(formula.Value, inputs) is Outcome.Known(var value) ? value : new Value.Scalar(double.NaN);
    }

    private static ReferenceMethod Missing(string message) => _ => throw new UnreadableFormulaException(message);
}
