using Formulas.Text;

namespace Grader.Exercises;

/// <summary>One cell of one table part of a worksheet.</summary>
public sealed record CellAddress(string Part, string Cell);

/// <summary>
/// The tables of a worksheet as a graph: an edge from each cell to the cells that are worked out from it, within a part or across
/// parts, as the exercise's own formulas say. It has no circle, so that of several wrong cells one comes first.
/// </summary>
public sealed class CellDependencies
{
    private readonly Dictionary<CellAddress, Cell> cells = [];
    private readonly List<CellAddress> order = [];
    private readonly List<CellAddress> underway = [];

    private CellDependencies(Worksheet worksheet)
    {
        foreach (var part in worksheet.Parts)
        {
            if (part.Kind is not PartKind.Table table) continue;
            foreach (var cell in table.Cells) cells.TryAdd(new(part.Id, cell.Name), cell);
        }

        foreach (var address in cells.Keys) Visit(address);
    }

    /// <summary>Every cell after the cells it is worked out from; otherwise as they stand in the worksheet.</summary>
    public IReadOnlyList<CellAddress> Order => order;

    /// <summary>The cells of the first circle that was met, ending where it began; null where there is none.</summary>
    public EquatableList<CellAddress>? Circle { get; private set; }

    public static CellDependencies Of(Worksheet worksheet) => new(worksheet ?? throw new ArgumentNullException(nameof(worksheet)));

    /// <summary>The cells that a cell is worked out from directly, those that do not exist left out.</summary>
    public IEnumerable<CellAddress> Sources(CellAddress address) => cells[address].DependsOn.Select(AddressOf).Where(cells.ContainsKey);

    /// <summary>All that is wrong with the sources that cells name.</summary>
    internal void Check(ProblemLog log)
    {
        foreach (var (address, cell) in cells)
        {
            foreach (var source in cell.DependsOn.Where(source => !cells.ContainsKey(AddressOf(source))))
            {
                log.Add(1, $"The cell {Written(address)} depends on {Written(AddressOf(source))}, which is no cell.",
                    Suggestion.For(source.Cell, cells.Keys.Where(known => known.Part == source.Part).Select(known => known.Cell)));
            }
        }

        if (Circle is { } circle)
        {
            log.Add(1, $"Cells depend on each other in a circle: {string.Join(" -> ", circle.Select(Written))}.", "A cell can only follow from cells before it.");
        }
    }

    private void Visit(CellAddress address)
    {
        if (order.Contains(address)) return;
        if (underway.Contains(address))
        {
            Circle ??= underway.SkipWhile(cell => cell != address).Append(address).ToEquatableList();
            return;
        }

        underway.Add(address);
        foreach (var source in Sources(address)) Visit(source);
        underway.Remove(address);
        order.Add(address);
    }

    private static CellAddress AddressOf(CellSource source) => new(source.Part, source.Cell);

    private static string Written(CellAddress address) => $"{address.Part}:{address.Cell}";
}
