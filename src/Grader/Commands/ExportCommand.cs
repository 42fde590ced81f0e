using System.CommandLine;
using Grader.Batching;
using Grader.Exporting;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary><c>grader export OUT --to NAME,...</c>.</summary>
internal static class ExportCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var results = new Argument<string>("OUT") { Description = "The folder a batch wrote" };
        var to = new Option<string[]>("--to") { Description = $"Which exports: {Names}", HelpName = "NAME,...", Required = true, AllowMultipleArgumentsPerToken = false };
        var options = new ExportOptions();
        var folder = new Option<string?>("--output", "-o") { Description = "Where the files go, if not to OUT/exports", HelpName = "DIR" };
        var command = new Command("export", "Writes marks in the form that another system imports.") { results, to, folder };
        options.AddTo(command);
        command.SetAction(call =>
        {
            var output = call.GetRequiredValue(results);
            var kinds = Kinds(call.GetRequiredValue(to));
            return Run(output, kinds, call.GetValue(folder) ?? Path.Combine(output, Folder), options.Read(call, surroundings), surroundings);
        });
        return command;
    }

    public const string Folder = "exports";

    public static string Names => string.Join(", ", ExportTable.Rows.Select(row => row.Name));

    /// <exception cref="UnusableCallException">A name is not known.</exception>
    public static IReadOnlyList<ExportRow> Kinds(IEnumerable<string> names) =>
    [
        .. names.SelectMany(name => name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()
            .Select(name => ExportTable.Rows.FirstOrDefault(row => row.Name == name)
                ?? throw new UnusableCallException($"There is no export '{name}'.", $"There are: {Names}.")),
    ];

    /// <summary>Writes the exports of a finished batch.</summary>
    /// <returns><see cref="ExitCode.NotWell"/> where a person has to look at something before uploading.</returns>
    /// <exception cref="UnusableCallException">The results cannot be read, do not fit the roster, or nothing can be written.</exception>
    public static int Run(string output, IReadOnlyList<ExportRow> kinds, string folder, ExportRequest request, Surroundings surroundings)
    {
        try
        {
            var book = Gradebook.Of(ResultLines.Read(ResultsFile(output)), request.Roster);
            var problems = new List<string>();
            foreach (var kind in kinds)
            {
                var export = kind.Make(book, request.Settings);
                foreach (var file in export.Files) Write(Path.Combine(folder, file.Name), file.Content);
                problems.AddRange(export.Problems);
                surroundings.Output.WriteLine($"{kind.Name}: {kind.Summary}, in {folder}");
            }

            Report(book, problems.Distinct().ToList(), request.Settings, surroundings);
            return problems.Count == 0 ? ExitCode.Well : ExitCode.NotWell;
        }
        catch (Exception problem) when (problem is FormatException or ExportException)
        {
            throw new UnusableCallException(problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The export cannot be written to '{folder}': {problem.Message}", "Name a folder that may be written to with -o.");
        }
    }

    /// <summary>The results of a batch; they are there.</summary>
    public static string ResultsFile(string output)
    {
        var path = Path.Combine(output, Batch.ResultsFile);
        if (BatchFolder.IsUnfinished(output)) throw new UnusableCallException($"The batch in '{output}' was not finished.", "'grader batch' with --resume goes on with it.");
        return File.Exists(path)
            ? path
            : throw new UnusableCallException($"There are no results in '{output}': it has no {Batch.ResultsFile}.", "'grader batch DIR -o OUT' writes them.");
    }

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, content);
    }

    private static void Report(Gradebook book, List<string> problems, ExportSettings settings, Surroundings surroundings)
    {
        var marks = book.Rows.SelectMany(row => row.Marks).ToList();
        var waiting = marks.Count(mark => mark is { Standing: Standing.Waiting });
        if (waiting > 0)
        {
            surroundings.Output.WriteLine(settings.FinalOnly
                ? $"{waiting} marks wait for a person and were left empty."
                : $"{waiting} marks are not final: parts of them wait for a person, and the points so far stand. --final-only leaves them empty.");
        }

        var absent = marks.Count(mark => mark is null);
        if (book.Roster is not null && absent > 0) surroundings.Output.WriteLine($"{absent} marks are empty, since nothing was handed in.");
        if (problems.Count == 0) return;
        surroundings.Error.WriteLine($"Before you upload, look at {problems.Count}:");
        foreach (var problem in problems) surroundings.Error.WriteLine(TerminalText.OneLine(problem));
    }
}
