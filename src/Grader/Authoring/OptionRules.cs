using Formulas.Text;
using Grader.Exercises;
using Grader.SelfTest;

namespace Grader.Authoring;

/// <summary>Options of choices and claims: alike, all true, or against what the experiment shows.</summary>
internal static class OptionRules
{
    public static void Check(PlacedPart part, FindingLog log)
    {
        var (options, experiment) = part.Part.Kind switch
        {
            PartKind.Choice(var listed, var named) => (listed, named),
            PartKind.Claims(var listed, var named) => (listed, named),
            _ => ([], null),
        };
        var placed = options.Zip(PlacedPart.Objects(part.Json["options"])).ToList();
        foreach (var same in placed.GroupBy(option => Plain(option.First.Text)).Where(group => group.Key.Length > 0))
        {
            foreach (var (option, json) in same.Skip(1))
            {
                log.Add(LintRules.SameOption, json, $"The option {option.Id} says the same as the option {same.First().First.Id}.", "Students cannot tell them apart: change one or leave it out.");
            }
        }

        if (part.Part.Kind is PartKind.Claims && options.Count > 1 && options.All(option => option.Truth))
        {
            log.Add(LintRules.AllOptionsTrue, part.Json["options"] ?? part.Json, $"Every option of {part.Part.Id} is true: ticking all of them is right without a thought.", "Add one that is false.");
        }

        foreach (var (option, message) in OptionChecks.Contradictions(options, experiment))
        {
            log.Add(LintRules.ClaimContradicted, placed.First(pair => pair.First == option).Second, message, "Set \"truth\" or \"claim\" right; \"!claim\" stands for the claim's negation.");
        }
    }

    /// <summary>Without what a reader does not see.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.').ToUpperInvariant();
}
