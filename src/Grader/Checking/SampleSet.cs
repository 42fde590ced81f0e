using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking;

/// <summary>The inputs at which a part's answers are tried: simple numbers first, so that a counterexample can be followed by hand.</summary>
internal static class SampleSet
{
    private const int Count = 32;
    private const int SimpleCount = 10;

    /// <summary>Fewer points than this would prove nothing; the exercise is at fault.</summary>
    private const int Fewest = 12;

    /// <summary>Samples are never looked for beyond this number.</summary>
    public const int MostTried = 10 * Count;

    public static EquatableList<SamplePoint> Draw(
        FunctionSpecification specification, DerivedSymbols symbols, Expression canonical, Func<Assignment, bool> allows, ulong seed)
    {
        var points = new List<SamplePoint>();
        var small = SmallSizes(specification);
        for (var index = 0; points.Count < Count && index < MostTried; index++)
        {
            var inputs = Sampling.Draw(symbols, index < SimpleCount ? small : specification.SizeRanges, seed, index);
            if (index < SimpleCount) inputs = SimpleInputs.Near(symbols, inputs, step: index % 2 == 0 ? 1 : 0.5);
            if (!allows(inputs)) continue;
            if (Evaluation.EvaluateWithBound(canonical, inputs) is BoundedOutcome.Known { IsCertain: true } known) points.Add(new(inputs, known));
        }

        return points.Count >= Fewest
            ? points.ToEquatableList()
            : throw new InvalidOperationException($"Only {points.Count} samples could be drawn for {specification.Canonical}.");
    }

    /// <summary>The two smallest of each size: enough to tell rows from columns.</summary>
    private static List<SizeRange> SmallSizes(FunctionSpecification specification)
    {
        var ranges = specification.SizeRanges.Select(range => range with { High = Math.Min(range.High, range.Low + 1) }).ToList();
        ranges.AddRange(specification.Scope.Sizes.Where(size => !ranges.Exists(range => range.Name == size)).Select(size => new SizeRange(size, 2, 3)));
        return ranges;
    }
}
