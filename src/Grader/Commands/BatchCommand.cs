using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Exercises;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary><c>grader batch DIR -o OUT</c>.</summary>
internal static class BatchCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var folder = new Argument<string>("DIR") { Description = "Every .json file below this folder is graded" };
        var output = new Option<string>("--output", "-o") { Description = "Where the pages go", HelpName = "OUT", Required = true };
        var jobs = new Option<int>("--jobs") { Description = "How many files at the same time", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N", CustomParser = ReadJobs };
        var command = new Command("batch", "Grades a whole class: a page for each submission, an index, and results.jsonl.")
        {
            folder, output, jobs, CommonOptions.Reveal(), CommonOptions.NotYet("--resume", ArgumentArity.Zero), CommonOptions.NotYet("--export", ArgumentArity.OneOrMore),
        };
        command.SetAction(call => Run(call, call.GetRequiredValue(folder), call.GetRequiredValue(output), call.GetValue(jobs), surroundings));
        return command;
    }

    private static int ReadJobs(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var jobs) && jobs >= 1) return jobs;
        result.AddError($"--jobs must be a whole number from 1, but is '{result.Tokens[0].Value}'.");
        return 1;
    }

    private static int Run(ParseResult call, string folder, string output, int jobs, Surroundings surroundings)
    {
        if (!Directory.Exists(folder))
        {
            throw new UnusableCallException(
                File.Exists(folder) ? $"'{folder}' is a file, not a folder." : $"There is no folder '{folder}'.",
                File.Exists(folder) ? "'grader check' grades single files." : null);
        }

        if (Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) == Path.GetFullPath(output).TrimEnd(Path.DirectorySeparatorChar))
        {
            throw new UnusableCallException($"The results of '{folder}' cannot go into that folder itself.", "Name another folder, or one inside it, with -o.");
        }

        var files = SubmissionFiles.Below(folder, except: output);
        if (files.Count == 0) throw new UnusableCallException($"There is no .json file below '{folder}'.", "'grader new WORKSHEET' writes an answer file.");
        var library = Library.Open(CommonOptions.ExercisesFolder(call, surroundings));
        var batch = new Batch(new FileGrading(library, new Checker(surroundings.ClassSecret)), output, jobs, CommonOptions.Reveal(call));
        var console = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
        var started = surroundings.Clock.GetTimestamp();
        IReadOnlyList<BatchRow> rows = [];
        IReadOnlyList<SeveralFiles> several = [];
        try
        {
            console.Progress("Grading", files.Count, step => rows = batch.Run(files, step));
            several = SeveralFiles.Among(rows);
            var title = Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));
            WholeFile.Write(Path.Combine(output, "index.html"), BatchPage.Render(new(title, SeveralFiles.PointOut(rows, several))));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The results cannot be written to '{output}': {problem.Message}", "Name a folder that may be written to, on a disk with room.");
        }

        Summarise(rows, several, output, surroundings.Clock.GetElapsedTime(started), console);
        return rows.Any(row => row.Status == BatchStatus.Fault) ? Faulty(rows, surroundings) : ExitCode.Well;
    }

    private static int Faulty(IReadOnlyList<BatchRow> rows, Surroundings surroundings)
    {
        foreach (var row in rows.Where(row => row.Status == BatchStatus.Fault)) surroundings.Error.WriteLine($"{TerminalText.OneLine(row.File)}: not marked. {CommandLineRun.FaultReport}");
        return ExitCode.Fault;
    }

    private static void Summarise(IReadOnlyList<BatchRow> rows, IReadOnlyList<SeveralFiles> twice, string output, TimeSpan elapsed, ConsoleOutput console)
    {
        const int MostRows = 200;
        console.WriteTable(new(
            [new("file"), new("student"), new("worksheet"), new("points", RightAligned: true), new("outcome")],
            rows.Take(MostRows).Select(Line).ToEquatableList()));
        if (rows.Count > MostRows) console.WriteLine($"... and {rows.Count - MostRows} more: see the index.");
        foreach (var several in twice)
        {
            console.WriteLine(new ConsoleText(
                $"{several.Student} handed in {several.Worksheet} more than once; all were graded: {several.Named()}", Tone.Middling));
        }

        var graded = rows.Count(row => row.Status == BatchStatus.Graded);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} files: {graded} graded, {rows.Count - graded} not, in {elapsed.TotalSeconds:0.0} seconds."));
        console.WriteLine(new ConsoleText($"Pages: {Path.Combine(output, "index.html")}", Tone.Heading));
        console.WriteLine($"For scripts: {Path.Combine(output, Batch.ResultsFile)}");
    }

    private static EquatableList<ConsoleText> Line(BatchRow row) =>
    [
        TerminalText.Short(row.File),
        TerminalText.Short(row.Student ?? string.Empty),
        row.Worksheet ?? string.Empty,
        row is { Score: { } score, MaxScore: { } most } ? ConsoleReport.Score(score, most) : string.Empty,
        Outcome(row),
    ];

    private static ConsoleText Outcome(BatchRow row) => row.Status switch
    {
        BatchStatus.Graded when row.Counts.Pending > 0 => new($"graded, {row.Counts.Pending} for a person", Tone.Middling),
        BatchStatus.Graded => new("graded", Tone.Good),
        BatchStatus.Unreadable => new($"unreadable: {row.Reason}", Tone.Bad),
        BatchStatus.Fault => new($"fault: {row.Reason}", Tone.Bad),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
