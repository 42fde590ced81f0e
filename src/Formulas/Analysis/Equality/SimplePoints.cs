using System.Globalization;
using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>
/// Looks for a simple point at which two formulas still differ, so that a person can follow it by hand: small numbers, small sizes,
/// and values that are seen to differ without counting digits. 0 is left out, at which too many different formulas agree.
/// </summary>
internal static class SimplePoints
{
    /// <summary>Whole numbers, halves, tenths, hundredths.</summary>
    private static readonly double[] Parts = [1, 2, 10, 100];

    /// <summary>The numbers tried, the first few of them first in every combination.</summary>
    private static readonly double[] Numbers =
        [2, 3, 1, -1, 4, -2, 5, 0.5, -0.5, -3, 0.25, 0.75, 1.5, 10, -10, 0.1, -0.1, 20, 100, -100, 0.01, -0.01, 1000, -1000, 0.001];

    /// <summary>Combinations are made of so many numbers first.</summary>
    private const int Common = 8;

    private const int Combinations = 48;

    private const int LargeSize = 3;

    /// <summary>Where formulas are about as far apart at so many points ...</summary>
    private const int TriesForMore = 4;

    /// <summary>... the largest distance being less than so many times the least, further ones show nothing more.</summary>
    private const double MostSpread = 10;

    /// <summary>The simplest point that differs in the same way as one of those found; the first of these itself where there is none.</summary>
    /// <param name="found">Points that differ, all in the same way.</param>
    public static Assignment Near(IReadOnlyList<Assignment> found, Probe probe, Points points)
    {
        var (best, bestClarity, wanted) = (found[0], Clarity.None, probe.Closely(found[0]).GetType());
        var (tries, least, most) = (0, double.PositiveInfinity, 0.0);
        foreach (var candidate in found.OrderBy(Complexity).Concat(Candidates(found[0], points)))
        {
            var result = probe.Closely(candidate);
            if (result.GetType() != wanted || (result is PointResult.WithoutAnswer && !ReferenceEquals(candidate, found[0]) && IsGap(candidate, probe, points))) continue;
            var (clarity, distance) = View.Of(result);
            if (clarity == Clarity.Plain && (found.Count > 1 || !ReferenceEquals(candidate, found[0]))) return candidate;
            if (clarity > bestClarity) (best, bestClarity) = (candidate, clarity);
            (least, most) = (Math.Min(least, distance), Math.Max(most, distance));
            if (++tries > TriesForMore && least > 0 && most < MostSpread * least) break;
        }

        return best;
    }

    /// <summary>Whether a person sees at a point that the values differ, and has little to reckon with there.</summary>
    public static bool IsPlain(PointResult result, Assignment point) =>
        View.Of(result).Clarity == Clarity.Plain && point.Sizes.Values.All(size => size <= LargeSize);

    /// <summary>Whether the answer has a value just beside a point where it has none: such a point says little about where it has values.</summary>
    private static bool IsGap(Assignment point, Probe probe, Points points) =>
        points.Near(point, 0) is { } beside && probe.Closely(beside) is not PointResult.WithoutAnswer;

    private static IEnumerable<Assignment> Candidates(Assignment point, Points points)
    {
        foreach (var start in points.Small(point))
        {
            for (var combination = 0; combination < Combinations; combination++)
            {
                if (points.Changed(start, (number, place, interval) => Simple(combination, place, interval)) is { } simple) yield return simple;
            }
        }

        foreach (var parts in Parts)
        {
            if (points.Changed(point, (number, _, interval) => Rounded(number, interval, parts)) is { } rounded) yield return rounded;
        }
    }

    /// <summary>Roughly how much there is to write and to reckon with.</summary>
    private static int Complexity(Assignment point) => point.Values.Values.Sum(value => value is Value.Scalar or Value.Vector or Value.Matrix
        ? ValueShape.Entries(value).Sum(entry => entry == 0 ? 3 : entry.ToString("R", CultureInfo.InvariantCulture).Length)
        : 0);

    private static double? Simple(int combination, int place, Domain.Interval interval)
    {
        var isCommon = combination < Combinations / 2;
        var among = isCommon ? Common : Numbers.Length;
        for (var k = 0; k < Numbers.Length; k++)
        {
            var at = isCommon && k >= Common ? k : (combination + k + (place * (1 + (combination / Common % 3)))) % among;
            if (interval.Contains(Numbers[at])) return Numbers[at];
        }

        return null;
    }

    private static double? Rounded(double number, Domain.Interval interval, double parts)
    {
        var rounded = number == 0 ? 0 : Math.CopySign(Math.Max(1, Math.Round(Math.Abs(number) * parts)), number) / parts;
        return interval.Contains(rounded) ? rounded : null;
    }
}
