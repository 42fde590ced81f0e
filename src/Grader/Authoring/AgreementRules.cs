using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Grader.SelfTest;
using Newtonsoft.Json.Linq;

namespace Grader.Authoring;

/// <summary>Every second way to a part's values, as <c>grader selftest</c> goes it, with what disagrees put to its line.</summary>
internal static class AgreementRules
{
    /// <summary>How often the self-test evaluates a formula, at most, for each of its ways; derivatives cost several each.</summary>
    private const double Evaluations = 1500;

    public static void Check(PlacedPart part, Worksheet worksheet, EquatableList<AskedFunction> functions, Effort effort, FindingLog log)
    {
        foreach (var function in functions) CheckThereIsAWay(function, worksheet, log);
        var cost = functions.Sum(function => Evaluations * (function.Cost * 3 + CostOfDerivation(function, effort)));
        if (!effort.Take(cost))
        {
            log.Add(LintRules.TooSlow, part.Json, $"Holding part {part.Part.Id} against its derivation would take too long.", "Narrow its sizes, or write shorter formulas.");
            return;
        }

        var disagreeing = new PartChecks(worksheet, part.Part).All().Where(result => result.Disagreement is not null).ToList();

        // What differs everywhere differs at the given inputs too.
        foreach (var found in disagreeing.Where(result => result.Check != "given" || !disagreeing.Exists(other => other.Check == "formula" && other.Part == result.Part))) Report(found, part, worksheet, functions, log);
    }

    private static void CheckThereIsAWay(AskedFunction function, Worksheet worksheet, FindingLog log)
    {
        if (function.Specification.Derivation is not null || new TrueValues(worksheet).HasReference) return;
        log.Add(
            LintRules.NoSecondWay, function.At("canonical"), $"Nothing holds the right formula of {function.Name} against a second way to its values.",
            "Add a \"derivation\": the loss that it is the gradient of, or another formula. A slip here marks a whole class wrong.");
    }

    private static double CostOfDerivation(AskedFunction function, Effort effort)
    {
        var (scope, formulas, by) = function.Specification.Derivation switch
        {
            null => (Scope.Empty, [], null),
            Derivation.Formula way => (way.Scope, [way.Text], null),
            Derivation.Gradient way => (way.Scope, (string[])[way.Loss], way.By),
            Derivation.Stationary way => (way.Scope, [way.Loss], way.By),
            Derivation.Identity way => (way.Scope, [way.Left, way.Right], null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (formulas.Length == 0 || DerivedSymbols.Read(scope) is not Reading<DerivedSymbols>.Success(var symbols, _)) return 0;
        var sample = Sampling.Draw(symbols, function.Specification.SizeRanges, seed: 1, index: 7);
        var entries = by is not null && sample.Values.TryGetValue(by, out var value) ? Math.Max(1, Numbers.Count(value)) : 1;
        return formulas.Select(formula => AskedFunction.Read(formula, scope)).OfType<Expression>()
            .Sum(formula => (double)effort.Measured(budget => Evaluation.Evaluate(formula, sample, budget)).Operations * entries);
    }

    private static void Report(CheckResult found, PlacedPart part, Worksheet worksheet, EquatableList<AskedFunction> functions, FindingLog log)
    {
        var function = functions.FirstOrDefault(function => found.Part.EndsWith($"/{function.Name}", StringComparison.Ordinal));
        var (name, json) = (function?.Name ?? part.Part.Id, function?.Json ?? part.Json);
        var message = found.Disagreement!;

        // Where the right formula has no value, that was said; no other way can agree with it then.
        if (function is not null && (function.Right.All(value => value is null) || (found.Check == "given" && function.Given is null))) return;
        switch (found.Check)
        {
            case "formula" or "given" when new TrueValues(worksheet).HasReference:
                log.Add(LintRules.CanonicalDiffers, json["canonical"] ?? json, $"The right formula of {name} is not what the reference computes. {message}", "Of the two values, the reference's comes first.");
                break;
            case "other formula" or "derivative" or "stationary" or "identity" when message.StartsWith("Only ", StringComparison.Ordinal):
                log.Add(LintRules.DerivationDiffers, json["derivation"] ?? json, $"The derivation of {name} could hardly be tried. {message}", "Narrow the domains to where it has values, or take another way.");
                break;
            case "other formula" or "derivative" or "stationary" or "identity":
                log.Add(LintRules.DerivationDiffers, json["derivation"] ?? json, $"The right formula of {name} and its derivation do not agree. {message}", "Of the two values, the derivation's comes last. One of the two formulas is wrong.");
                break;
            case "differences":
                log.Add(LintRules.DerivationDiffers, json["derivation"] ?? json, $"The loss of {name} has no derivative to rely on. {message}", "Look for a jump in it, or narrow the domains to where it is smooth.");
                break;
            case "printed":
                log.Add(LintRules.PrintedDiffers, json["printed"] ?? json, $"A printed value of {name} is not the formula's. {message}", "Is it the value of these inputs, to as many decimals?");
                break;
            case "from parts":
                log.Add(LintRules.FromPartsDiffer, json["fromParts"] ?? json, $"From the right answers to the earlier parts, {name} does not come out right. {message}", "Of the two values, the one from the parts comes last.");
                break;
            case "from cells":
                log.Add(LintRules.FromCellsDiffer, json["fromCells"] ?? json, $"From the right values of the earlier cells, {name} does not come out right. {message}", "Of the two values, the one from the cells comes last.");
                break;
            case "boundary":
                log.Add(LintRules.BoundaryWrong, json["boundary"] ?? json, $"The boundary of {name} is not where its truth changes. {message}", "Give a formula that is 0 exactly there.");
                break;
            case "model":
                log.Add(LintRules.ModelNotRight, json["model"] ?? json, $"The model of {name} does not earn full marks. {message}", "Mend the model, or what the part asks of graphs. Operations that are asked for must be those of some node.");
                break;
            case "fit":
                log.Add(LintRules.NeedsReference, json, $"The part {name} cannot be judged by data alone. {message}", "A part of kind \"fit\" needs a method and a property in the reference, in C#.");
                break;
        }
    }
}
