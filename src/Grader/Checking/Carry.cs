using Formulas.Text;

namespace Grader.Checking;

/// <summary>A cell with the number that the student gave for it.</summary>
internal sealed record OwnCell(string Part, string Cell, double Number);

/// <summary>What follows for a cell from the student's own earlier ones.</summary>
internal abstract record Carry
{
    private Carry()
    {
    }

    /// <summary>There are no earlier cells, or none was answered.</summary>
    public sealed record Nothing : Carry;

    /// <param name="Slack">How far the rounding of the earlier numbers may have moved it.</param>
    /// <param name="Wrong">The earlier cells that are not right; empty where they are only rounded.</param>
    public sealed record Value(double Number, double Slack, EquatableList<OwnCell> Wrong) : Carry
    {
        /// <summary>Too few digits are named against the value itself: two roundings at once would let much through.</summary>
        public Closeness Judge(WrittenNumber number, Exercises.Tolerance tolerance)
        {
            var nearest = Math.Clamp(number.Value, Number - Slack, Number + Slack);
            return Rounding.Judge(number, nearest, tolerance) == Closeness.Right ? Closeness.Right : Rounding.Judge(number, Number, tolerance);
        }
    }

    /// <summary>The number of an earlier cell is not one to work on with.</summary>
    public sealed record Barred(OwnCell Cell, string Reason) : Carry;
}
