using Grader.Layouts;
using Grader.Submissions;

namespace Grader.Batching;

/// <summary>Goes through a class's folder.</summary>
/// <param name="root">What names are shown relative to.</param>
/// <param name="top">Where the layout begins: the root, or a folder in it.</param>
/// <param name="except">A folder that is left out; null for none.</param>
internal sealed class FolderWalk(string root, string top, string? except)
{
    private const int MostNamed = 5;

    private readonly string? leftOut = except is null ? null : Path.GetFullPath(except);

    public IEnumerable<FoundFile> Of(Layout layout)
    {
        var found = new List<FoundFile>();
        if (!Listed(top, found, out var files, out var folders)) return found;
        var items = files.Select(file => new Item(file, layout.Of(Path.GetFileName(file), isFolder: false), IsFolder: false))
            .Concat(folders.Select(folder => new Item(folder, layout.Of(Path.GetFileName(folder), isFolder: true), IsFolder: true)))
            .ToLookup(item => item.Owners is [var first, ..] ? first.Student : null);
        found.AddRange(InFolder([.. items[null].Where(item => !item.IsFolder).Select(item => item.Path)], top, together: false));
        foreach (var folder in items[null].Where(item => item.IsFolder)) WalkInner(folder.Path, found);
        foreach (var own in items.Where(own => own.Key is not null)) found.AddRange(OfStudent([.. own]));
        return found;
    }

    /// <summary>What a build leaves behind is no submission; the project's own DLL was taken with its folder.</summary>
    public static bool IsPassedOver(string folder) => Path.GetFileName(folder) is "bin" or "obj" or "__MACOSX";

    private IEnumerable<FoundFile> OfStudent(IReadOnlyList<Item> items)
    {
        var found = new List<FoundFile>();
        foreach (var folder in items.Where(item => item.IsFolder)) Walk(folder.Path, found);
        found.AddRange(HandedIn.InFolder([.. items.Where(item => !item.IsFolder).Select(item => item.Path)], top, root, together: true));
        if (found.All(file => file.Obstacle is not null)) found.Add(Nothing(items));
        return found.SelectMany(file => Owned(file, items));
    }

    /// <summary>One for each member of a group. Whether a file came late stands with that file.</summary>
    private static IEnumerable<FoundFile> Owned(FoundFile file, IReadOnlyList<Item> items)
    {
        var item = items.FirstOrDefault(item => file.Path == item.Path || file.Path.StartsWith(item.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal)) ?? items[0];
        return item.Owners.Select((origin, place) => file with
        {
            Origin = origin,
            Shown = place == 0 ? file.Shown : $"{file.Shown} ({origin.Student})",
        });
    }

    private FoundFile Nothing(IReadOnlyList<Item> items)
    {
        var names = items.SelectMany(item => item.IsFolder ? Directory.EnumerateFiles(item.Path, "*", Everywhere) : [item.Path])
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Take(MostNamed + 1).ToList();
        var named = names.Count == 0 ? "There is nothing in it." : $"There is no answer file and no program, but {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? ", ..." : "")}.";
        return new(items[0].Path, SubmissionFiles.Shown(items[0].Path, root), new("nothing-to-grade", named, null, "Archives inside are not opened.", ProblemSeverity.Fatal));
    }

    private static EnumerationOptions Everywhere => new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    private void Walk(string folder, List<FoundFile> found)
    {
        if (!Listed(folder, found, out var files, out var folders)) return;
        found.AddRange(InFolder(files, folder, together: folder != root));
        foreach (var inner in folders) WalkInner(inner, found);
    }

    private void WalkInner(string folder, List<FoundFile> found)
    {
        if (SubmissionFiles.IsAnswerFile(folder))
        {
            found.Add(new(folder, SubmissionFiles.Shown(folder, root), new("is-directory", "This is a folder, not an answer file.", null, null, ProblemSeverity.Fatal)));
        }

        Walk(folder, found);
    }

    private IEnumerable<FoundFile> InFolder(IReadOnlyList<string> files, string folder, bool together) =>
        HandedIn.InFolder(files, folder, root, together).Concat(files.Where(IsArchive).Select(NotOpened));

    private FoundFile NotOpened(string archive) => new(archive, SubmissionFiles.Shown(archive, root), new(
        "archive-not-opened", "An archive among the submissions is not opened.", null, "Unpack it, or name it in place of the folder.", ProblemSeverity.Fatal));

    private static bool IsArchive(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private bool Listed(string folder, List<FoundFile> found, out string[] files, out string[] folders)
    {
        (files, folders) = ([], []);
        if (Path.GetFullPath(folder) == leftOut) return false;
        try
        {
            files = Directory.GetFiles(folder);
            // A link to a folder may lead back up, without end.
            folders = [.. Directory.GetDirectories(folder).Where(inner => !IsPassedOver(inner) && new DirectoryInfo(inner).LinkTarget is null)];
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            found.Add(new(folder, SubmissionFiles.Shown(folder, root), new("cannot-open", $"The folder cannot be opened: {problem.Message}", null, null, ProblemSeverity.Fatal)));
            return false;
        }
    }

    /// <param name="Owners">Whose it is, as its name says; none where it does not.</param>
    private sealed record Item(string Path, IReadOnlyList<Origin> Owners, bool IsFolder);
}
