using Formulas.Analysis;
using Formulas.Expressions;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Authoring;

/// <summary>Known mistakes and readings that cannot be told from the right formula, or from each other.</summary>
internal static class MistakeRules
{
    private sealed record Other(string Name, string Formula, bool IsReading, JToken Place, Expression Read, IReadOnlyList<Value?> Values);

    public static void Check(AskedFunction function, Effort effort, FindingLog log)
    {
        foreach (var (mistake, json) in function.Specification.Misconceptions.Zip(PlacedPart.Objects(function.Json["misconceptions"])))
        {
            if (!KnownCodes.Has(mistake.Code)) log.Add(LintRules.UnknownCode, json["code"] ?? json, $"\"{mistake.Code}\" is no feedback code.", KnownCodes.Near(mistake.Code));
        }

        var others = All(function, effort, log);
        foreach (var other in others.Where(other => other.Read.Shape == function.Canonical.Shape && NeverDiffers(other.Values, function.Right)))
        {
            if (other.IsReading) log.Add(LintRules.ReadingIsRight, other.Place, $"The {other.Name} of {function.Name}, \"{other.Formula}\", is the right formula in other words.", "Leave it out: any notation of the right formula is accepted as it is.");
            else log.Add(LintRules.MistakeIsRight, other.Place, $"The {other.Name} of {function.Name}, \"{other.Formula}\", is the right formula in other words.", "Write the formula that the mistake leads to.");
        }

        for (var later = 1; later < others.Count; later++)
        {
            var same = others.Take(later).FirstOrDefault(earlier => earlier.Read.Shape == others[later].Read.Shape && NeverDiffers(others[later].Values, earlier.Values));
            if (same is null) continue;
            var line = ProblemLog.PositionOf(same.Place)?.Line;
            log.Add(LintRules.SameMistake, others[later].Place, $"The {others[later].Name} of {function.Name}, \"{others[later].Formula}\", is the same function as the {same.Name} in line {line}.", "Only the first is ever named: keep the one with the better message.");
        }
    }

    private static List<Other> All(AskedFunction function, Effort effort, FindingLog log)
    {
        var asked = function.Specification;
        var readings = asked.Readings.Zip(PlacedPart.Objects(function.Json["readings"]), (reading, json) => (Name: $"reading {reading.Id}", reading.Formula, IsReading: true, Json: json));
        var mistakes = asked.Misconceptions.Zip(PlacedPart.Objects(function.Json["misconceptions"]), (mistake, json) => (Name: $"known mistake {mistake.Code}", mistake.Formula, IsReading: false, Json: json));
        var others = new List<Other>();
        foreach (var (name, formula, isReading, json) in readings.Concat(mistakes))
        {
            if (function.Read(formula) is not { } read) continue;
            var place = json["formula"] ?? json;
            var outcomes = function.Samples.Select(sample => effort.Evaluate(read, sample)).TakeUntil(outcome => outcome is Outcome.OverBudget).ToList();
            if (outcomes.LastOrDefault() is Outcome.OverBudget(var reason))
            {
                if (!effort.IsSpent) log.Add(LintRules.TooSlow, place, $"The {name} of {function.Name} takes too long: {reason}.", "Write a shorter formula.");
                continue;
            }

            others.Add(new(name, formula, isReading, place, read, [.. outcomes.Select(outcome => (outcome as Outcome.Known)?.Value)]));
        }

        return others;
    }

    /// <summary>The same wherever both have a value, which is somewhere.</summary>
    private static bool NeverDiffers(IReadOnlyList<Value?> left, IReadOnlyList<Value?> right)
    {
        var both = left.Zip(right).Where(pair => pair is { First: not null, Second: not null }).ToList();
        return both.Count > 0 && both.TrueForAll(pair => Numbers.Same(pair.First!, pair.Second!));
    }

    private static IEnumerable<T> TakeUntil<T>(this IEnumerable<T> items, Func<T, bool> isLast)
    {
        foreach (var item in items)
        {
            yield return item;
            if (isLast(item)) yield break;
        }
    }
}
