using System.CommandLine;
using Formulas.Text;
using Grader.Batching;
using Grader.Exercises;
using Grader.Marking;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary><c>grader mark OUT FILE</c> and <c>grader mark OUT --list FILE</c>.</summary>
internal static class MarkCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var results = new Argument<string>("OUT") { Description = "The folder a batch wrote" };
        var filled = new Argument<string?>("FILE") { Description = "A filled list, .csv or .json: taken in whole or not at all", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<string?>("--list") { Description = "Write the list to be filled in, .csv or .json", HelpName = "FILE" };
        var command = new Command("mark", "Takes in the marks that people give, and makes results and pages anew.") { results, filled, list };
        command.SetAction(call => (call.GetValue(filled), call.GetValue(list)) switch
        {
            (null, { } file) => WriteList(call.GetRequiredValue(results), file, surroundings),
            ({ } file, null) => TakeIn(call.GetRequiredValue(results), file, surroundings),
            _ => throw new UnusableCallException("Name a filled list, or with --list a file to write the list to.", "'grader mark --help' shows both."),
        });
        return command;
    }

    private static int WriteList(string output, string file, Surroundings surroundings)
    {
        if (Path.Exists(file)) throw new UnusableCallException($"'{file}' is there already and was left as it is.", "Marks may have been filled in. Name another file.");
        var (_, groups) = ToMark(output, surroundings);
        try
        {
            WholeFile.Write(file, IsJson(file) ? MarkingList.Json(groups) : MarkingList.Csv(groups));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The list cannot be written to '{file}': {problem.Message}");
        }

        surroundings.Output.WriteLine(
            $"{groups.Count} answers to mark, {groups.Count(group => group.Mark is null)} of them not marked yet. Fill in the points in {file}, then: grader mark {output} {file}");
        return ExitCode.Well;
    }

    private static int TakeIn(string output, string file, Surroundings surroundings)
    {
        var (order, groups) = ToMark(output, surroundings);
        var rows = Rows(file);
        var intake = MarkingIntake.Of(rows, groups, surroundings.Clock.GetUtcNow().UtcDateTime);
        if (intake.Problems.Count > 0)
        {
            foreach (var problem in intake.Problems) surroundings.Error.WriteLine(TerminalText.OneLine($"{file}, {problem}"));
            throw new UnusableCallException($"Nothing was taken in: {intake.Problems.Count} rows of {file} cannot be used.", "Mend them and run the command again.");
        }

        if (!Path.Exists(order.Folder)) throw new UnusableCallException($"Nothing was taken in: what was handed in is no longer in '{order.Folder}'.", "Run 'grader batch' on the folder where it is now.");
        try
        {
            MarkJournal.Append(Path.Combine(output, MarkJournal.FileName), intake.Marks);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The marks cannot be kept in '{output}': {problem.Message}");
        }

        surroundings.Output.WriteLine($"{intake.Marks.Count} marks taken in, for {intake.Marks.Sum(mark => mark.Files.Count)} answers. {rows.Count(row => row.Points.Length == 0)} rows are still blank.");
        return new ClassRun(order, output, Environment.ProcessorCount, resume: true, surroundings) { KeepsGone = true }.Run();
    }

    private static (BatchOrder Order, EquatableList<MarkingGroup> Groups) ToMark(string output, Surroundings surroundings)
    {
        var results = ExportCommand.ResultsFile(output);
        try
        {
            var order = BatchOrder.Read(output);
            var marks = new Marks(MarkJournal.Read(Path.Combine(output, MarkJournal.FileName)));
            return (order, MarkingGroups.Of(ResultLines.Read(results), Library.Open(order.Exercises ?? surroundings.ExercisesFolder), marks));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UnusableCallException($"The results in '{output}' cannot be read: {problem.Message}", "'grader batch DIR -o OUT' writes them anew; marks in marks.jsonl are kept.");
        }
    }

    private static EquatableList<FilledRow> Rows(string file)
    {
        var text = TextFile.Read(file);
        try
        {
            return IsJson(file) ? FilledList.Json(text) : FilledList.Csv(text);
        }
        catch (FormatException problem)
        {
            throw new UnusableCallException($"{file}: {problem.Message}", "Nothing was taken in.");
        }
    }

    private static bool IsJson(string file) => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
