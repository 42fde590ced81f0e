using System.CommandLine;
using Grader.Authoring;

namespace Grader.Commands;

/// <summary><c>grader author new DIR</c>.</summary>
internal static class AuthorNewCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to begin the worksheet in; its name becomes the worksheet's" };
        var command = new Command("new", "Writes a small worksheet to begin from.") { folder };
        command.SetAction(call => Run(call.GetRequiredValue(folder), surroundings));
        return command;
    }

    private static int Run(string folder, Surroundings surroundings)
    {
        var id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!WorksheetStarter.IsId(id)) throw new UnusableCallException($"\"{id}\" cannot be a worksheet's name.", "Use small letters, digits and hyphens, as in linear-regression.");
        var files = WorksheetStarter.For(id, Path.Combine(surroundings.HomeDirectory, "templates", "worksheet"));

        // Nothing is written where anything would be in the way: half a worksheet helps nobody.
        var taken = files.Select(file => Path.Combine(folder, file.Path)).FirstOrDefault(Path.Exists);
        if (taken is not null) throw NewFile.InTheWay(taken);
        foreach (var file in files)
        {
            NewFile.Write(Path.Combine(folder, file.Path), file.Text);
            surroundings.Output.WriteLine(Path.Combine(folder, file.Path));
        }

        surroundings.Output.WriteLine($"Change them, and look them over as often as you like: grader author lint {folder}");
        return ExitCode.Well;
    }
}
