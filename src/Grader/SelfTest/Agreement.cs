using System.Globalization;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.SelfTest;

/// <summary>
/// Holds values from two ways of calculation against each other. They agree when no entry differs by more than
/// <see cref="Allowed"/> of the value's largest entry; finite differences when they differ by no more than their own error bound.
/// </summary>
internal sealed class Agreement(string part, string check)
{
    public const double Allowed = 1e-10;

    private int samples;
    private double worst;
    private double worstShare;
    private string? disagreement;

    public bool HasFailed => disagreement is not null;

    public int Samples => samples;

    public void Fail(string message) => disagreement ??= message;

    /// <summary>
    /// Compares where rounding leaves enough digits to tell; elsewhere (a saturated softmax, a difference of near equals)
    /// nothing is learnt and nothing counted.
    /// </summary>
    /// <param name="bounds">Entry by entry, how far rounding may have moved one of the values.</param>
    public void Compare(Value expected, Value actual, EquatableList<double> bounds, Place where)
    {
        var scale = Agreement.Entries(expected).Concat(Agreement.Entries(actual)).Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (bounds.All(bound => bound <= Allowed * scale))
        {
            Entrywise(expected, actual, where, (_, difference) => worst = Math.Max(worst, Share(difference, scale)), _ => Allowed * scale);
        }
    }

    /// <summary>Compares to the bounds, however wide they are, beside what <see cref="Allowed"/> lets pass.</summary>
    public void CompareWithin(Value expected, Value actual, EquatableList<double> bounds, Place where)
    {
        var scale = Agreement.Entries(expected).Concat(Agreement.Entries(actual)).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double Bound(int k) => (k < bounds.Count ? bounds[k] : 0) + (Allowed * scale);
        Entrywise(expected, actual, where, (k, difference) => worstShare = Math.Max(worstShare, Share(difference, Bound(k))), Bound);
    }

    private void Entrywise(Value expected, Value actual, Place where, Action<int, double> note, Func<int, double> allowed)
    {
        samples++;
        var left = Entries(expected);
        var right = Entries(actual);
        if (left.Count != right.Count)
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"At {where}: {left.Count} entries here, {right.Count} there."));
            return;
        }

        for (var k = 0; k < left.Count; k++)
        {
            var difference = Math.Abs(left[k] - right[k]);
            note(k, difference);
            if (!(difference <= allowed(k)))
            {
                Fail(string.Create(CultureInfo.InvariantCulture, $"At {where}: {left[k]:G9} here, {right[k]:G9} there."));
            }
        }
    }

    private static double Share(double difference, double whole) =>
        difference == 0 ? 0 : double.IsFinite(difference / whole) ? difference / whole : double.MaxValue;

    /// <summary>Counts a comparison whose relative difference was measured elsewhere.</summary>
    public void Measure(double relative, Place where)
    {
        samples++;
        worst = Math.Max(worst, double.IsFinite(relative) ? relative : double.MaxValue);
        if (!(relative <= Allowed)) Fail(string.Create(CultureInfo.InvariantCulture, $"At {where}: off by {relative:G3} of the value."));
    }

    public CheckResult Result() => new(part, check, samples, worst, worstShare, disagreement);

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
