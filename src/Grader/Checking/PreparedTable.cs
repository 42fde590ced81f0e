using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>A table part with each cell prepared as the function it is.</summary>
/// <param name="Order">The cells' names, each after those it is worked out from.</param>
/// <param name="CarryCap">The most of the part's credit that carried cells may earn together.</param>
internal sealed record PreparedTable(
    string PartId, EquatableList<PreparedCell> Cells, EquatableList<CellReading> Readings, EquatableList<string> Order, decimal CarryCap)
{
    /// <summary>The answer's entry for each cell that it names, and the names that are no cell's.</summary>
    public (Dictionary<string, Answer> ByCell, List<string> Unknown, List<string> Doubled) Sort(Answer.Cells answer)
    {
        var byCell = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var (unknown, doubled) = (new List<string>(), new List<string>());
        foreach (var (name, content) in answer.Items)
        {
            var cell = Find(name);
            if (cell is null) unknown.Add(name);
            else if (!byCell.TryAdd(cell.Cell.Name, content)) doubled.Add(cell.Cell.Name);
        }

        return (byCell, unknown, doubled);
    }

    /// <summary>The cell that a name in a program means: C# names have no slash, so that dy_da and dyda stand for dy/da.</summary>
    public string? NameOf(string name) =>
        (Find(name) ?? Cells.FirstOrDefault(cell => Spellings(cell).Select(Letters).Contains(Letters(name))))?.Cell.Name;

    public IEnumerable<string> Names => Cells.Select(cell => cell.Cell.Name);

    /// <summary>By name or spelling, exactly if possible, else without regard to blanks and to the kind of d in dy/da.</summary>
    private PreparedCell? Find(string name) =>
        Cells.FirstOrDefault(cell => Spellings(cell).Contains(name))
        ?? Cells.FirstOrDefault(cell => Spellings(cell).Select(Normal).Contains(Normal(name)));

    private static IEnumerable<string> Spellings(PreparedCell cell) => cell.Cell.Spellings.Prepend(cell.Cell.Name);

    private static string Letters(string name) => string.Concat(Normal(name).Where(char.IsLetterOrDigit));

    private static string Normal(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c))).Replace('∂', 'd').ToLowerInvariant();
}

/// <param name="Carry">The cell's formula from earlier cells, in the scope of <see cref="CarriedScope"/>; null where it rests on inputs alone.</param>
internal sealed record PreparedCell(Cell Cell, PreparedFunction Function, Expression? Carry);
