using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking.Methods;

/// <summary>
/// How far a computed value may be off. An honest program in doubles, and one in single precision, differs from the exact value by
/// rounding; a mistake differs by far more at one of many inputs at least.
/// </summary>
internal static class MethodTolerance
{
    /// <summary>Single precision has 24 bits (6e-8), and a few dozen operations lose some of them.</summary>
    private const double Relative = 1e-5;

    /// <summary>Entries far smaller than the largest one come out of a cancellation.</summary>
    private const double RelativeToLargest = 1e-7;

    /// <summary>Up to here values are called imprecise rather than wrong.</summary>
    private const double Imprecise = 2e-3;

    /// <summary>What doubles alone explain: names of mistakes are proved by it.</summary>
    private const double Doubles = 1e-10;

    /// <summary>Whether the values have digits in common that no mistake would leave.</summary>
    public static bool IsImprecise(Value answer, Value right) => Worst(answer, right, Imprecise, RelativeToLargest) <= 1;

    public static bool IsRight(Value answer, Value right) => Worst(answer, right, Relative, RelativeToLargest) <= 1;

    /// <summary>The largest distance of any entry from the right one, relative to it.</summary>
    public static double RelativeDistance(Value answer, Value right) =>
        ValueShape.Entries(answer).Zip(ValueShape.Entries(right)).Max(pair => Math.Abs(pair.First - pair.Second) / Math.Max(Math.Abs(pair.Second), 1e-300));

    /// <summary>Two runs of one method: a sum over several threads may be rounded in another order.</summary>
    public static bool IsRepeated(Value first, Value second) => (first, second) switch
    {
        (Value.Named one, Value.Named other) => one.Items.Count == other.Items.Count
            && one.Items.Zip(other.Items).All(pair => pair.First.Name == pair.Second.Name && IsRepeated(pair.First.Value, pair.Second.Value)),
        (Value.Named, _) or (_, Value.Named) => false,
        _ => ValueShape.Of(first).Fits(ValueShape.Of(second)) && ValueShape.Entries(first).Zip(ValueShape.Entries(second)).All(pair =>
            pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= Doubles * Math.Max(Math.Abs(pair.First), 1e-3)),
    };

    /// <summary>A computed value with bounds in which doubles' rounding lies.</summary>
    public static BoundedOutcome Bounded(Value value)
    {
        var entries = ValueShape.Entries(value);
        if (entries.Any(entry => !double.IsFinite(entry))) return new BoundedOutcome.Undefined("not finite");
        var largest = entries.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return new BoundedOutcome.Known(
            value, entries.Select(entry => (Doubles * Math.Abs(entry)) + (1e-13 * Math.Max(largest, 1e-3))).ToEquatableList());
    }

    private static double Worst(Value answer, Value right, double relative, double relativeToLargest)
    {
        var (found, wanted) = (ValueShape.Entries(answer), ValueShape.Entries(right));
        var largest = wanted.Select(Math.Abs).DefaultIfEmpty(0).Max();
        var worst = 0.0;
        for (var i = 0; i < wanted.Length; i++)
        {
            var allowed = (relative * Math.Abs(wanted[i])) + (relativeToLargest * largest) + 1e-12;
            worst = Math.Max(worst, Math.Abs(found[i] - wanted[i]) / allowed);
        }

        return worst;
    }
}
