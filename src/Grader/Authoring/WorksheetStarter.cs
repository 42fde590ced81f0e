using System.Text.RegularExpressions;
using Grader.Projects;

namespace Grader.Authoring;

/// <summary>The files of a small worksheet to begin from. They lint clean as they are.</summary>
internal static partial class WorksheetStarter
{
    /// <summary>The worksheet's id in the templates, which gives way to the author's.</summary>
    private const string Placeholder = "my-worksheet";

    /// <summary>Whether a folder's name can be a worksheet's id: it is typed in commands and stands in answer files.</summary>
    public static bool IsId(string name) => IdForm().IsMatch(name);

    /// <param name="templates">The folder with the files.</param>
    public static IReadOnlyList<ProjectFile> For(string id, string templates) =>
    [
        .. Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new ProjectFile(Path.GetRelativePath(templates, path), File.ReadAllText(path).Replace(Placeholder, id, StringComparison.Ordinal))),
    ];

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex IdForm();
}
