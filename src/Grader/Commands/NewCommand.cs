using System.CommandLine;
using Grader.Batching;
using Grader.Exercises;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary><c>grader new WORKSHEET</c>.</summary>
internal static class NewCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var worksheet = new Argument<string>("WORKSHEET") { Description = "As 'grader list' names it" };
        var folder = new Option<string>("--output", "-o") { Description = "The folder to write to", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var command = new Command("new", "Writes an answer file to fill in.") { worksheet, folder, CommonOptions.NotYet("--csharp", ArgumentArity.Zero) };
        command.SetAction(call => Run(call, call.GetRequiredValue(worksheet), call.GetRequiredValue(folder), surroundings));
        return command;
    }

    private static int Run(ParseResult call, string id, string folder, Surroundings surroundings)
    {
        var worksheet = new WorksheetFinder(Library.Open(CommonOptions.ExercisesFolder(call, surroundings))).Worksheet(id);
        var path = Path.Combine(folder, $"{worksheet.Id}.json");
        try
        {
            Directory.CreateDirectory(folder);

            // CreateNew asks the file system itself, so that not even a file made a moment ago is overwritten.
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(AnswerFileTemplate.For(worksheet));
        }
        catch (IOException) when (Path.Exists(path))
        {
            throw new UnusableCallException($"'{path}' is there already and was left as it is.", "Move it away, or name another folder with -o.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"'{path}' cannot be written: {problem.Message}", "Name a folder that may be written to with -o.");
        }

        surroundings.Output.WriteLine($"Fill in {path}, then: grader check {path}");
        return ExitCode.Well;
    }
}
