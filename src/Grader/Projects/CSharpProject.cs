using System.Globalization;
using System.Text;
using Grader.Checking.Methods;
using Grader.Exercises;
using Grader.Reporting;

namespace Grader.Projects;

/// <summary>
/// A C# project to fill in: a stub for each method that the worksheet asks for, and tests that ask the grader. It holds no answers.
/// </summary>
public static class CSharpProject
{
    private const string Ending = ".txt";

    /// <summary>The project's files by their paths within it.</summary>
    /// <param name="templates">The folder with the fixed files.</param>
    /// <param name="graderProgram">The path of the program that the tests start.</param>
    /// <exception cref="InvalidOperationException">No part of the worksheet is answered by a method.</exception>
    /// <exception cref="IOException">The templates cannot be read.</exception>
    public static IReadOnlyList<ProjectFile> For(Worksheet worksheet, string templates, string graderProgram)
    {
        var methods = worksheet.Parts.Select(part => (Part: part, Contract: MethodContract.Of(part))).Where(row => row.Contract is not null).ToList();
        if (methods.Count == 0) throw new InvalidOperationException($"No part of {worksheet.Id} is answered by a method.");
        (string Hole, string Text)[] holes =
        [
            ("{{worksheet}}", worksheet.Id),
            ("{{title}}", worksheet.Title),
            ("{{cases}}", Lines(methods.Select(row => $"    [TestCase(\"{row.Contract!.Name}\", \"{row.Part.Id}\", TestName = \"{row.Contract.Name} ({row.Part.Id})\")]"))),
            ("{{methods}}", MethodTable(methods.Select(row => (row.Part, row.Contract!)))),
        ];
        var fixedFiles =
            from path in Directory.EnumerateFiles(templates, $"*{Ending}", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            let name = Path.GetRelativePath(templates, path)[..^Ending.Length].Replace('\\', '/')
            select new ProjectFile(name, Filled(File.ReadAllText(path), [.. holes, ("{{grader}}", Quoted(graderProgram, name))]));
        return [.. fixedFiles, new("Answers/Answers.cs", MethodStubs.For(worksheet))];
    }

    private static string Filled(string text, IEnumerable<(string Hole, string Text)> holes) =>
        holes.Aggregate(text, (filled, hole) => filled.Replace(hole.Hole, hole.Text, StringComparison.Ordinal));

    // In source the path stands in a verbatim string, where a quote is written twice.
    private static string Quoted(string path, string file) => file.EndsWith(".cs", StringComparison.Ordinal) ? path.Replace("\"", "\"\"", StringComparison.Ordinal) : path;

    private static string MethodTable(IEnumerable<(Part Part, MethodContract Contract)> methods)
    {
        var table = new StringBuilder("| method | part | points |\n|---|---|---|\n");
        foreach (var (part, contract) in methods) table.Append(CultureInfo.InvariantCulture, $"| `{contract.Name}` | {part.Id}: {PlainStatement.From(part.Title)} | {part.Points:0.##} |\n");
        return table.ToString().TrimEnd();
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}

/// <param name="Path">Within the project, with forward slashes.</param>
public sealed record ProjectFile(string Path, string Text);
