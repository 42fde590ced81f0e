using System.Globalization;
using Grader.Checking;

namespace Grader.Marking;

/// <summary>Verdicts to points: the one place where marks are made.</summary>
public static class Scoring
{
    /// <summary>The part's points times the credit, to two decimals. Only full credit earns full points, and only none earns none.</summary>
    /// <param name="credit">From 0 to 1.</param>
    public static decimal Points(decimal credit, decimal maxScore)
    {
        if (credit is <= 0 or >= 1) return credit <= 0 ? 0 : maxScore;
        return Math.Round(credit * maxScore, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Points as every page and export writes them: 3, 2.5, 0.125; no digit is lost and none added.</summary>
    public static string Written(decimal points) => points.ToString("0.############################", CultureInfo.InvariantCulture);

    public static Totals Total(IEnumerable<PartResult> parts)
    {
        var all = parts.ToList();
        var pending = all.Where(part => part.Verdict == Verdict.Pending).ToList();
        return new(all.Sum(part => part.Score), all.Sum(part => part.MaxScore), pending.Sum(part => part.MaxScore), pending.Count);
    }
}

/// <summary>A submission's points.</summary>
/// <param name="MaxScore">Of all parts, those that wait for a person included.</param>
/// <param name="Pending">The points that a person has still to give, which are not in <paramref name="Score"/>.</param>
public sealed record Totals(decimal Score, decimal MaxScore, decimal Pending, int PendingParts);
