using System.IO.Compression;
using Grader.Layouts;

namespace Grader.Archives;

/// <summary>An entry that did not become a file.</summary>
/// <param name="Number">Its place in the archive, from 1: names may be doubled.</param>
/// <param name="Entry">Its name in the archive. Never trusted.</param>
/// <param name="Reason">A sentence.</param>
public sealed record RefusedEntry(int Number, string Entry, string Reason);

/// <summary>
/// Unpacks what students handed in. What cannot be graded anyway becomes an empty file, so that its name can be told; archives
/// inside are not opened. No entry leaves the folder, and none can fill the disk.
/// </summary>
public sealed class ArchiveUnpacking(string target, ArchiveLimits limits)
{
    private readonly List<RefusedEntry> refused = [];

    private readonly HashSet<string> taken = [];

    private long total;

    /// <returns>What was refused, in the order of the archive. The rest is there.</returns>
    /// <exception cref="InvalidDataException">The file is no zip archive, or damaged as a whole.</exception>
    /// <exception cref="IOException">The archive cannot be read, or the folder not written.</exception>
    /// <exception cref="UnauthorizedAccessException">The archive may not be read, or the folder not written.</exception>
    public static IReadOnlyList<RefusedEntry> Unpack(string archive, string target, ArchiveLimits limits)
    {
        using var zip = ZipFile.OpenRead(archive);
        var entries = zip.Entries;
        if (entries.Count > limits.Entries) throw new InvalidDataException($"It has {entries.Count} entries; {limits.Entries} are the most that are taken.");
        Directory.CreateDirectory(target);
        var unpacking = new ArchiveUnpacking(target, limits);
        foreach (var (place, entry) in entries.Index().Where(item => !IsOfASystem(item.Item.FullName))) unpacking.Take(entry, place + 1);
        return unpacking.refused;
    }

    private void Take(ZipArchiveEntry entry, int number)
    {
        var objection = EntryName.Objection(entry) ?? (EntryName.IsFolder(entry) ? TakeFolder(entry) : TakeFile(entry));
        if (objection is not null) refused.Add(new(number, entry.FullName, objection));
    }

    private string? TakeFolder(ZipArchiveEntry entry)
    {
        var path = PathOf(entry);
        // Many archives name a folder twice, which harms nobody.
        if (File.Exists(path)) return "A file before it has the same name.";
        Directory.CreateDirectory(path);
        return null;
    }

    private string? TakeFile(ZipArchiveEntry entry)
    {
        if (!taken.Add(EntryName.Identity(entry.FullName))) return "Another entry has the same name, or one that differs in nothing but case.";
        var path = PathOf(entry);
        if (Directory.Exists(path) || IsBelowFile(entry.FullName)) return "A file and a folder have the same name.";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        if (!IsRead(entry.Name)) return null;
        var objection = Copy(entry, file);
        file.Close();
        if (objection is not null) File.Delete(path);
        return objection;
    }

    private string? Copy(ZipArchiveEntry entry, FileStream file)
    {
        var buffer = new byte[1 << 16];
        var (size, checksum) = (0L, Crc32.Start);
        try
        {
            using var content = entry.Open();
            for (int count; (count = content.Read(buffer)) > 0;)
            {
                size += count;
                total += count;
                if (size > limits.EntryBytes) return $"It unpacks to more than {limits.EntryBytes} bytes.";
                if (size > limits.RatioFrom && size > limits.Ratio * entry.CompressedLength) return $"Each of its bytes unpacks to more than {limits.Ratio}.";
                if (total > limits.TotalBytes) return $"The archive unpacks to more than {limits.TotalBytes} bytes.";
                checksum = Crc32.Add(checksum, buffer.AsSpan(0, count));
                file.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException problem)
        {
            return $"It is damaged, or packed in a way that is not read here: {problem.Message}";
        }

        return Crc32.End(checksum) == entry.Crc32 ? null : "It is damaged: its checksum is another.";
    }

    private string PathOf(ZipArchiveEntry entry) => Path.Combine(target, entry.FullName.TrimEnd('/').Replace('/', Path.DirectorySeparatorChar));

    private bool IsBelowFile(string name)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
        {
            if (File.Exists(Path.Combine(target, name[..slash]))) return true;
        }

        return false;
    }

    private static bool IsRead(string name) => Layout.IsHandedIn(name) || name == Layout.GradescopeArchive.Metadata || name.EndsWith(".pdb", StringComparison.OrdinalIgnoreCase);

    // What systems add to archives by themselves.
    private static bool IsOfASystem(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.EndsWith("/.DS_Store", StringComparison.Ordinal) || name == ".DS_Store";
}
