using System.CommandLine;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Hints;
using Grader.Reporting;
using Newtonsoft.Json;

namespace Grader.Commands;

/// <summary><c>grader show WORKSHEET [PART]</c>, <c>grader show WORKSHEET PART --reading FORMULA</c> and <c>grader show --codes</c>.</summary>
internal static class ShowCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var worksheet = new Argument<string?>("WORKSHEET") { Description = "As 'grader list' names it", Arity = ArgumentArity.ZeroOrOne };
        var part = new Argument<string?>("PART") { Description = "Only this part, for example 2c.dw", Arity = ArgumentArity.ZeroOrOne };
        var codes = new Option<bool>("--codes") { Description = "List every feedback code and what it means" };
        var reading = new Option<string?>("--reading") { Description = "Show how the part reads this formula, with the shapes of its pieces", HelpName = "FORMULA" };
        var hint = new Option<int?>("--hint") { Description = "Show the part's first N hints; each gives away more", HelpName = "N" };
        var command = new Command("show", "Shows what is asked, and what an answer may use.") { worksheet, part, codes, reading, hint, CommonOptions.Format() };
        command.SetAction(call =>
        {
            var output = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
            if (call.GetValue(codes)) return ShowCodes(CommonOptions.WantsJson(call), surroundings.Output, output);
            var asked = call.GetValue(worksheet)
                ?? throw new UnusableCallException("Which worksheet is to be shown?", "'grader list' lists them; 'grader show --codes' lists the feedback codes.");
            var found = new WorksheetFinder(Library.Open(CommonOptions.ExercisesFolder(call, surroundings))).Worksheet(asked);
            if (call.GetValue(reading) is { } formula) return ShowReading(call, found, call.GetValue(part), formula, surroundings.Output, output);
            if (call.GetValue(hint) is { } level) return ShowHints(call, found, call.GetValue(part), level, surroundings.Output, output);
            IReadOnlyList<Part> parts = call.GetValue(part) is { } id ? [WorksheetFinder.Part(found, id)] : [.. found.Parts];
            if (CommonOptions.WantsJson(call)) surroundings.Output.WriteLine(PartJson.From(found, parts).ToString(Formatting.Indented));
            else ConsoleWorksheet.Write(found, parts, whole: call.GetValue(part) is null, output);
            return ExitCode.Well;
        });
        return command;
    }

    private static int ShowReading(ParseResult call, Worksheet worksheet, string? part, string formula, TextWriter writer, ConsoleOutput output)
    {
        if (part is null) throw new UnusableCallException("Which part is to read the formula?", "'grader show WORKSHEET' lists the parts of a worksheet.");
        var shown = FormulaReading.Of(WorksheetFinder.Part(worksheet, part), formula);
        if (CommonOptions.WantsJson(call)) writer.WriteLine(shown.ToJson().ToString(Formatting.Indented));
        else foreach (var line in shown.Lines()) output.WriteLine(line);
        return ExitCode.Well;
    }

    private static int ShowHints(ParseResult call, Worksheet worksheet, string? part, int level, TextWriter writer, ConsoleOutput output)
    {
        if (part is null) throw new UnusableCallException("A hint for which part?", "'grader show WORKSHEET' lists the parts of a worksheet.");
        if (level < 1) throw new UnusableCallException($"There is no hint {level}.", "The first is --hint 1.");
        var asked = WorksheetFinder.Part(worksheet, part);
        var hints = PartHints.Of(asked);
        if (CommonOptions.WantsJson(call)) writer.WriteLine(ConsoleHints.ToJson(worksheet, asked, hints, level).ToString(Formatting.Indented));
        else ConsoleHints.Write(asked, hints, level, output);
        return ExitCode.Well;
    }

    private static int ShowCodes(bool json, TextWriter writer, ConsoleOutput output)
    {
        if (json)
        {
            writer.WriteLine(JsonConvert.SerializeObject(
                FeedbackCodes.All.Select(code => new { code = code.Code, meaning = code.Meaning, advice = code.Advice }), Formatting.Indented));
            return ExitCode.Well;
        }

        output.WriteTable(new(
            [new("code"), new("meaning"), new("what to do")],
            FeedbackCodes.All.Select(code => (EquatableList<ConsoleText>)[new(code.Code, Tone.Heading), code.Meaning, code.Advice]).ToEquatableList()));
        return ExitCode.Well;
    }
}
