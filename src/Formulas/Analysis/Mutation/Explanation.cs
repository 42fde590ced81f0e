using Formulas.Analysis.Equality;
using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Whether the values of a mistaken formula explain an answer's, at every sample and within the bounds of rounding.</summary>
internal static class Explanation
{
    /// <summary>At most this share of the samples may leave open whether the values agree.</summary>
    private const double MostOpen = 0.25;

    private static readonly double[] Denominators = [1, 2, 3, 4];

    private const double LargestNumerator = 8;

    /// <summary>
    /// The constant by which the mistaken formula is to be multiplied, 1 where its values are the answer's, and at how many samples the
    /// mistake shows. Null where no constant fits.
    /// </summary>
    public static (double Factor, int Showing)? Of(
        Shape answerShape, IReadOnlyList<BoundedOutcome> answers, Shape mistakenShape, IReadOnlyList<BoundedOutcome> mistaken, IReadOnlyList<BoundedOutcome.Known> right)
    {
        if (FactorAtLargest(answers, mistaken) is not { } factor) return null;
        var (open, showing) = (0, 0);
        for (var i = 0; i < answers.Count; i++)
        {
            switch (answers[i], mistaken[i])
            {
                case (BoundedOutcome.Undefined, BoundedOutcome.Undefined):
                    showing++;
                    break;
                case (BoundedOutcome.Known answer, BoundedOutcome.Known other):
                    if (!ValueShape.Of(answer.Value, answerShape).Fits(ValueShape.Of(other.Value, mistakenShape))) return null;
                    var agreement = Compare(answer, other, factor);
                    if (agreement is Agreement.Different or Agreement.Undecided) return null;
                    if (agreement == Agreement.Uninformative) open++;
                    else if (Shows(answer, right[i])) showing++;
                    break;
                default:
                    return null;
            }
        }

        return open <= MostOpen * answers.Count ? (factor, showing) : null;
    }

    /// <summary>Whether two values differ for certain, the second multiplied by a factor.</summary>
    public static bool Differ(BoundedOutcome.Known answer, BoundedOutcome.Known other, double factor) =>
        answer.Bounds.Count != other.Bounds.Count || Compare(answer, other, factor) is Agreement.Different or Agreement.Undecided;

    /// <summary>Whether a value is certainly not the right one.</summary>
    public static bool Shows(BoundedOutcome.Known answer, BoundedOutcome.Known right) =>
        answer.Bounds.Count != right.Bounds.Count || Comparing.Of(answer, right) == Agreement.Different;

    private static Agreement Compare(BoundedOutcome.Known answer, BoundedOutcome.Known other, double factor)
    {
        var (a, b) = (ValueShape.Entries(answer.Value), ValueShape.Entries(other.Value));
        var worst = Agreement.Equal;
        for (var k = 0; k < a.Length; k++)
        {
            var agreement = Comparing.Of(a[k], answer.Bounds[k], factor * b[k], (Math.Abs(factor) * other.Bounds[k]) + (double.IsPow2(Math.Abs(factor)) ? 0 : 4e-16 * Math.Abs(factor * b[k])));
            if (agreement is Agreement.Different or Agreement.Undecided) return agreement;
            if (agreement == Agreement.Uninformative) worst = agreement;
        }

        return worst;
    }

    /// <summary>The simple fraction that takes the largest value of the one to the other's; null where it is none.</summary>
    private static double? FactorAtLargest(IReadOnlyList<BoundedOutcome> answers, IReadOnlyList<BoundedOutcome> mistaken)
    {
        var (largest, ratio) = (0.0, 1.0);
        for (var i = 0; i < answers.Count; i++)
        {
            if (answers[i] is not BoundedOutcome.Known answer || mistaken[i] is not BoundedOutcome.Known other || answer.Bounds.Count != other.Bounds.Count) continue;
            var (a, b) = (ValueShape.Entries(answer.Value), ValueShape.Entries(other.Value));
            for (var k = 0; k < a.Length; k++)
            {
                if (!(Math.Abs(b[k]) > largest)) continue;
                (largest, ratio) = (Math.Abs(b[k]), a[k] / b[k]);
            }
        }

        if (largest == 0) return null;
        foreach (var denominator in Denominators)
        {
            var numerator = Math.Round(ratio * denominator);
            if (numerator != 0 && Math.Abs(numerator) <= LargestNumerator && Math.Abs((numerator / denominator) - ratio) <= 1e-7 * Math.Abs(ratio)) return numerator / denominator;
        }

        return null;
    }
}
