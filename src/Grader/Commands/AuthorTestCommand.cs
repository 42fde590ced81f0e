using System.CommandLine;
using System.Globalization;
using Grader.Authoring;
using Grader.Exercises;
using Grader.Reporting;
using Grader.SelfTest;

namespace Grader.Commands;

/// <summary><c>grader author test DIR</c>.</summary>
internal static class AuthorTestCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var folder = AuthorCommand.Folder();
        var command = new Command("test", "Tries the worksheet's samples out, and holds its formulas against their derivations.") { folder };
        command.SetAction(call => Run(AuthorCommand.ExistingWorksheet(call.GetRequiredValue(folder)), surroundings));
        return command;
    }

    private static int Run(string folder, Surroundings surroundings)
    {
        if (WorksheetReader.Read(folder) is not Loaded.Success(var worksheet))
        {
            throw new UnusableCallException($"The worksheet in '{folder}' has problems.", $"'grader author lint {folder}' lists them, each with its line.");
        }

        var output = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
        var areSamplesWell = TrySamples(folder, worksheet, output);
        var isSelfTestWell = HoldAgainstDerivations(worksheet, output);
        return areSamplesWell && isSelfTestWell ? ExitCode.Well : ExitCode.NotWell;
    }

    private static bool TrySamples(string folder, Worksheet worksheet, ConsoleOutput output)
    {
        var (samples, stray) = SampleFile.Of(folder);
        var trial = new SampleTrial(worksheet);
        var results = samples.Select(trial.Try).ToList();
        foreach (var result in results.Where(result => !result.IsWell)) Write(result, output);
        foreach (var file in stray) output.WriteLine(new ConsoleText($"{file}: there is no sample of this name beside it.", Tone.Bad));
        var right = results.Count(result => result.Sample.IsRight);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{right} right and {results.Count - right} wrong samples: {results.Sum(result => result.Kept)} answers earn what is promised, {results.Sum(result => result.Broken.Count)} not."));
        return stray.Count == 0 && results.TrueForAll(result => result.IsWell);
    }

    private static void Write(SampleResult result, ConsoleOutput output)
    {
        output.WriteLine(new ConsoleText(result.Sample.Name, Tone.Heading));
        foreach (var problem in result.Problems) output.WriteLine(new ConsoleText($"  {problem}", Tone.Bad));
        foreach (var (_, promise, got) in result.Broken)
        {
            var place = promise.Position is { } position ? $", {Path.GetFileName(promise.File)}:{position.Line}:{position.Column}" : string.Empty;
            output.WriteLine($"  {promise.PartId}{place}");
            output.WriteLine($"    promised:  {SampleRules.Words(promise)}");
            output.WriteLine(new ConsoleText($"    earned:    {SampleRules.Words(got)}{Marks(got)}", Tone.Bad));
            if (got.Reading is { } reading) output.WriteLine($"    read as:   {reading.Plain}");
            foreach (var feedback in Promise.FeedbackOf(got)) output.WriteLine($"    told:      {feedback.Message}  [{feedback.Code}]");
        }
    }

    private static string Marks(Checking.PartResult got) => string.Create(CultureInfo.InvariantCulture, $", {got.Score:0.##} of {got.MaxScore:0.##}");

    private static bool HoldAgainstDerivations(Worksheet worksheet, ConsoleOutput output)
    {
        var results = worksheet.Parts.SelectMany(part => new PartChecks(worksheet, part).All()).ToList();
        var wrong = results.Where(result => result.Disagreement is not null).ToList();
        foreach (var result in wrong) output.WriteLine(new ConsoleText($"{result.Part}, {result.Check}: {result.Disagreement}", Tone.Bad));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count} checks of formulas and options at {results.Sum(result => result.Samples)} samples, {wrong.Count} in disagreement."));
        return wrong.Count == 0;
    }
}
