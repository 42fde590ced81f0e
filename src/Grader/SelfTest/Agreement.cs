using System.Globalization;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.SelfTest;

/// <summary>
/// Holds values from two ways of calculation against each other. They agree when no entry differs by more than
/// <see cref="Allowed"/> of the value's largest entry, beside what rounding is known to do to it.
/// </summary>
internal sealed class Agreement(string part, string check)
{
    public const double Allowed = 1e-10;

    private int samples;
    private double worst;
    private string? disagreement;

    public bool HasFailed => disagreement is not null;

    public int Samples => samples;

    public void Fail(string message) => disagreement ??= message;

    /// <summary>
    /// Compares where rounding leaves enough digits to tell; elsewhere (a saturated softmax, a difference of near equals)
    /// nothing is learnt and nothing counted.
    /// </summary>
    /// <param name="bounds">Entry by entry, how far rounding may have moved one of the values.</param>
    public void Compare(Value expected, Value actual, EquatableList<double> bounds, string where)
    {
        var scale = Agreement.Entries(expected).Concat(Agreement.Entries(actual)).Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (bounds.All(bound => bound <= Allowed * scale)) CompareWithin(expected, actual, bounds, where);
    }

    /// <summary>Compares to the bounds, however wide they are.</summary>
    public void CompareWithin(Value expected, Value actual, EquatableList<double> bounds, string where)
    {
        samples++;
        var left = Entries(expected);
        var right = Entries(actual);
        if (left.Count != right.Count)
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"At {where}: {left.Count} entries here, {right.Count} there."));
            return;
        }

        var scale = left.Concat(right).Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (var k = 0; k < left.Count; k++)
        {
            var difference = Math.Abs(left[k] - right[k]);
            var rounding = k < bounds.Count ? bounds[k] : 0;
            var relative = difference <= rounding || scale == 0 ? 0 : (difference - rounding) / scale;
            if (!double.IsFinite(difference) || difference > rounding + (Allowed * scale))
            {
                Fail(string.Create(CultureInfo.InvariantCulture, $"At {where}: {left[k]:G9} here, {right[k]:G9} there."));
            }

            worst = Math.Max(worst, double.IsFinite(relative) ? relative : double.MaxValue);
        }
    }

    /// <summary>Counts a comparison whose relative difference was measured elsewhere.</summary>
    public void Measure(double relative, string where)
    {
        samples++;
        worst = Math.Max(worst, double.IsFinite(relative) ? relative : double.MaxValue);
        if (!(relative <= Allowed)) Fail(string.Create(CultureInfo.InvariantCulture, $"At {where}: off by {relative:G3} of the value."));
    }

    public CheckResult Result() => new(part, check, samples, worst, disagreement);

    /// <summary>The numbers of a value in one row: entries row by row, 1 and 0 for truth.</summary>
    public static IReadOnlyList<double> Entries(Value value) => value switch
    {
        Value.Scalar(var number) => [number],
        Value.Vector(var entries) => entries,
        Value.Matrix matrix => matrix.Entries,
        Value.Truth(var holds) => [holds ? 1 : 0],
        Value.Named(var items) => [.. items.SelectMany(item => Entries(item.Value))],
        Value.ScalarFunction or Value.VectorMap => throw new ArgumentException("A function is no result.", nameof(value)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
