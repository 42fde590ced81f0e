using Grader.Submissions;

namespace Grader.Batching;

/// <summary>A file that was handed in, or a place where files could not be looked for.</summary>
/// <param name="Shown">The path below the folder, with forward slashes: the name it has in results.</param>
/// <param name="Obstacle">Why it cannot be opened; null for a file.</param>
public sealed record FoundFile(string Path, string Shown, Problem? Obstacle)
{
    /// <summary>The DLL or the C# files that belong to it; none for an answer file alone.</summary>
    public IReadOnlyList<string> Program { get; init; } = [];

    /// <summary>Whose it is, where there is a program but no answer file to say so; null otherwise.</summary>
    public string? Student { get; init; }
}

/// <summary>Finds what was handed in.</summary>
public static class SubmissionFiles
{
    private const string Extension = ".json";

    /// <summary>
    /// Every <c>*.json</c>, DLL and C# file below the folder, in ordinal order of the paths shown; what belongs together, together.
    /// </summary>
    /// <param name="except">A folder that is left out: the one that results are written to.</param>
    public static IReadOnlyList<FoundFile> Below(string folder, string except)
    {
        var found = new List<FoundFile>();
        Walk(folder, folder, Path.GetFullPath(except), found);
        found.Sort((left, right) => string.CompareOrdinal(left.Shown, right.Shown));
        return found;
    }

    private static void Walk(string folder, string root, string except, List<FoundFile> found)
    {
        if (Path.GetFullPath(folder) == except) return;
        string[] files;
        string[] folders;
        try
        {
            files = Directory.GetFiles(folder);
            folders = Directory.GetDirectories(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            found.Add(new(folder, Shown(folder, root), new("cannot-open", $"The folder cannot be opened: {problem.Message}", null, null, ProblemSeverity.Fatal)));
            return;
        }

        found.AddRange(HandedIn.InFolder(files, folder, root));
        foreach (var inner in folders)
        {
            // What a build leaves behind is no submission; the project's own DLL was taken with its folder.
            if (Path.GetFileName(inner) is "bin" or "obj") continue;
            if (IsAnswerFile(inner))
            {
                found.Add(new(inner, Shown(inner, root), new("is-directory", "This is a folder, not an answer file.", null, null, ProblemSeverity.Fatal)));
            }

            // A link to a folder may lead back up, without end.
            if (new DirectoryInfo(inner).LinkTarget is null) Walk(inner, root, except, found);
        }
    }

    internal static bool IsAnswerFile(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    internal static string Shown(string path, string root) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
