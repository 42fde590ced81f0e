using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking;

/// <summary>The inputs at which a part's answers are tried: simple numbers first, so that a counterexample can be followed by hand.</summary>
/// <param name="allows">Whether inputs meet the part's constraints.</param>
/// <param name="isUsual">Whether they meet those of its derivation too.</param>
internal sealed class SampleSet(
    FunctionSpecification specification, DerivedSymbols symbols, Expression canonical, Func<Assignment, bool> allows, Func<Assignment, bool> isUsual, ulong seed)
{
    private const int Count = 32;
    private const int SimpleCount = 10;
    private const int ExtremesOfEach = 2;

    /// <summary>So many samples are of inputs that the derivation rules out.</summary>
    private const int MostUnusual = 6;

    /// <summary>So many are drawn for each size that no range declares, and ...</summary>
    private const int OfOtherSizes = 2;

    /// <summary>... so much larger than the largest declared.</summary>
    private const int MostBeyond = 3;

    private const int RandomAtEnd = 8;

    /// <summary>Fewer points than this would prove nothing; the exercise is at fault.</summary>
    private const int Fewest = 12;

    /// <summary>Samples are never looked for beyond this number.</summary>
    public const int MostTried = 10 * Count;

    public EquatableList<SamplePoint> Draw()
    {
        var (points, unusual) = (new List<SamplePoint>(), new List<SamplePoint>());
        var small = SmallSizes();
        for (var index = 0; points.Count < Count && index < MostTried; index++)
        {
            var inputs = Sampling.Draw(symbols, index < SimpleCount ? small : specification.SizeRanges, seed, index);
            if (index < SimpleCount) inputs = SimpleInputs.Near(symbols, inputs, step: index % 2 == 0 ? 1 : 0.5);
            if (At(inputs) is not { } point) continue;
            if (!point.IsBeyond) points.Add(point);
            else if (unusual.Count < MostUnusual) unusual.Add(point);
        }

        if (points.Count < Fewest) throw new InvalidOperationException($"Only {points.Count} samples could be drawn for {specification.Canonical}.");
        // The last samples tell formulas apart best where they are random: at extreme inputs much has one value.
        points.InsertRange(points.Count - RandomAtEnd, [.. Extremes(points), .. unusual, .. OtherSizes()]);
        return points.ToEquatableList();
    }

    /// <summary>
    /// Labels that are all 0 or all 1, which chance seldom draws: there counts vanish, and a formula that guards against it shows.
    /// Each array of labels in turn, the other inputs as they were drawn.
    /// </summary>
    private IEnumerable<SamplePoint> Extremes(IReadOnlyList<SamplePoint> drawn)
    {
        foreach (var (name, label) in specification.Inputs.Where(name => specification.Scope.Find(name) is { Domain: Domain.Binary }).SelectMany(name => ((string, double)[])[(name, 0), (name, 1)]))
        {
            var found = drawn.Select(point => Filled(point.Inputs, name, label)).OfType<Assignment>().Select(At);
            foreach (var point in found.OfType<SamplePoint>().Take(ExtremesOfEach)) yield return point;
        }
    }

    /// <summary>
    /// Larger sizes than the declared ones, and lists of one entry where two are declared: a formula of all sizes is right there too, one
    /// that counts to four is not. Of a size that is an input, the statement says how small it may be.
    /// </summary>
    private IEnumerable<SamplePoint> OtherSizes()
    {
        var varying = specification.SizeRanges.Where(range => range.Low < range.High).ToList();
        if (varying.Count == 0) yield break;
        var larger = specification.SizeRanges.Select(range => varying.Contains(range) ? new SizeRange(range.Name, range.High + 1, range.High + MostBeyond) : range).ToList();
        var ofOne = varying.Where(range => range.Low == 2 && !specification.Inputs.Contains(range.Name))
            .Select(single => specification.SizeRanges.Select(range => range == single ? new(range.Name, 1, 1) : range).ToList());
        foreach (var ranges in ofOne.Prepend(larger))
        {
            for (var index = 0; index < OfOtherSizes; index++)
            {
                // Random samples, of numbers that are not extreme.
                var inputs = Sampling.Draw(symbols, ranges, seed, (8 * (MostTried + index)) + 1);
                if (At(inputs) is { } point) yield return point with { IsBeyond = true };
            }
        }
    }

    private SamplePoint? At(Assignment inputs) =>
        allows(inputs) && Evaluation.EvaluateWithBound(canonical, inputs) is BoundedOutcome.Known { IsCertain: true } known ? new(inputs, known, IsBeyond: !isUsual(inputs)) : null;

    /// <summary>Null where a single number is drawn, which takes both values by itself.</summary>
    private Assignment? Filled(Assignment inputs, string name, double label) =>
        inputs.Values[name] is Value.Vector or Value.Matrix ? SimpleInputs.Filled(symbols, inputs, [name], label) : null;

    /// <summary>The two smallest of each size: enough to tell rows from columns.</summary>
    private List<SizeRange> SmallSizes()
    {
        var ranges = specification.SizeRanges.Select(range => range with { High = Math.Min(range.High, range.Low + 1) }).ToList();
        ranges.AddRange(specification.Scope.Sizes.Where(size => !ranges.Exists(range => range.Name == size)).Select(size => new SizeRange(size, 2, 3)));
        return ranges;
    }
}
