using Grader.Archives;
using Grader.Submissions;

namespace Grader.Batching;

/// <summary>What a class handed in: a folder as it lies, or an archive, unpacked for as long as it is graded.</summary>
public sealed class HandIn : IDisposable
{
    private readonly string? unpacked;

    private HandIn(IReadOnlyList<FoundFile> files, string? unpacked) => (Files, this.unpacked) = (files, unpacked);

    public IReadOnlyList<FoundFile> Files { get; }

    public static bool IsArchive(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    /// <param name="path">The folder or the archive.</param>
    /// <param name="output">The folder that results are written to: nothing in it was handed in.</param>
    /// <exception cref="InvalidDataException">The archive is damaged as a whole.</exception>
    /// <exception cref="IOException">It cannot be read or unpacked.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read or unpacked.</exception>
    public static HandIn Open(string path, string output) => Open(path, output, ArchiveLimits.Default);

    /// <inheritdoc cref="Open(string, string)"/>
    internal static HandIn Open(string path, string output, ArchiveLimits limits)
    {
        if (!IsArchive(path)) return new(SubmissionFiles.Below(path, except: output), null);
        var target = Path.Combine(output, BatchFolder.Unpacked);
        // A killed run leaves its own.
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        try
        {
            var refused = ArchiveUnpacking.Unpack(path, target, limits).Select(Refused);
            return new([.. SubmissionFiles.Below(target, except: null).Concat(refused).OrderBy(file => file.Shown, StringComparer.Ordinal)], target);
        }
        catch
        {
            if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        if (unpacked is not null && Directory.Exists(unpacked)) Directory.Delete(unpacked, recursive: true);
    }

    private static FoundFile Refused(RefusedEntry refused) => new(refused.Entry, $"{refused.Entry} (entry {refused.Number})", new(
        "refused-entry", $"This entry of the archive was not unpacked. {refused.Reason}", null, null, ProblemSeverity.Fatal));
}
