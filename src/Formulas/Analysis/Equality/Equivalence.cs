using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>
/// Decides whether an answer equals a reference wherever the reference has a value. Error bounds decide, not tolerances: a difference
/// beyond them at one point is a difference. Places where the answer alone has no value count where random points meet them:
/// an isolated one, such as the hole of (x^2 - 1)/(x + 1), is removable.
/// </summary>
public static class Equivalence
{
    /// <summary>So many points must agree before formulas are called equal.</summary>
    private const int Enough = 20;

    /// <summary>So many do where the reference has a value at few points only.</summary>
    private const int Fewest = 6;

    private const int MostPoints = 320;

    /// <summary>After so many points that say nothing, a number beyond all reach is looked for.</summary>
    private const int Barren = 24;

    /// <summary>At so many of the points that agree, more digits than doubles have must agree too.</summary>
    private const int Confirmations = 2;

    /// <summary>An answer without a value at so many random points lacks one on a part of the domain.</summary>
    private const int EnoughUndefined = 2;

    /// <summary>
    /// Formulas that could not be compared at so many random points of small numbers may differ on a part of the domain, as those do that
    /// branch on n >= ln(exp(2)): the other parts say nothing of it.
    /// </summary>
    private const int EnoughUnseen = 2;

    /// <summary>After so many points that agree, a proof is looked for: most formulas that differ do so at the first.</summary>
    private const int BeforeProof = 2;

    /// <summary>So many points around one are tried.</summary>
    private const int Neighbours = 8;

    /// <param name="sizes">The ranges of named sizes; others are drawn from 2 to 4.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    /// <exception cref="ArgumentException">A derived symbol's definition cannot be read.</exception>
    public static Decision Decide(Expression answer, Expression reference, Scope scope, IReadOnlyList<SizeRange> sizes, ulong seed)
    {
        var points = new Points(answer, reference, scope, sizes, seed);
        var probe = new Probe(answer, reference);
        var exact = new ExactRelation(answer, reference, scope);
        var decision = points.IsSingle ? AtOnlyPoint(probe, points.Draw(0), exact) : AtPoints(probe, points, exact);
        if (decision is not Decision.Undecided undecided) return decision;
        if (probe.IsSameFormula) return new Decision.Equal();
        return !undecided.MetLimit && probe.TooLargePart is { } part ? TooLargeFor(part) : decision;
    }

    /// <summary>
    /// The same at given points, with more digits than doubles have from the start: for formulas whose values in doubles settle nothing.
    /// </summary>
    /// <param name="points">Inputs at which the reference has a value, the simplest first.</param>
    public static Decision DecideAt(Expression answer, Expression reference, IReadOnlyList<Assignment> points)
    {
        var agreeing = 0;
        foreach (var point in points)
        {
            var probe = new Probe(answer, reference);
            var result = probe.InBalls(point);
            if (result is PointResult.Differ) return Different(probe, point);
            if (result is PointResult.Agree { IsStrong: true }) agreeing++;
        }

        return 2 * agreeing > points.Count
            ? new Decision.Equal()
            : new Decision.Undecided("The answer loses so many digits to rounding that its values settle nothing.");
    }

    private static Decision AtOnlyPoint(Probe probe, Assignment point, ExactRelation exact) => exact.IsEqual ? new Decision.Equal() : probe.InBalls(point) switch
    {
        PointResult.Agree { IsStrong: true } when exact.IsApart => Beyond(probe, point),
        PointResult.Agree { IsStrong: true } agree => FarDown(probe, point, agree) switch
        {
            PointResult.Differ(var answer, var right) => new Decision.Different(new(point, answer, null, right)),
            PointResult.Agree { HasLostTerm: false } => new Decision.Equal(),
            _ => new Decision.Undecided("The values agree in more digits than could be computed for all terms."),
        },
        PointResult.Differ or PointResult.WithoutAnswer => Different(probe, point),
        PointResult.Open or PointResult.Silent or PointResult.Blurred when probe.At(point) is PointResult.OverBudget(var reason) => GivenUp(reason),
        PointResult.Agree or PointResult.Open => new Decision.Undecided("The values could not be computed with enough digits to tell them apart or to call them equal."),
        PointResult.Silent or PointResult.Blurred or PointResult.OverBudget => new Decision.Undecided("The reference has no value that could be computed."),
        _ => throw new UnreachableException(),
    };

    /// <summary>The same agreement again, or what further digits show.</summary>
    private static PointResult FarDown(Probe probe, Assignment point, PointResult.Agree agree)
    {
        if (!agree.HasLostTerm && !probe.HasFarNumbers) return agree;
        return probe.FarDown(point) is var further and not PointResult.Open ? further : agree;
    }

    private static Decision.Different Beyond(Probe probe, Assignment point) => probe.Beyond(point) switch
    {
        var (answer, reference) => new(new(point, answer, null, reference)),
    };

    private static Decision.Undecided GivenUp(string reason) => new($"The comparison was given up: {reason}.") { MetLimit = true };

    private static Decision.Undecided TooLargeFor(string number) => new($"{number} is too large a number to reckon with.") { MetLimit = true };

