using System.Globalization;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>What is said about cells that rest on each other.</summary>
internal static partial class Messages
{
    /// <summary>Why a number is not worked on with, as the end of a sentence.</summary>
    public const string OutsideDomain = "it is not a value that this cell can have at all";

    public const string MakesTrivial = "with it there would be nothing left to work out here";

    public const string TooLarge = "it is more than a million times too large";

    public const string SameInSeveral = "the same number stands in several cells that differ";

    public const string NoValue = "with it this cell would have no value";

    /// <summary>Of one cell, with the value that was carried.</summary>
    /// <param name="part">The cell's own part; cells of others are named with theirs.</param>
    public static Feedback CarriedForward(Carry.Value own, string part) => new("carried-forward", own.Wrong.Count == 0
        ? $"The value follows from your own rounded earlier cells, from which it would be {Shown(own.Number)}, and counts in full."
        : $"The value follows correctly from your own {Listed(own.Wrong, part)}, from which it would be {Shown(own.Number)}. "
            + "It counts in full; the mistake lies earlier.");

    /// <summary>Of one cell that is answered by a formula.</summary>
    public static Feedback FormulaCarriedForward(EquatableList<OwnCell> from, string part) => new("carried-forward",
        $"The formula follows correctly from your own for {string.Join(" and ", from.Select(cell => cell.Part == part ? cell.Cell : $"{cell.Cell} of {cell.Part}"))}. "
        + "It counts in full; the mistake lies earlier.");

    /// <summary>Of a part that follows from others.</summary>
    public static Feedback PartCarriedForward(EquatableList<string> from) => new("carried-forward",
        $"This follows correctly from your own answer to {string.Join(" and ", from)} and counts in full. The mistake lies there.");

    /// <summary>Of a whole table.</summary>
    public static Feedback CarriedForward(string cells, EquatableList<OwnCell> from, PreparedTable table)
    {
        var own = from.Count == 0 ? "your own earlier cells" : $"your own {string.Join(", ", from.Select(cell => Written(cell, table.PartId)))}";
        var cap = from.Count > 0 && table.CarryCap < 1
            ? $"Together such cells earn at most {(100 * table.CarryCap).ToString("0.#", CultureInfo.InvariantCulture)} % of the part."
            : "These count in full.";
        return new("carried-forward", $"Followed correctly from {own}: {cells}. {cap}");
    }

    /// <param name="misused">The symbols that the formula of the cell may not use: its own, or those of later cells.</param>
    public static Feedback LaterCell(CellOrder order, EquatableList<string> misused)
    {
        var isItself = misused.Count == 1 && misused[0] == order.Cell;
        var earlier = order.Earlier.Count == 0 ? "" : $" Earlier cells may be used as well: {string.Join(", ", order.Earlier)}.";
        return new("later-cell", (isItself
            ? $"The cell {order.Cell} cannot be worked out from itself."
            : $"The cell {order.Cell} cannot be worked out from {string.Join(", ", misused)}: a cell uses neither itself nor what comes after it.")
            + $" Its formula uses the inputs ({string.Join(", ", order.Inputs)}).{earlier}");
    }

    public static Feedback FirstMistake(string cell, int wrong) => new("first-mistake", wrong == 1
        ? $"The one mistake of this table is in {cell}. What follows from it was judged from your own value."
        : $"The first mistake is in {cell}; begin there. What follows from it was judged from your own value.");

    public static Feedback DoesNotFollow(EquatableList<OwnCell> from, string part) => new("not-carried",
        $"Nor does it follow from your own {Listed(from, part)}, so a mistake was made here as well.");

    public static Feedback NotCarried(Carry.Barred barred, string part) => new("not-carried",
        $"The cell could not be judged from your own {Listed([barred.Cell], part)}: {barred.Reason}. Correct that one first.");

    private static string Listed(EquatableList<OwnCell> cells, string within) =>
        string.Join(" and ", cells.Select(cell => Written(cell, within)));

    private static string Written(OwnCell cell, string within)
    {
        // A formula need not have a value at the given inputs.
        var named = double.IsFinite(cell.Number) ? $"{cell.Cell} = {Shown(cell.Number)}" : cell.Cell;
        return cell.Part == within ? named : $"{named} of {cell.Part}";
    }

    private static string Shown(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
