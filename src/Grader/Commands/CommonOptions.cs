using System.CommandLine;
using Grader.Exercises;
using Grader.Reporting;
using Grader.Running;

namespace Grader.Commands;

/// <summary>Options that several commands take, and how their values are read.</summary>
internal static class CommonOptions
{
    public const string ExercisesName = "--exercises";

    private const string SandboxName = "--sandbox";

    private const string WorksheetName = "--worksheet";

    private const string VariantSeedName = "--variant-seed";

    private const string FormatName = "--format";

    private const string RevealName = "--reveal";

    public static Option<string?> Exercises() => new(ExercisesName)
    {
        Description = "The folder of worksheets, if not the one beside the program",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string> Sandbox()
    {
        var option = new Option<string>(SandboxName)
        {
            Description = "Where programs run: bwrap, seal, process, or the strongest that works here",
            DefaultValueFactory = _ => "auto",
        };
        option.AcceptOnlyFromAmong("auto", "bwrap", "seal", "process");
        return option;
    }

    /// <summary>Null for the strongest level that works.</summary>
    public static IsolationLevel? Sandbox(ParseResult call) => call.GetValue<string>(SandboxName) switch
    {
        "bwrap" => IsolationLevel.Bubblewrap,
        "seal" => IsolationLevel.Seal,
        "process" => IsolationLevel.Process,
        _ => null,
    };

    public static Option<string?> Worksheet() => new(WorksheetName)
    {
        Description = "The worksheet that programs answer, where they do not tell it themselves",
        HelpName = "WORKSHEET",
    };

    public static Worksheet? Worksheet(ParseResult call, Library library) =>
        call.GetValue<string?>(WorksheetName) is { } id ? new WorksheetFinder(library).Worksheet(id) : null;

    public static Option<string?> VariantSeed() => new(VariantSeedName)
    {
        Description = "The phrase that 'grader issue' was given: each student is held to the own numbers",
        HelpName = "PHRASE",
    };

    public static string? VariantSeed(ParseResult call) => call.GetValue<string?>(VariantSeedName) is not { } phrase ? null
        : !string.IsNullOrWhiteSpace(phrase) ? phrase
        : throw new UnusableCallException($"{VariantSeedName} is empty.", "Give the phrase that 'grader issue' was given with --seed.");

    public static Option<string> Format()
    {
        var option = new Option<string>(FormatName)
        {
            Description = "text for people, json for scripts",
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }

    public static Option<string> Reveal()
    {
        var option = new Option<string>(RevealName)
        {
            Description = "How much is told: verdict, feedback (hints, never the answer), solution, or by date; if left out, by the worksheet's dates, and feedback where it has none",
            HelpName = "LEVEL",
            DefaultValueFactory = _ => new RevealPolicy.OfTheWorksheet().ToString(),
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && RevealPolicy.Parse(result.Tokens[0].Value) is null) result.AddError(NoPolicy(result.Tokens[0].Value));
        });
        return option;
    }

    public static RevealPolicy Reveal(ParseResult call) => RevealPolicy.Parse(call.GetValue<string>(RevealName) ?? string.Empty) ?? new RevealPolicy.OfTheWorksheet();

    private static string NoPolicy(string text) =>
        $"{RevealName} cannot be '{text}'. Give verdict, feedback or solution, or dates with their offset from UTC, the later last: "
        + $"feedback@{RevealDates.Form} or feedback@{RevealDates.Form},solution@2026-12-08T18:00+01:00.";

    public static bool WantsJson(ParseResult call) => call.GetValue<string>(FormatName) == "json";

    /// <summary>The folder of worksheets this call works with; it exists.</summary>
    public static string ExercisesFolder(ParseResult call, Surroundings surroundings)
    {
        var asked = call.GetValue<string?>(ExercisesName);
        var folder = asked ?? surroundings.ExercisesFolder;
        if (Directory.Exists(folder)) return folder;
        throw new UnusableCallException(
            $"There is no folder '{folder}' to read worksheets from.",
            asked is null
                ? "The program's own worksheets should stand beside it: build it again, or name a folder with --exercises."
                : "Give the folder that holds one folder per worksheet.");
    }
}
