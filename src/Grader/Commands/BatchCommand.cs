using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Grader.Batching;

namespace Grader.Commands;

/// <summary><c>grader batch DIR -o OUT</c>.</summary>
internal static class BatchCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var folder = new Argument<string>("DIR") { Description = "Every .json, .dll and .cs file below this folder is graded; or an archive.zip from Gradescope, Canvas or Moodle" };
        var output = new Option<string>("--output", "-o") { Description = "Where the pages go", HelpName = "OUT", Required = true };
        var jobs = Jobs();
        var export = new Option<string[]>("--export") { Description = $"Also write exports: {ExportCommand.Names}", HelpName = "NAME,...", AllowMultipleArgumentsPerToken = false };
        var resume = new Option<bool>("--resume") { Description = "Go on with what was begun in OUT: what is done and did not change is left as it is" };
        var exporting = new ExportOptions();
        var command = new Command("batch", "Grades a whole class: a page for each submission, an index, and results.jsonl.")
        {
            folder, output, jobs, CommonOptions.Reveal(), CommonOptions.Worksheet(), CommonOptions.VariantSeed(), CommonOptions.Sandbox(), resume, export,
        };
        exporting.AddTo(command);
        command.SetAction(call =>
        {
            // All that the call names is looked at before the long work starts.
            var (order, results) = (Order(call, call.GetRequiredValue(folder), call.GetRequiredValue(output), surroundings), call.GetRequiredValue(output));
            var (kinds, request) = (ExportCommand.Kinds(call.GetValue(export) ?? []), exporting.Read(call, surroundings));
            var roster = exporting.Roster(call);
            var exit = new ClassRun(order with { HasRoster = roster is not null, IdColumn = roster?.IdColumn }, results, call.GetValue(jobs), call.GetValue(resume), surroundings) { Roster = roster }.Run();
            if (kinds.Count > 0 && !BatchFolder.IsUnfinished(results)) ExportCommand.Run(results, kinds, Path.Combine(results, ExportCommand.Folder), request, surroundings);
            return exit;
        });
        return command;
    }

    internal static Option<int> Jobs() => new("--jobs") { Description = "How many files at the same time", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N", CustomParser = ReadJobs };

    private static int ReadJobs(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var jobs) && jobs >= 1) return jobs;
        result.AddError($"--jobs must be a whole number from 1, but is '{result.Tokens[0].Value}'.");
        return 1;
    }

    private static BatchOrder Order(ParseResult call, string folder, string output, Surroundings surroundings)
    {
        if (!Directory.Exists(folder) && !HandIn.IsArchive(folder))
        {
            throw new UnusableCallException(
                File.Exists(folder) ? $"'{folder}' is a file, not a folder or a .zip archive." : $"There is no folder '{folder}'.",
                File.Exists(folder) ? "'grader check' grades single files." : null);
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (full == Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)))
        {
            throw new UnusableCallException($"The results of '{folder}' cannot go into that folder itself.", "Name another folder, or one inside it, with -o.");
        }

        var exercises = CommonOptions.ExercisesFolder(call, surroundings);
        var own = exercises == surroundings.ExercisesFolder ? null : Path.GetFullPath(exercises);
        return new(full, CommonOptions.Reveal(call), own)
        {
            Worksheet = CommonOptions.Worksheet(call, Exercises.Library.Open(exercises))?.Id,
            Sandbox = CommonOptions.Sandbox(call),
            VariantSeed = CommonOptions.VariantSeed(call),
        };
    }
}
