using System.CommandLine;
using Grader.Exercises;
using Grader.Reporting;
using Newtonsoft.Json;

namespace Grader.Commands;

internal static class ShowCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var worksheet = new Argument<string?>("WORKSHEET") { Description = "As 'grader list' names it", Arity = ArgumentArity.ZeroOrOne };
        var part = new Argument<string?>("PART") { Description = "Only this part, for example 2c.dw", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("show", "Shows what is asked, and what an answer may use.") { worksheet, part, CommonOptions.Format() };
        command.SetAction(call =>
        {
            var output = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
            var asked = call.GetValue(worksheet)
                ?? throw new UnusableCallException("Which worksheet is to be shown?", "'grader list' lists them; 'grader show --codes' lists the feedback codes.");
            var found = new WorksheetFinder(CommonOptions.ExercisesFolder(call, surroundings)).Worksheet(asked);
            IReadOnlyList<Part> parts = call.GetValue(part) is { } id ? [WorksheetFinder.Part(found, id)] : [.. found.Parts];
            if (CommonOptions.WantsJson(call)) surroundings.Output.WriteLine(PartJson.From(found, parts).ToString(Formatting.Indented));
            else ConsoleWorksheet.Write(found, parts, whole: call.GetValue(part) is null, output);
            return ExitCode.Well;
        });
        return command;
    }
}
