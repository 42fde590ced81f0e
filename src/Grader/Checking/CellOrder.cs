using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking;

/// <summary>
/// What the place of a cell in its table's order leaves to its formula: the inputs and the cells before it. A cell that named itself,
/// or one after it, would be worked out from what it is to give.
/// </summary>
/// <param name="Cell">The cell's name.</param>
/// <param name="Inputs">The inputs that its formula may use.</param>
/// <param name="Earlier">The symbols of the part that its formula may use besides, such as those of earlier cells.</param>
/// <param name="Withheld">The symbols of the cell itself and of later ones, and those that are made from them.</param>
/// <param name="LaterCells">All that the cell itself and later ones are called, also where it is no symbol.</param>
internal sealed record CellOrder(
    string Cell, EquatableList<string> Inputs, EquatableList<string> Earlier, EquatableList<string> Withheld, EquatableList<string> LaterCells)
{
    /// <param name="order">The names of the table's cells, each after those it is worked out from.</param>
    public static CellOrder Of(Cell cell, PartKind.Table table, IReadOnlyList<string> order, DerivedSymbols derived)
    {
        var scope = cell.Specification.Scope;
        var known = scope.Symbols.Where(symbol => symbol.Kind == SymbolKind.Derived && !cell.Specification.Inputs.Contains(symbol.Name)).ToList();
        var later = order.SkipWhile(name => name != cell.Name).ToHashSet(StringComparer.Ordinal);
        var ofLater = known.Where(symbol => CellsOf(symbol, table).Any(later.Contains)).Select(symbol => symbol.Name).ToList();
        var ofCells = known.Where(symbol => CellsOf(symbol, table).Any()).Select(symbol => symbol.Name).ToHashSet(StringComparer.Ordinal);
        var madeOfLater = known.Select(symbol => symbol.Name).Where(name => !ofCells.Contains(name) && derived.RestOn([name]).Overlaps(ofLater));
        var withheld = ofLater.Concat(madeOfLater).ToEquatableList();
        return new(cell.Name, cell.Specification.Inputs, known.Select(symbol => symbol.Name).Where(name => !withheld.Contains(name)).ToEquatableList(), withheld,
            table.Cells.Where(own => later.Contains(own.Name)).SelectMany(own => own.Spellings.Prepend(own.Name)).ToEquatableList());
    }

    /// <summary>The cells of a table that a symbol stands for; several where it is called as different cells are.</summary>
    public static IEnumerable<string> CellsOf(Symbol symbol, PartKind.Table table) => table.Cells
        .Where(cell => cell.Spellings.Prepend(cell.Name).Intersect(symbol.Spellings.Prepend(symbol.Name), StringComparer.Ordinal).Any())
        .Select(cell => cell.Name);

    /// <summary>The symbols of a formula that it may not use, each once.</summary>
    public EquatableList<string> Misused(Expression formula) => Withheld.Count == 0 ? [] : Subexpressions.Symbols(formula).Distinct().Where(Withheld.Contains).ToEquatableList();
}
