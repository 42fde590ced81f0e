using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Authoring;

/// <summary>Tolerances at the given inputs: narrow enough for the known mistakes, wide enough for single precision.</summary>
internal static class ToleranceRules
{
    public static void Check(AskedFunction function, Effort effort, FindingLog log)
    {
        var asked = function.Specification;

        // Of two truth values one is right by chance; nothing is rounded there.
        if (asked.Shape is Shape.TruthShape || function.Given is not { } given || effort.Evaluate(function.Canonical, given) is not Outcome.Known(var right)) return;
        var wrong = Wrong(function).ToList();
        foreach (var other in wrong)
        {
            if (effort.Evaluate(other.Formula, given) is not Outcome.Known(var value) || !Passes(value, right, asked.Tolerance)) continue;
            if (HintFor(value, right, wrong, function, effort) is not { } hint) continue;
            log.Add(
                LintRules.MistakePasses, other.Json["formula"] ?? other.Json,
                $"At the given inputs {other.Name} has the value {Numbers.Show(value)}, which passes for the right one of {function.Name}, {Numbers.Show(right)}.", hint);
        }

        CheckSinglePrecision(function, given, right, effort, log);
    }

    /// <summary>What must not pass. Another layout of the same entries is told from the right one by its form, not by its numbers.</summary>
    private static IEnumerable<(string Name, Expression Formula, JObject Json)> Wrong(AskedFunction function)
    {
        var mistakes = function.Specification.Misconceptions.Zip(PlacedPart.Objects(function.Json["misconceptions"]), (mistake, json) =>
            (Name: $"the known mistake \"{mistake.Formula}\" ({mistake.Code})", Formula: function.Read(mistake.Formula), Json: json));
        var readings = function.Specification.Readings.Zip(PlacedPart.Objects(function.Json["readings"])).Where(pair => pair.First.Credit < 1).Select(pair =>
            (Name: $"the reading {pair.First.Id}, which does not earn full marks,", Formula: function.Read(pair.First.Formula), Json: pair.Second));
        return from other in mistakes.Concat(readings)
               where other.Formula?.Shape == function.Canonical.Shape
               select (other.Name, other.Formula!, other.Json);
    }

    /// <summary>
    /// Null where nothing can be done: some mistakes are right on one side of a kink and others on the other, so that no value tells
    /// them all from the right formula.
    /// </summary>
    private static string? HintFor(Value value, Value right, List<(string Name, Expression Formula, JObject Json)> wrong, AskedFunction function, Effort effort)
    {
        if (!Numbers.Same(value, right)) return "Narrow the tolerance, or choose given inputs at which the two lie farther apart.";
        for (var k = 0; k < function.Samples.Count; k++)
        {
            if (function.Right[k] is not { } there) continue;
            var sample = function.Samples[k];
            var isTold = wrong.TrueForAll(other => effort.Evaluate(other.Formula, sample) is not Outcome.Known(var otherValue) || !Passes(otherValue, there, function.Specification.Tolerance));
            if (isTold) return $"Choose given inputs that tell all known mistakes from it, such as {Numbers.Show(sample, function.Specification.Inputs)}.";
        }

        return null;
    }

    private static void CheckSinglePrecision(AskedFunction function, Assignment given, Value right, Effort effort, FindingLog log)
    {
        if (effort.EvaluateInSinglePrecision(function.Canonical, given) is not Outcome.Known(var single) || Passes(single, right, function.Specification.Tolerance)) return;
        log.Add(
            LintRules.FloatRefused, function.Json["tolerance"] ?? function.At("canonical"),
            $"The right formula of {function.Name}, worked out in single precision, gives {Numbers.Show(single)}; the tolerance refuses it beside {Numbers.Show(right)}.",
            "Widen the tolerance: three or four significant figures are what people write.");
    }

    private static bool Passes(Value value, Value right, Tolerance tolerance) =>
        Variants.Agreement.Holds(Numbers.Of(value), Numbers.Of(right).ToEquatableList(), tolerance);
}
