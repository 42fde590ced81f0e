using System.CommandLine;
using Grader.Exercises;

namespace Grader.Commands;

/// <summary><c>grader author new|lint|preview|test DIR</c>: a row for each of them.</summary>
internal static class AuthorCommand
{
    private static readonly Func<Surroundings, Command>[] Steps =
    [
        AuthorNewCommand.Build,
        AuthorLintCommand.Build,
        AuthorPreviewCommand.Build,
        AuthorTestCommand.Build,
    ];

    public static Command Build(Surroundings surroundings)
    {
        var command = new Command("author", "For authors of worksheets.");
        foreach (var step in Steps) command.Subcommands.Add(step(surroundings));
        return command;
    }

    public static Argument<string> Folder() => new("DIR") { Description = "The worksheet's folder" };

    /// <exception cref="UnusableCallException">It is no folder, or holds no worksheet.</exception>
    public static string ExistingWorksheet(string folder)
    {
        if (!Directory.Exists(folder)) throw new UnusableCallException($"There is no folder '{folder}'.", $"'grader author new {folder}' begins a worksheet there.");
        if (File.Exists(Path.Combine(folder, WorksheetReader.WorksheetFile))) return folder;
        throw new UnusableCallException(
            $"'{folder}' holds no {WorksheetReader.WorksheetFile}.",
            "Name the folder of one worksheet, such as exercises/backprop-practice.");
    }
}
