using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;

namespace Grader.Variants;

/// <summary>Whether a value would pass for the right one.</summary>
internal static class Agreement
{
    public static bool Holds(IReadOnlyList<double> value, EquatableList<double> right, Tolerance tolerance) =>
        value.Count == right.Count
        && Enumerable.Range(0, right.Count).All(i => Rounding.Judge(WrittenNumber.Exact(value[i]), right[i], tolerance) == Closeness.Right);
}
