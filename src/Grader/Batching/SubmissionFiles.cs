using Grader.Layouts;
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

    /// <summary>Whose it is, as the names around it say; null where they do not.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Handed in to an earlier batch, and no longer there.</summary>
    public bool IsGone { get; init; }
}

/// <summary>Finds what was handed in.</summary>
public static class SubmissionFiles
{
    private const string Extension = ".json";

    /// <summary>
    /// Every <c>*.json</c>, DLL and C# file below the folder, in ordinal order of the paths shown; what belongs together, together; and for
    /// each student who handed in nothing of that kind, one entry that says so. How the files lie is recognised.
    /// </summary>
    /// <param name="except">A folder that is left out, such as the one that results are written to; null for none.</param>
    public static IReadOnlyList<FoundFile> Below(string folder, string? except)
    {
        var (top, layout) = Recognised(folder);
        return Sorted(new FolderWalk(folder, top, except).Of(layout));
    }

    /// <summary>The same for the files of one student, however they lie.</summary>
    public static IReadOnlyList<FoundFile> OfOneStudent(string folder, string? except) => Sorted(new FolderWalk(folder, folder, except).Of(new Layout.FolderOfFiles()));

    internal static bool IsAnswerFile(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    internal static string Shown(string path, string root) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static IReadOnlyList<FoundFile> Sorted(IEnumerable<FoundFile> found) => [.. found.OrderBy(file => file.Shown, StringComparer.Ordinal)];

    /// <summary>The layout, and the folder it begins in: many archives hold nothing but one folder, in which all else lies.</summary>
    private static (string Top, Layout Layout) Recognised(string folder)
    {
        var layout = LayoutOf(folder);
        if (layout is not Layout.FolderPerStudent || Folders(folder) is not [var only]) return (folder, layout);
        var inner = LayoutOf(only);
        return inner is Layout.FolderOfFiles || (inner is Layout.FolderPerStudent && Folders(only).Count < 2) ? (folder, layout) : (only, inner);
    }

    private static Layout LayoutOf(string folder)
    {
        try
        {
            return Layout.Recognise([.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path))], [.. Folders(folder).Select(path => Path.GetFileName(path))], name => Text(Path.Combine(folder, name)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The walk comes to the same place and says so.
            return new Layout.FolderOfFiles();
        }
    }

    private static IReadOnlyList<string> Folders(string folder) => [.. Directory.GetDirectories(folder).Where(inner => !FolderWalk.IsPassedOver(inner)).Order(StringComparer.Ordinal)];

    private static string? Text(string path)
    {
        const int Most = 64 << 20;
        return new FileInfo(path) is { Exists: true, Length: <= Most } ? File.ReadAllText(path) : null;
    }
}
