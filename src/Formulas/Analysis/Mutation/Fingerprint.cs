using Formulas.Analysis.Equality;
using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>
/// A number made of a formula's values at a few samples, such that formulas with equal values have equal numbers, also where one is
/// a constant times the other: the ratio of two weighted sums over different samples. It is cut off at about eight digits; whoever looks
/// one up tries the neighbours too, so that rounding parts nothing that belongs together.
/// </summary>
internal sealed class Fingerprint
{
    /// <summary>Samples in each of the two sums.</summary>
    private const int InEachSum = 2;

    /// <summary>So many binary digits of the ratio are cut off; 28 are left.</summary>
    private const int CutOff = 24;

    /// <summary>Sums that rounding leaves more open than this, as a share, cannot be looked up.</summary>
    private const double LargestError = 1e-9;

    /// <summary>Stands for a value that is not there.</summary>
    private const double Absent = 0.7390851332151607;

    private readonly IReadOnlyList<Assignment> inputs;
    private readonly int[] samples;
    private readonly double[] scales;

    /// <param name="right">The reference's values, to choose samples by that tell formulas apart.</param>
    public Fingerprint(IReadOnlyList<Assignment> inputs, IReadOnlyList<BoundedOutcome.Known> right)
    {
        this.inputs = inputs;
        // The last samples are random ones; where the reference is 0, too much agrees with it.
        samples = Enumerable.Range(0, inputs.Count).OrderByDescending(sample => Smallest(right[sample]) > 0).ThenByDescending(sample => sample)
            .Take(2 * InEachSum).ToArray();
        scales = [.. samples.Select(sample => Largest(right[sample]) is var size && size > 0 ? size : 1)];
    }

    /// <summary>Null where the formula takes too long or its values are too large.</summary>
    public long? Of(Expression formula, EvaluationBudget budget)
    {
        Span<double> sums = stackalloc double[2];
        for (var k = 0; k < samples.Length; k++)
        {
            switch (Evaluation.Evaluate(formula, inputs[samples[k]], budget))
            {
                case Outcome.Known(var value):
                    sums[k % 2] += Weighted(ValueShape.Entries(value), k);
                    break;
                case Outcome.Undefined:
                    sums[k % 2] += Absent * Weight(k, 0);
                    break;
                default:
                    return null;
            }
        }

        return Key(sums[0] / sums[1]);
    }

    /// <summary>Null where rounding leaves the values too open.</summary>
    public long? Of(IReadOnlyList<BoundedOutcome> outcomes)
    {
        Span<double> sums = stackalloc double[2];
        Span<double> errors = stackalloc double[2];
        for (var k = 0; k < samples.Length; k++)
        {
            switch (outcomes[samples[k]])
            {
                case BoundedOutcome.Known known:
                    sums[k % 2] += Weighted(ValueShape.Entries(known.Value), k);
                    errors[k % 2] += Weighted(known.Bounds.AsSpan(), k);
                    break;
                case BoundedOutcome.Undefined:
                    sums[k % 2] += Absent * Weight(k, 0);
                    break;
                default:
                    return null;
            }
        }

        for (var k = 0; k < 2; k++)
        {
            if (!(errors[k] <= LargestError * Math.Abs(sums[k]))) return null;
        }

        return Key(sums[0] / sums[1]);
    }

    private static long Key(double ratio) => BitConverter.DoubleToInt64Bits(ratio) >> CutOff;

    private double Weighted(ReadOnlySpan<double> entries, int k)
    {
        var sum = 0.0;
        for (var entry = 0; entry < entries.Length; entry++) sum += Weight(k, entry) * entries[entry];
        return sum / scales[k];
    }

    /// <summary>Between 1 and 2, without any pattern that values could share: multiples of the golden ratio and of the square root of 2.</summary>
    private static double Weight(int sample, int entry)
    {
        var irrational = ((sample + 1) * 0.6180339887498949) + ((entry + 1) * 0.4142135623730951);
        return 1 + irrational - Math.Floor(irrational);
    }

    private static double Largest(BoundedOutcome.Known known) => ValueShape.Entries(known.Value).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static double Smallest(BoundedOutcome.Known known) => ValueShape.Entries(known.Value).Select(Math.Abs).DefaultIfEmpty(0).Min();
}
