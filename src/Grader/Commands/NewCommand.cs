using System.CommandLine;
using Grader.Batching;
using Grader.Exercises;
using Grader.Projects;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary><c>grader new WORKSHEET [--csharp]</c>.</summary>
internal static class NewCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var worksheet = new Argument<string>("WORKSHEET") { Description = "As 'grader list' names it" };
        var folder = new Option<string?>("--output", "-o") { Description = "The folder to write to", HelpName = "DIR" };
        var csharp = new Option<bool>("--csharp") { Description = "A C# project with a stub for each method, and tests that ask the grader" };
        var command = new Command("new", "Writes an answer file, or a C# project, to fill in.") { worksheet, folder, csharp };
        command.SetAction(call =>
        {
            var found = new WorksheetFinder(Library.Open(CommonOptions.ExercisesFolder(call, surroundings))).Worksheet(call.GetRequiredValue(worksheet));
            return call.GetValue(csharp)
                ? WriteProject(found, call.GetValue(folder) ?? found.Id, surroundings)
                : WriteAnswerFile(found, call.GetValue(folder) ?? ".", surroundings);
        });
        return command;
    }

    private static int WriteAnswerFile(Worksheet worksheet, string folder, Surroundings surroundings)
    {
        var path = Path.Combine(folder, $"{worksheet.Id}.json");
        NewFile.Write(path, AnswerFileTemplate.For(worksheet));
        surroundings.Output.WriteLine($"Fill in {path}, then: grader check {path}");
        return ExitCode.Well;
    }

    private static int WriteProject(Worksheet worksheet, string folder, Surroundings surroundings)
    {
        IReadOnlyList<ProjectFile> files;
        try
        {
            files = CSharpProject.For(worksheet, Path.Combine(surroundings.HomeDirectory, "templates", "csharp"), surroundings.GraderProgram);
        }
        catch (InvalidOperationException nothing)
        {
            throw new UnusableCallException(nothing.Message, $"'grader new {worksheet.Id}' writes an answer file.");
        }

        // Nothing is written where anything would be in the way: half a project helps nobody.
        var taken = files.Select(file => Path.Combine(folder, file.Path)).FirstOrDefault(Path.Exists);
        if (taken is not null) throw NewFile.InTheWay(taken);
        foreach (var file in files) NewFile.Write(Path.Combine(folder, file.Path), file.Text);
        surroundings.Output.WriteLine($"Fill in {Path.Combine(folder, "Answers", "Answers.cs")}, then, in {folder}: dotnet test");
        return ExitCode.Well;
    }
}
