using System.Text.RegularExpressions;

namespace Grader.Layouts;

/// <summary>How the files of a class lie in a folder. It says whose a file or folder is that lies at the top.</summary>
public abstract record Layout
{
    private Layout()
    {
    }

    /// <summary>Files in any folders; only what stands in them, or their own names, says whose they are.</summary>
    public sealed record FolderOfFiles : Layout
    {
        public override IReadOnlyList<Origin> Of(string name, bool isFolder) => [];
    }

    /// <summary>A folder for each student, with the student's name.</summary>
    public sealed record FolderPerStudent : Layout
    {
        public override IReadOnlyList<Origin> Of(string name, bool isFolder) => isFolder && name[0] != '.' ? [new(name)] : [];
    }

    /// <summary>What Gradescope exports: <c>submission_12345/</c>, and <c>submission_metadata.yml</c> that says whose each is.</summary>
    /// <param name="Submitters">By folder; several for a group.</param>
    public sealed record GradescopeArchive(IReadOnlyDictionary<string, IReadOnlyList<Origin>> Submitters) : Layout
    {
        public const string Metadata = "submission_metadata.yml";

        public override IReadOnlyList<Origin> Of(string name, bool isFolder) =>
            !isFolder || !GradescopeMetadata.IsSubmission(name) ? [] : Submitters.TryGetValue(name, out var known) ? known : [new(name)];
    }

    /// <summary>What Canvas exports: <c>lastfirst_LATE_12345_67890_answers.json</c>, all in one folder.</summary>
    public sealed record CanvasArchive : Layout
    {
        public override IReadOnlyList<Origin> Of(string name, bool isFolder) => !isFolder && CanvasName.Read(name) is { } origin ? [origin] : [];
    }

    /// <summary>What Moodle exports: <c>Name_12345_assignsubmission_file_</c>, a folder for each student, or in front of each file.</summary>
    public sealed record MoodleArchive : Layout
    {
        public override IReadOnlyList<Origin> Of(string name, bool isFolder) => MoodleName.Read(name) is { } origin ? [origin] : [];
    }

    /// <summary>Who handed in what has this name at the top: nobody known, one, or the members of a group.</summary>
    public abstract IReadOnlyList<Origin> Of(string name, bool isFolder);

    /// <summary>The layout that these names are of. A few names that do not fit, such as a teacher's own notes, change nothing.</summary>
    /// <param name="files">Names of the files at the top.</param>
    /// <param name="folders">Names of the folders at the top.</param>
    /// <param name="read">Reads one of the files; null where it cannot be read.</param>
    public static Layout Recognise(IReadOnlyList<string> files, IReadOnlyList<string> folders, Func<string, string?> read)
    {
        if (folders.Any(GradescopeMetadata.IsSubmission) && (files.Contains(GradescopeArchive.Metadata) || Most(folders, GradescopeMetadata.IsSubmission)))
        {
            return new GradescopeArchive(GradescopeMetadata.Read(files.Contains(GradescopeArchive.Metadata) ? read(GradescopeArchive.Metadata) ?? string.Empty : string.Empty));
        }

        if (Most([.. files, .. folders], name => MoodleName.Read(name) is not null)) return new MoodleArchive();
        if (Most(files, name => CanvasName.Read(name) is not null)) return new CanvasArchive();
        return folders.Count > 0 && !files.Any(IsHandedIn) ? new FolderPerStudent() : new FolderOfFiles();
    }

    /// <summary>Whether a file of this name is an answer, or part of one.</summary>
    public static bool IsHandedIn(string name) =>
        ((string[])[".json", ".dll", ".cs", ".csproj"]).Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool Most(IReadOnlyCollection<string> names, Func<string, bool> fits) => names.Count(fits) * 2 > names.Count;
}

/// <summary>
/// File names of Canvas's download: the student's name, <c>LATE</c> where it was, the ids of user and file, and the name the file had;
/// <c>anon_</c> and a code where grading is anonymous. From Canvas's own <c>ContentZipper</c>.
/// </summary>
internal static partial class CanvasName
{
    /// <summary>Null for other names.</summary>
    public static Origin? Read(string name)
    {
        var match = Form().Match(name);
        if (!match.Success) return null;
        var attempt = Again().Match(Path.GetFileNameWithoutExtension(match.Groups["file"].Value));
        return new(match.Groups["user"].Value, match.Groups["name"].Value is { Length: > 0 } student ? student : null)
        {
            IsLate = match.Groups["late"].Success,
            Attempt = attempt.Success ? int.Parse(attempt.Groups["times"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1 : null,
        };
    }

    [GeneratedRegex(@"^(?:(?<name>\w*?)_)??(?:(?<late>LATE)_)?(?:(?<user>anon_[A-Za-z0-9]+)|(?<user>[0-9]+))_(?:[0-9]+_(?<file>.+)|text\.html|link\.html)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    // Canvas numbers a file that is handed in again under its old name.
    [GeneratedRegex("-(?<times>[0-9]{1,3})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Again();
}

/// <summary>Names in Moodle's download: the student's name, the participant's number, and which part of the submission it is.</summary>
internal static partial class MoodleName
{
    /// <summary>Null for other names.</summary>
    public static Origin? Read(string name)
    {
        var match = Form().Match(name);
        return match.Success ? new(match.Groups["number"].Value, match.Groups["name"].Value) : null;
    }

    [GeneratedRegex("^(?<name>.+?)_(?<number>[0-9]+)_assignsubmission_[a-z]+(?:_|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
