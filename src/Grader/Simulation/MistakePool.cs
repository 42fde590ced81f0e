using System.Globalization;
using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Simulation;

/// <summary>A wrong formula for a part, and the names of the mistakes that all lead to it.</summary>
/// <param name="Made">Where it comes from: the worksheet's list, or the search's.</param>
internal sealed record PooledMistake(Expression Formula, string Made, EquatableList<string> Codes);

/// <summary>
/// The wrong formulas that students write for a part: the mistakes its worksheet lists, and what single slips make of the right
/// formula. Only formulas whose values differ from the right ones, and from those of every reading, are kept. Where several mistakes
/// make one formula, each of their names is right.
/// </summary>
internal static class MistakePool
{
    /// <summary>Formulas that differ at fewer trials turn on rare inputs; no class makes such mistakes.</summary>
    private const double LeastDifference = 0.2;

    public static IReadOnlyList<PooledMistake> Of(FunctionSpecification specification, Trials trials)
    {
        if (trials.Values(trials.Canonical) is not { } right) return [];
        var readings = specification.Readings.Select(reading => trials.Values(trials.Own(reading.Formula))).OfType<double[][]>().ToList();
        var listed = specification.Misconceptions.Select(mistake => (Formula: trials.Own(mistake.Formula), mistake.Code, Made: "misconception"));
        var searched = PlantedMistakes.Of(trials.Canonical, specification.Scope).Select(mistake => (mistake.Formula, mistake.Code, Made: "mutation"));
        var candidates = new List<(Expression Formula, string Code, string Made, double[][] Values)>();
        foreach (var (formula, code, made) in listed.Concat(searched))
        {
            if (!IsRightAtGiven(formula, specification, trials) && trials.Values(formula) is { } values && Trials.Difference(values, right) >= LeastDifference && readings.TrueForAll(reading => Trials.Difference(values, reading) > 0))
                candidates.Add((formula, code, made, values));
        }

        return [.. candidates.GroupBy(candidate => Fingerprint(candidate.Values)).SelectMany(alike => alike.Select(mistake => new PooledMistake(
            mistake.Formula,
            mistake.Made,
            alike.Where(other => Trials.Difference(other.Values, mistake.Values) == 0).Select(other => other.Code)
                .Concat(General(mistake.Values, right)).Distinct().ToEquatableList())))];
    }

    /// <summary>A formula without inputs counts as a value worked out at the given inputs, where it may well be right.</summary>
    private static bool IsRightAtGiven(Expression formula, FunctionSpecification specification, Trials trials) =>
        Subexpressions.Symbols(formula).Count == 0
        && trials.AtGiven(formula) is { } value && trials.AtGiven(trials.Canonical) is { } right
        && !new GivenValue(right, specification.Tolerance).IsClearlyOther(ValueShape.Entries(value));

    private static string Fingerprint(double[][] values) =>
        string.Join(' ', values.Take(4).Select(entries => entries.Sum().ToString("G6", CultureInfo.InvariantCulture)));

    /// <summary>What can be said of wrong values whatever the formula.</summary>
    private static IEnumerable<string> General(double[][] wrong, double[][] right)
    {
        var pairs = wrong.Zip(right).Where(pair => pair.First.Length == pair.Second.Length).ToList();
        if (pairs.Count < wrong.Length) yield break;
        var entries = pairs.SelectMany(pair => pair.First.Zip(pair.Second)).ToList();
        var (most, right0) = entries.MaxBy(entry => Math.Abs(entry.Second));
        var factor = most / right0;
        if (entries.TrueForAll(entry => IsNear(entry.First, factor * entry.Second))) yield return factor < 0 ? "wrong-sign" : "constant-factor";
        if (factor < 0 && entries.TrueForAll(entry => IsNear(entry.First, factor * entry.Second))) yield return "constant-factor";
        var offset = entries[0].First - entries[0].Second;
        if (entries.TrueForAll(entry => IsNear(entry.First - offset, entry.Second))) yield return "constant-offset";
        if (pairs.Exists(pair => pair.First.Length > 1) && pairs.TrueForAll(pair => pair.First.Order().Zip(pair.Second.Order()).All(entry => IsNear(entry.First, entry.Second))))
        {
            yield return "permuted";
            yield return "transposed";
        }
    }

    private static bool IsNear(double left, double right) => Math.Abs(left - right) <= 1e-9 * (Math.Abs(left) + Math.Abs(right) + 1e-3);
}
