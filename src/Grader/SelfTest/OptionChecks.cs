using System.Globalization;
using Formulas.Text;
using Grader.Exercises;
using Experiments = Reference.Experiments;

namespace Grader.SelfTest;

/// <summary>Holds the stored truths of options against what the reference experiment shows.</summary>
internal static class OptionChecks
{
    /// <summary>An option whose claim begins with this is true when the claim is false.</summary>
    private const string Negation = "!";

    private static readonly ulong[] Seeds = [1, 2, 3];

    public static IEnumerable<CheckResult> All(string name, EquatableList<Option> options, string? experiment, bool single)
    {
        yield return Guarded.Run(name, "options", check => Count(options, single, check));
        if (experiment is not null) yield return Guarded.Run(name, "experiment", check => Run(options, experiment, check));
    }

    private static void Count(EquatableList<Option> options, bool single, Agreement check)
    {
        check.Measure(0, "the options");
        var right = options.Count(option => option.Truth);
        if (single && right != 1) check.Fail($"A choice has one right option; here {right} are.");
        foreach (var twice in options.GroupBy(option => option.Id).Where(same => same.Skip(1).Any())) check.Fail($"The option {twice.Key} stands there twice.");
    }

    private static void Run(EquatableList<Option> options, string experiment, Agreement check)
    {
        foreach (var (_, message) in Contradictions(options, experiment)) check.Fail(message);
        foreach (var seed in Seeds) check.Measure(0, string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
    }

    /// <summary>The options with a claim that the experiment does not bear out, each once, with a sentence that says why.</summary>
    public static IEnumerable<(Option Option, string Message)> Contradictions(EquatableList<Option> options, string? experiment)
    {
        var claimed = options.Where(option => option.Claim is not null).ToList();
        if (experiment is null || claimed.Count == 0) return [];
        if (!Experiments.Catalogue.All.TryGetValue(experiment, out var run))
        {
            return [(claimed[0], $"There is no experiment {experiment}. Known are: {string.Join(", ", Experiments.Catalogue.All.Keys)}.")];
        }

        var runs = Seeds.Select(seed => (Seed: seed, run(seed).Claims)).ToList();
        return
        [
            .. from option in claimed
               let message = runs.Select(shown => Contradiction(option, shown.Claims, experiment, shown.Seed)).FirstOrDefault(message => message is not null)
               where message is not null
               select (option, message),
        ];
    }

    private static string? Contradiction(Option option, IReadOnlyDictionary<string, bool> claims, string experiment, ulong seed)
    {
        var negated = option.Claim!.StartsWith(Negation, StringComparison.Ordinal);
        var claim = negated ? option.Claim[Negation.Length..] : option.Claim;
        if (!claims.TryGetValue(claim, out var shown)) return $"The experiment {experiment} settles no claim {claim}. It settles: {string.Join(", ", claims.Keys)}.";
        return (shown != negated) == option.Truth ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"At seed {seed} the experiment {experiment} shows {claim} to be {Word(shown)}, but the option {option.Id} is stored as {Word(option.Truth)}.");
    }

    private static string Word(bool truth) => truth ? "true" : "false";
}
