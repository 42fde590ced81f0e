using System.CommandLine;
using Grader.Batching;
using Grader.Checking;
using Grader.Exercises;
using Grader.Exporting;
using Grader.Programs;
using Grader.Reporting;
using Newtonsoft.Json;

namespace Grader.Commands;

/// <summary><c>grader gradescope DIR --worksheet WORKSHEET -o results.json</c>: what the packed autograder runs.</summary>
internal static class GradescopeCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var folder = new Argument<string>("DIR") { Description = "The submission" };
        var worksheet = new Option<string>("--worksheet") { Description = "The worksheet that is asked for", HelpName = "WORKSHEET", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "The results file", HelpName = "results.json", Required = true };
        var command = new Command("gradescope", "Grades one submission on Gradescope.") { folder, worksheet, output, CommonOptions.Reveal() };
        command.SetAction(call => Run(call, call.GetRequiredValue(folder), call.GetRequiredValue(worksheet), call.GetRequiredValue(output), surroundings));
        return command;
    }

    private static int Run(ParseResult call, string folder, string worksheet, string output, Surroundings surroundings)
    {
        if (!Directory.Exists(folder)) throw new UnusableCallException($"There is no folder '{folder}'.");
        var library = Library.Open(CommonOptions.ExercisesFolder(call, surroundings));
        var asked = new WorksheetFinder(library).Worksheet(worksheet);
        var revealing = new Revealing(CommonOptions.Reveal(call), surroundings.Clock.GetUtcNow());
        using var sandboxes = new Sandboxes(wanted: null, spares: 0, forMarks: true);
        var grading = new FileGrading(library, new Checker(surroundings.ClassSecret), sandboxes, asked) { Revealing = revealing };
        var files = SubmissionFiles.OfOneStudent(folder, except: Path.Combine(folder, "results"));
        if (files.Any(file => file.Program.Count > 0)) sandboxes.TryOut();
        var lines = files.Select(file => ResultLines.Of(SubmissionLine.From(grading.Grade(file), revealing))).ToList();
        if (GradescopeSubmission.Results(lines, asked.Id) is not { } results)
        {
            foreach (var line in lines.Where(line => line.Status == BatchStatus.Fault)) surroundings.Error.WriteLine($"{line.File}: {line.Reason} {CommandLineRun.FaultReport}");
            return ExitCode.Fault;
        }

        try
        {
            WholeFile.Write(output, results.ToString(Formatting.Indented).ReplaceLineEndings("\n"));
            return ExitCode.Well;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The results cannot be written to '{output}': {problem.Message}");
        }
    }
}