    private static Decision AtPoints(Probe probe, Points points, ExactRelation exact)
    {
        Span<int> confirming = stackalloc int[Confirmations];
        var (strong, weak, open, undefined, generic, unseen) = (0, 0, 0, 0, 0, 0);
        DifferingPoint? gap = null;
        for (var index = 0; index < MostPoints && strong < Enough + (Enough * (undefined + Math.Min(unseen, 1))); index++)
        {
            if (index == Barren && strong + weak + undefined == 0 && probe.TooLargePart is { } part) return TooLargeFor(part);
            var point = points.Draw(index);
            var result = probe.At(point);
            if (result is PointResult.Blurred or PointResult.Open or PointResult.Agree { IsStrong: false } && Points.IsGeneric(index) && Points.IsModerate(point)) unseen++;
            switch (result)
            {
                case PointResult.Differ when !Points.IsGeneric(index) && IsIsolated(points, point, probe):
                    break;
                case PointResult.Differ when index == 0 && SimplePoints.IsPlain(result, point):
                    return Different(probe, point);
                case PointResult.Differ:
                    return Different(probe, SimplePoints.Near([point], probe, points));
                case PointResult.WithoutAnswer when Points.IsGeneric(index):
                    if (++undefined == EnoughUndefined) return Different(probe, SimplePoints.Near([point], probe, points));
                    break;
                case PointResult.WithoutAnswer(var reason, var value):
                    gap ??= new(point, null, reason, value);
                    break;
                case PointResult.Agree { IsStrong: true }:
                    if (Points.IsGeneric(index) && generic < Confirmations) confirming[generic++] = index;
                    else if (Points.IsSmall(index)) confirming[^1] = index;
                    if (++strong == BeforeProof && exact.IsEqual) return new Decision.Equal();
                    break;
                case PointResult.Agree:
                    weak++;
                    break;
                case PointResult.Open:
                    open++;
                    break;
                case PointResult.OverBudget(var reason) when strong < Fewest:
                    return GivenUp(reason);
                case PointResult.Silent or PointResult.Blurred or PointResult.OverBudget:
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        if (strong + weak < Fewest) return new Decision.Undecided($"The reference has a value that can be computed at {strong + weak} of the {MostPoints} points tried only; give the domain of its symbols.");
        if (strong < Fewest || open > strong + weak || unseen >= EnoughUnseen) return new Decision.Undecided("The answer loses so many digits to rounding that its values settle nothing.");
        for (var k = 0; k < generic; k++)
        {
            var point = points.Draw(confirming[k]);
            var result = probe.InBalls(point);
            if (result is PointResult.Differ) return Different(probe, SimplePoints.Near([point], probe, points));
            if (result is not PointResult.Agree agree) continue;
            if (exact.IsApart) return Beyond(probe, point);
            if (FarDown(probe, point, agree) is PointResult.Differ(var answer, var reference)) return new Decision.Different(new(point, answer, null, reference));
        }

        return AtTurns(probe, points, gap);
    }

    /// <summary>
    /// Formulas that agree at drawn points may differ where one of them turns from one case to another, or beyond a turn that no
    /// drawn point reaches.
    /// </summary>
    private static Decision AtTurns(Probe probe, Points points, DifferingPoint? gap)
    {
        foreach (var turn in probe.Turns)
        {
            var (differing, undefined) = (new List<Assignment>(), new List<Assignment>());
            foreach (var (point, isOn) in TurnPoints.Around(turn, points))
            {
                switch (probe.At(point))
                {
                    case PointResult.Differ when !isOn || !IsIsolated(points, point, probe):
                        differing.Add(point);
                        break;
                    case PointResult.WithoutAnswer(var reason, var value) when isOn:
                        gap ??= new(point, null, reason, value);
                        break;
                    case PointResult.WithoutAnswer:
                        undefined.Add(point);
                        break;
                    default:
                        break;
                }
            }

            if (differing.Count > 0) return Different(probe, SimplePoints.Near(differing, probe, points));
            if (undefined.Count >= EnoughUndefined) return Different(probe, SimplePoints.Near(undefined, probe, points));
        }

        return new Decision.Equal(gap);
    }

    /// <summary>
    /// Whether the reference has a value at a point but nowhere around it, as (-1)^(2 k) has at k = 1/2: powers of negative numbers
    /// have one for whole exponents alone, which random exponents are not.
    /// </summary>
    private static bool IsIsolated(Points points, Assignment point, Probe probe)
    {
        for (var k = 0; k < Neighbours; k++)
        {
            if (points.Near(point, k) is not { } neighbour || probe.HasReference(neighbour)) return false;
        }

        return true;
    }

    private static Decision Different(Probe probe, Assignment point)
    {
        var result = probe.At(point);
        if (result is not (PointResult.Differ or PointResult.WithoutAnswer)) result = probe.InBalls(point);
        return result switch
        {
            PointResult.Differ(var answer, var reference) => new Decision.Different(new(point, answer, null, reference)),
            PointResult.WithoutAnswer(var reason, var reference) => new Decision.Different(new(point, null, reason, reference)),
            _ => throw new UnreachableException(),
        };
    }
}
