using System.CommandLine;
using System.Globalization;
using Formulas.Text;
using Grader.Exercises;
using Grader.Reporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary><c>grader list</c>.</summary>
internal static class ListCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var command = new Command("list", "Lists the worksheets and what they are worth.") { CommonOptions.Format() };
        command.SetAction(call => Run(call, surroundings));
        return command;
    }

    private static int Run(ParseResult call, Surroundings surroundings)
    {
        var library = Library.Open(CommonOptions.ExercisesFolder(call, surroundings));
        var found = library.Ids.Select(library.Find).ToList();
        var worksheets = found.OfType<Found.Success>().Select(success => success.Worksheet).ToList();
        if (CommonOptions.WantsJson(call)) surroundings.Output.WriteLine(new JArray(worksheets.Select(Describe)).ToString(Formatting.None));
        else Write(worksheets, ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour));

        // One worksheet that cannot be used hides none of the others.
        var unusable = found.OfType<Found.Unusable>().ToList();
        foreach (var problem in unusable.SelectMany(worksheet => worksheet.Problems)) surroundings.Error.WriteLine(problem);
        return unusable.Count == 0 ? ExitCode.Well : ExitCode.Unusable;
    }

    private static void Write(List<Worksheet> worksheets, ConsoleOutput output)
    {
        output.WriteTable(new(
            [new("worksheet"), new("title"), new("parts", RightAligned: true), new("points", RightAligned: true)],
            worksheets.Select(Row).ToEquatableList()));
        output.WriteLine(new ConsoleText("'grader show WORKSHEET' shows what is asked; 'grader new WORKSHEET' writes an answer file to fill in.", Tone.Quiet));
    }

    private static EquatableList<ConsoleText> Row(Worksheet worksheet) =>
    [
        new(worksheet.Id, Tone.Heading),
        worksheet.Title,
        worksheet.Parts.Count().ToString(CultureInfo.InvariantCulture),
        worksheet.MaxScore.ToString("0.##", CultureInfo.InvariantCulture),
    ];

    private static JObject Describe(Worksheet worksheet) => new()
    {
        ["worksheet"] = worksheet.Id,
        ["title"] = worksheet.Title,
        ["maxScore"] = worksheet.MaxScore,
        ["parts"] = new JArray(worksheet.Parts.Select(part => part.Id)),
    };
}
