using System.Collections.Concurrent;
using Formulas.Text;

namespace Grader.Exercises;

/// <summary>What a look for a worksheet found.</summary>
public abstract record Found
{
    private Found()
    {
    }

    public sealed record Success(Worksheet Worksheet) : Found;

    /// <param name="Hint">Names like the one asked for, or all there are: a full sentence.</param>
    public sealed record Unknown(string Id, string Hint) : Found;

    /// <summary>The worksheet is there, but its files have problems.</summary>
    public sealed record Unusable(string Id, EquatableList<WorksheetProblem> Problems) : Found;
}

/// <summary>
/// The worksheets of a folder: each subfolder with a <c>worksheet.json</c> is one, by its name.
/// A worksheet is read when it is first asked for, and once. Safe to use from several threads.
/// </summary>
public sealed class Library
{
    private readonly string folder;
    private readonly ConcurrentDictionary<string, Lazy<Found>> read = new(StringComparer.Ordinal);

    private Library(string folder, EquatableList<string> ids) => (this.folder, Ids) = (folder, ids);

    /// <summary>The worksheets' ids in alphabetical order.</summary>
    public EquatableList<string> Ids { get; }

    /// <summary>The worksheets under the folder; none where there is no such folder.</summary>
    public static Library Open(string exercisesFolder) => new(
        exercisesFolder,
        Directory.Exists(exercisesFolder)
            ? Directory.EnumerateDirectories(exercisesFolder)
                .Where(directory => File.Exists(Path.Combine(directory, WorksheetReader.WorksheetFile)))
                .Select(directory => Path.GetFileName(directory)).Order(StringComparer.Ordinal).ToEquatableList()
            : []);

    /// <param name="id">As a person wrote it. It is compared with the ids there are and never used as a path.</param>
    public Found Find(string id) => Ids.Contains(id)
        ? read.GetOrAdd(id, known => new(() => Read(known))).Value
        : new Found.Unknown(id, Suggestion.For(id, Ids));

    private Found Read(string id) => WorksheetReader.Read(Path.Combine(folder, id)) switch
    {
        Loaded.Success(var worksheet) => new Found.Success(worksheet),
        Loaded.Failure(var problems) => new Found.Unusable(id, problems),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
