using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>The points at which two formulas turn from one case to another, and those around them.</summary>
internal static class TurnPoints
{
    /// <summary>So many turns of one formula are tried.</summary>
    private const int MostTurns = 12;

    /// <summary>From so many points a turn is looked for.</summary>
    private const int Starts = 8;

    /// <summary>Beside a turn nothing is left to chance, so that fewer points do.</summary>
    private const int StartsBeside = 3;

    /// <summary>Beyond this a turn is far off, where drawn points seldom are.</summary>
    private const double Far = 20;

    /// <summary>Arrays are seldom drawn with small entries alone, where their norm is below a constant. A power of 2 keeps the arithmetic exact.</summary>
    private const double Shrinking = 16;

    /// <summary>Both formulas' turns, without repetition; none for formulas without cases and kinks, which is quickly seen.</summary>
    public static IReadOnlyList<Expression> Of(Expression answer, Expression reference) =>
        [.. TurnsOf(answer).Concat(TurnsOf(reference)).Distinct()];

    /// <summary>Points on a turn and around it; for a far one also points at which all numbers are as far.</summary>
    public static IEnumerable<(Assignment Inputs, bool IsOn)> Around(Expression turn, Points points)
    {
        foreach (var index in Enumerable.Range(0, 2 * Starts).Where(Points.IsGeneric))
        {
            if (points.Changed(points.Draw(index), (number, _, interval) => interval.Contains(number / Shrinking) ? number / Shrinking : null) is { } small) yield return (small, false);
        }

        var boundary = points.Boundary(turn);
        for (var index = 0; index < Starts; index++)
        {
            var start = points.Draw(index);
            if (boundary.On(start) is { } on) yield return (on, true);
            if (index >= StartsBeside) continue;
            foreach (var beside in boundary.Beside(start))
            {
                yield return (beside, false);
                var far = Largest(beside);
                if (index > 0 || Math.Abs(far) <= Far) continue;
                if (points.Changed(beside, (_, place, interval) => interval.Contains(far + place) ? far + place : null) is { } beyond) yield return (beyond, false);
            }
        }
    }

    private static double Largest(Assignment point) =>
        point.Values.Values.Where(value => value is Value.Scalar or Value.Vector or Value.Matrix).SelectMany(ValueShape.Entries).MaxBy(Math.Abs);

    private static IEnumerable<Expression> TurnsOf(Expression formula) =>
        Subexpressions.All(formula).Any(TurningPoints.IsTurning) ? TurningPoints.Of(formula).Distinct().Take(MostTurns) : [];
}
