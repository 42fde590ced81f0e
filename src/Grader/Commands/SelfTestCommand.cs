using System.CommandLine;
using System.Globalization;
using Formulas.Text;
using Grader.Exercises;
using Grader.Reporting;
using Grader.SelfTest;

namespace Grader.Commands;

/// <summary><c>grader selftest [WORKSHEET]</c>.</summary>
internal static class SelfTestCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var worksheet = new Argument<string?>("WORKSHEET") { Description = "Only this worksheet", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("selftest", "Holds every reference answer against the other ways to it.") { worksheet };
        command.SetAction(call => Run(Library.Open(CommonOptions.ExercisesFolder(call, surroundings)), call.GetValue(worksheet), surroundings));
        return command;
    }

    private static int Run(Library library, string? only, Surroundings surroundings)
    {
        var started = surroundings.Clock.GetTimestamp();
        var finder = new WorksheetFinder(library);
        var worksheets = only is null ? library.Ids.Select(finder.Worksheet).ToList() : [finder.Worksheet(only)];
        var parts = worksheets.SelectMany(worksheet => worksheet.Parts.Select(part => new PartChecks(worksheet, part))).ToList();
        var output = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
        IReadOnlyList<CheckResult> results = [];
        output.Progress(new("Checking", parts.Count), step => results = RunAll(parts, step));

        output.WriteTable(new(
            [new("part"), new("checks"), new("samples", RightAligned: true), new("relative difference", RightAligned: true), new("finite differences", RightAligned: true), new("")],
            results.GroupBy(result => result.Part).Select(same => Row(same.Key, [.. same])).ToEquatableList()));
        var wrong = results.Where(result => result.Disagreement is not null).ToList();
        foreach (var result in wrong) output.WriteLine(new ConsoleText($"{result.Part}, {result.Check}: {result.Disagreement}", Tone.Bad));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"The largest differences seen. Allowed are {Agreement.Allowed:0e+00} of the value, and for finite differences once their own error bound."));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count} checks at {results.Sum(result => result.Samples)} samples, {wrong.Count} in disagreement, in {surroundings.Clock.GetElapsedTime(started).TotalSeconds:0.0} seconds."));
        return wrong.Count == 0 ? ExitCode.Well : ExitCode.NotWell;
    }

    private static string Shown(double largest) => largest == 0 ? "0" : largest.ToString("0.0e+00", CultureInfo.InvariantCulture);

    private static IReadOnlyList<CheckResult> RunAll(List<PartChecks> parts, Action step) =>
    [
        .. parts.AsParallel().AsOrdered().SelectMany(part =>
        {
            var results = part.All();
            step();
            return results;
        }),
    ];

    private static EquatableList<ConsoleText> Row(string part, IReadOnlyList<CheckResult> results) =>
    [
        part,
        string.Join(", ", results.GroupBy(result => result.Check).Select(same => same.Count() == 1 ? same.Key : $"{same.Count()} {same.Key}")),
        results.Sum(result => result.Samples).ToString(CultureInfo.InvariantCulture),
        Shown(results.Max(result => result.Worst)),
        Shown(results.Max(result => result.WorstShare)),
        results.Any(result => result.Disagreement is not null) ? new("disagrees", Tone.Bad) : new("agrees", Tone.Good),
    ];
}
