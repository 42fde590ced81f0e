using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Formulas.Text;
using Grader.Batching;
using Grader.Exercises;
using Grader.Reporting;
using Grader.Simulation;

namespace Grader.Commands;

/// <summary><c>grader simulate WORKSHEET... -n N --seed S -o DIR</c> and <c>grader simulate --verify OUT</c>.</summary>
internal static class SimulateCommand
{
    public const string SubmissionsFolder = "submissions";

    public const string TruthFile = "truth.jsonl";

    private const int MostShown = 40;

    public static Command Build(Surroundings surroundings)
    {
        var worksheets = new Argument<string[]>("WORKSHEET") { Description = "Worksheets that the class hands in; all where none is named", Arity = ArgumentArity.ZeroOrMore };
        var count = new Option<int>("-n") { Description = "How many students", DefaultValueFactory = _ => 30, HelpName = "N", CustomParser = ReadCount };
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same class", DefaultValueFactory = _ => 1, HelpName = "S" };
        var output = new Option<string?>("--output", "-o") { Description = "A new folder, for the submissions and the truth about them", HelpName = "DIR" };
        var verify = new Option<string?>("--verify") { Description = "Holds the results of a batch against the truth", HelpName = "OUT" };
        var truth = new Option<string?>("--truth") { Description = "The truth file, if it does not stand beside the submissions", HelpName = "FILE" };
        var command = new Command("simulate", "Writes a class to practise on, and knows what each answer must get.") { worksheets, count, seed, output, verify, truth };
        command.SetAction(call => (call.GetValue(verify), call.GetValue(output)) switch
        {
            ({ } results, null) => Verify(results, call.GetValue(truth), surroundings),
            (null, { } folder) => Write(Worksheets(call, call.GetValue(worksheets) ?? [], surroundings), call.GetValue(count), call.GetValue(seed), folder, surroundings),
            _ => throw new UnusableCallException("Name either a folder to write to with -o, or a batch's results with --verify.", "'grader simulate --help' shows examples."),
        });
        return command;
    }

    private static int ReadCount(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1_000_000) return count;
        result.AddError($"-n must be a whole number from 1 to 1000000, but is '{result.Tokens[0].Value}'.");
        return 1;
    }

    private static (IReadOnlyList<Worksheet> Chosen, string Exercises) Worksheets(ParseResult call, string[] named, Surroundings surroundings)
    {
        var exercises = CommonOptions.ExercisesFolder(call, surroundings);
        var library = Library.Open(exercises);
        var finder = new WorksheetFinder(library);
        return ([.. (named.Length > 0 ? named.Distinct() : library.Ids).Select(finder.Worksheet)], exercises);
    }

    private static int Write((IReadOnlyList<Worksheet> Chosen, string Exercises) worksheets, int count, ulong seed, string folder, Surroundings surroundings)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new UnusableCallException($"The folder '{folder}' is not empty.", "Name a new folder: what is there is never overwritten.");
        var simulated = new SimulatedClass(worksheets.Chosen, worksheets.Exercises, seed);
        var submissions = Path.Combine(folder, SubmissionsFolder);
        var files = 0;
        try
        {
            Directory.CreateDirectory(submissions);
            WholeFile.Write(Path.Combine(folder, TruthFile), stream =>
            {
                using var truth = new StreamWriter(stream, leaveOpen: true);
                foreach (var file in simulated.Files(count))
                {
                    var path = Path.Combine(submissions, file.Truth.File.Replace('/', Path.DirectorySeparatorChar));
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.WriteAllBytes(path, file.Content);
                    truth.Write(file.Truth.ToLine() + "\n");
                    files++;
                }
            });
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The class cannot be written to '{folder}': {problem.Message}", "Name a folder that may be written to, on a disk with room.");
        }

        surroundings.Output.WriteLine($"{files} files of {count} students are in {submissions}, what each must get in {Path.Combine(folder, TruthFile)}.");
        surroundings.Output.WriteLine($"'grader batch {submissions} -o OUT' grades them, 'grader simulate --verify OUT' compares.");
        return ExitCode.Well;
    }

    private static int Verify(string output, string? truth, Surroundings surroundings)
    {
        var results = ExportCommand.ResultsFile(output);
        try
        {
            var compared = Verification.Of(File.ReadLines(truth ?? TruthOf(output)), File.ReadLines(results));
            Show(compared, ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour));
            return compared.Verdicts.Count == 0 ? ExitCode.Well : ExitCode.NotWell;
        }
        catch (FormatException problem)
        {
            throw new UnusableCallException(problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException(problem.Message, "--truth FILE names the truth file.");
        }
    }

    /// <summary>Beside the submissions that the batch graded, or in their folder.</summary>
    private static string TruthOf(string output)
    {
        var graded = BatchOrder.Read(output).Folder;
        string[] candidates = [Path.Combine(graded, TruthFile), Path.Combine(Path.GetDirectoryName(graded) ?? graded, TruthFile)];
        return Array.Find(candidates, File.Exists) ?? throw new UnusableCallException($"There is no {TruthFile} beside '{graded}'.", "--truth FILE names it.");
    }

    private static void Show(Verification compared, ConsoleOutput console)
    {
        Table(compared.Verdicts, "verdicts that differ", console);
        Table(compared.Names, "mistakes not named", console);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{compared.Files} files, {compared.Parts} parts: {compared.Verdicts.Count} verdicts differ."));
        var share = compared.Mistakes == 0 ? 100 : 100.0 * compared.Named / compared.Mistakes;
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{compared.Named} of {compared.Mistakes} planted mistakes were named: {share:0.0} %."));
    }

    private static void Table(EquatableList<Disagreement> disagreements, string title, ConsoleOutput console)
    {
        if (disagreements.Count == 0) return;
        console.WriteLine(new ConsoleText($"{disagreements.Count} {title}:", Tone.Bad));
        console.WriteTable(new(
            [new("file"), new("part"), new("made as"), new("truth"), new("found")],
            disagreements.Take(MostShown).Select(one => (EquatableList<ConsoleText>)[TerminalText.Short(one.File), one.Part ?? "", one.Made, one.Truth, TerminalText.Short(one.Found)]).ToEquatableList()));
        if (disagreements.Count > MostShown) console.WriteLine($"... and {disagreements.Count - MostShown} more.");
    }
}
