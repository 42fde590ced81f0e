using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Variants;

/// <summary>
/// Draws numbers like those of the sheet: of the same shape and signs, as fine as they are (whole numbers stay whole, halves halves),
/// about as large, none zero, and no size twice in a vector or matrix before each was there once, so that no entry stands for another.
/// </summary>
internal static class NumberDraw
{
    // The finest first that a person still likes to calculate with.
    private static readonly double[] Steps = [1, 0.5, 0.25, 0.2, 0.1, 0.05, 0.01];

    private const double FinestStep = 0.05;

    /// <summary>So many sizes at least are drawn from, or small vectors would often be alike.</summary>
    private const int FewestSizes = 16;

    /// <summary>A number that stands alone has to tell students apart all by itself.</summary>
    private const int FewestSizesAlone = 80;

    /// <summary>So many examples more than the sheet's there may be, where the question counts them.</summary>
    public const int MostFurtherExamples = 16;

    /// <param name="alone">Whether hardly any other number of the question varies.</param>
    /// <returns>The original where nothing of its kind can vary; null where this draw fell on equal whole numbers, or the domain holds none of these numbers.</returns>
    public static Value? Like(Value original, Symbol symbol, bool alone, SeededRandom random) => (original, symbol) switch
    {
        (_, { Kind: not SymbolKind.Variable }) => original,
        (_, { Domain: Domain.PositiveDefinite }) => original,
        (Value.Scalar, { Domain: Domain.Binary }) => original,
        (Value.Scalar(var number), _) => Entries([number], symbol.Domain, alone, random) is [var drawn] ? new Value.Scalar(drawn) : null,
        (Value.Vector(var entries), _) => Entries(entries, symbol.Domain, alone: false, random) is { } drawn ? new Value.Vector([.. drawn]) : null,
        (Value.Matrix matrix, _) => Entries(matrix.Entries, symbol.Domain, alone: false, random) is { } drawn ? matrix with { Entries = [.. drawn] } : null,
        _ => original,
    };

    /// <summary>Whether numbers like this one are drawn at all.</summary>
    public static bool Varies(Value original, Symbol symbol) =>
        symbol is { Kind: SymbolKind.Variable, Domain: not Domain.PositiveDefinite }
        && original is Value.Scalar or Value.Vector or Value.Matrix
        && !(original is Value.Scalar && symbol.Domain is Domain.Binary);

    /// <summary>Zeros and ones for as many examples; of a vector between a quarter and three quarters are ones, so that no count vanishes.</summary>
    public static Value Counted(Value original, int examples, SeededRandom random)
    {
        if (original is Value.Matrix matrix)
        {
            return new Value.Matrix(examples, matrix.Columns, [.. Enumerable.Range(0, examples * matrix.Columns).Select(_ => (double)random.Next(0, 1))]);
        }

        var ones = random.Next((examples + 3) / 4, 3 * examples / 4);
        return new Value.Vector([.. Shuffled([.. Enumerable.Range(0, examples).Select(place => place < ones ? 1.0 : 0.0)], random)]);
    }

    private static List<double>? Entries(IReadOnlyList<double> originals, Domain domain, bool alone, SeededRandom random) => domain switch
    {
        Domain.Binary or Domain.OneHot => Shuffled(originals, random),
        Domain.Integers(var low, var high) => Wholes(originals, low, high, random),
        Domain.Interval interval => Reals(originals, interval, alone, random),
        _ => [.. originals],
    };

    /// <summary>As many ones as before: counts are part of how hard a question is.</summary>
    private static List<double> Shuffled(IReadOnlyList<double> originals, SeededRandom random)
    {
        var entries = originals.ToList();
        for (var last = entries.Count - 1; last > 0; last--)
        {
            var other = random.Next(0, last);
            (entries[last], entries[other]) = (entries[other], entries[last]);
        }

        return entries;
    }

    private static List<double>? Wholes(IReadOnlyList<double> originals, int low, int high, SeededRandom random)
    {
        // The bounds are those of samples, which stay small; the sheet's own numbers are not held to them either.
        var most = Math.Min(2 * (long)high, Math.Max((long)low + FewestSizes, 2 * (long)originals.Max()));
        var entries = originals.Select(_ => (double)random.Next(Math.Max(low, 1), (int)Math.Min(most, int.MaxValue))).ToList();
        return entries.Distinct().Count() == entries.Count ? entries : null;
    }

    private static List<double>? Reals(IReadOnlyList<double> originals, Domain.Interval interval, bool alone, SeededRandom random)
    {
        var step = Steps.FirstOrDefault(step => originals.All(number => IsMultiple(number, step)), FinestStep);
        if (alone) step = Math.Min(step, 0.25);
        var most = 1.5 * originals.Max(Math.Abs);
        foreach (var finer in Steps.Where(finer => finer < step && finer >= FinestStep))
        {
            if (Sizes(step, most, interval) >= FewestSizes) break;
            step = finer;
        }

        var sizes = Math.Max(alone ? FewestSizesAlone : FewestSizes, (int)Math.Ceiling(most / step));
        var (entries, unused) = (new List<double>(), new List<double>());
        foreach (var original in originals)
        {
            var sign = original < 0 ? -1 : 1;
            if (!unused.Exists(size => interval.Contains(sign * size)))
            {
                // Multiplying by the whole 1/step keeps 0.3 the number that a person types.
                unused = [.. Enumerable.Range(1, sizes).Select(size => size / Math.Round(1 / step))];
            }

            var allowed = unused.Where(size => interval.Contains(sign * size)).ToList();
            if (allowed.Count == 0) return null;
            var drawn = allowed[random.Next(0, allowed.Count - 1)];
            unused.Remove(drawn);
            entries.Add(sign * drawn);
        }

        return entries;
    }

    /// <summary>How many sizes up to the largest the domain holds, of the sign that has more of them.</summary>
    private static int Sizes(double step, double most, Domain.Interval interval)
    {
        var sizes = Enumerable.Range(1, (int)Math.Ceiling(most / step)).Select(size => size * step).ToList();
        return Math.Max(sizes.Count(size => interval.Contains(size)), sizes.Count(size => interval.Contains(-size)));
    }

    private static bool IsMultiple(double number, double step)
    {
        var steps = number / step;
        return Math.Abs(steps - Math.Round(steps)) < 1e-9;
    }
}
