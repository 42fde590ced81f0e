using System.CommandLine;
using Grader.Exercises;
using Grader.Exporting;

namespace Grader.Commands;

/// <summary><c>grader pack gradescope WORKSHEET</c>.</summary>
internal static class PackCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var system = new Argument<string>("SYSTEM") { Description = "gradescope" };
        system.AcceptOnlyFromAmong("gradescope");
        var worksheet = new Argument<string>("WORKSHEET") { Description = "As 'grader list' names it" };
        var output = new Option<string?>("--output", "-o") { Description = "The archive, if not WORKSHEET-gradescope.zip here", HelpName = "FILE.zip" };
        var command = new Command("pack", "Makes a complete autograder to upload.") { system, worksheet, output, CommonOptions.Reveal() };
        command.SetAction(call => Run(call, call.GetRequiredValue(worksheet), call.GetValue(output), surroundings));
        return command;
    }

    private static int Run(ParseResult call, string worksheet, string? output, Surroundings surroundings)
    {
        var exercises = CommonOptions.ExercisesFolder(call, surroundings);
        var id = new WorksheetFinder(Library.Open(exercises)).Worksheet(worksheet).Id;
        var path = output ?? $"{id}-gradescope.zip";
        var archive = new GradescopeArchive(surroundings.HomeDirectory, exercises, GradescopeArchive.RunningRuntime());
        var partial = path + ".partial";
        try
        {
            using (var stream = File.Create(partial)) archive.Write(stream, id, CommonOptions.Reveal(call));
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(partial);
            throw new UnusableCallException($"The archive cannot be written to '{path}': {problem.Message}", "Name a file in a folder that exists and may be written to, with -o.");
        }

        surroundings.Output.WriteLine($"Upload {path} on Gradescope, under Configure Autograder.");
        if (archive.Runtime is null) surroundings.Output.WriteLine("It installs .NET when the image is built: pack it on Linux to bring .NET along.");
        return ExitCode.Well;
    }
}
