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
    private const int ExtremesOfEach = 2;

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

        points.AddRange([.. Extremes(specification, symbols, canonical, allows, points)]);
        return points.Count >= Fewest
            ? points.ToEquatableList()
            : throw new InvalidOperationException($"Only {points.Count} samples could be drawn for {specification.Canonical}.");
    }

    /// <summary>
    /// Labels that are all 0 or all 1, which chance seldom draws: there counts vanish, and a formula that guards against it shows.
    /// Each array of labels in turn, the other inputs as they were drawn.
    /// </summary>
    private static IEnumerable<SamplePoint> Extremes(
        FunctionSpecification specification, DerivedSymbols symbols, Expression canonical, Func<Assignment, bool> allows, IReadOnlyList<SamplePoint> drawn)
    {
        foreach (var (name, label) in specification.Inputs.Where(name => specification.Scope.Find(name) is { Domain: Domain.Binary }).SelectMany(name => ((string, double)[])[(name, 0), (name, 1)]))
        {
            var found = drawn.Select(point => Filled(symbols, point.Inputs, name, label)).OfType<Assignment>().Where(allows)
                .Select(inputs => Evaluation.EvaluateWithBound(canonical, inputs) is BoundedOutcome.Known { IsCertain: true } known ? new SamplePoint(inputs, known) : null);
            foreach (var point in found.OfType<SamplePoint>().Take(ExtremesOfEach)) yield return point;
        }
    }

    /// <summary>Null where a single number is drawn, which takes both values by itself.</summary>
    private static Assignment? Filled(DerivedSymbols symbols, Assignment inputs, string name, double label)
    {
        Value? filled = inputs.Values[name] switch
        {
            Value.Vector vector => new Value.Vector(vector.Entries.Select(_ => label).ToEquatableList()),
            Value.Matrix matrix => matrix with { Entries = matrix.Entries.Select(_ => label).ToEquatableList() },
            _ => null,
        };
        var values = inputs.Values.Where(pair => symbols.Scope.Find(pair.Key)?.Kind != SymbolKind.Derived).ToDictionary(pair => pair.Key, pair => pair.Value);
        if (filled is null) return null;
        values[name] = filled;
        return SimpleInputs.Completed(symbols, new(values, inputs.Sizes));
    }

    /// <summary>The two smallest of each size: enough to tell rows from columns.</summary>
    private static List<SizeRange> SmallSizes(FunctionSpecification specification)
    {
        var ranges = specification.SizeRanges.Select(range => range with { High = Math.Min(range.High, range.Low + 1) }).ToList();
        ranges.AddRange(specification.Scope.Sizes.Where(size => !ranges.Exists(range => range.Name == size)).Select(size => new SizeRange(size, 2, 3)));
        return ranges;
    }
}
