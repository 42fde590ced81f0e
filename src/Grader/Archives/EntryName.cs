using System.IO.Compression;
using System.Text;
using Grader.Marking;

namespace Grader.Archives;

/// <summary>Whether an entry of an archive may become a file, by its name and kind.</summary>
internal static class EntryName
{
    private const int MostBytes = 255;

    private const int MostDepth = 32;

    private const int KindMask = 0xF000;

    private const int RegularFile = 0x8000;

    private const int Folder = 0x4000;

    private const int ReparsePoint = 0x400;

    /// <summary>Why not, as a sentence; null where it may.</summary>
    public static string? Objection(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (name.Length == 0) return "It has no name.";
        if (name.Any(character => char.IsControl(character))) return "Its name holds control characters.";
        if (name.Contains('\\', StringComparison.Ordinal)) return "Its name holds a backslash, which some systems take for a folder.";
        if (name[0] == '/' || (name.Length > 1 && name[1] == ':')) return "Its name is a path from the root of a disk.";
        var steps = name.TrimEnd('/').Split('/');
        if (steps.Any(step => step is "" or "." or "..")) return "Its name leads out of the archive's folder, or to no file.";
        if (steps.Length > MostDepth) return $"It lies more than {MostDepth} folders deep.";
        if (steps.Any(step => Encoding.UTF8.GetByteCount(step) > MostBytes)) return $"A part of its name has more than {MostBytes} bytes.";
        return Kind(entry);
    }

    public static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') || ((entry.ExternalAttributes >> 16) & KindMask) == Folder;

    /// <summary>Equal for names that some system holds to be the same.</summary>
    public static string Identity(string name) => LetterComposition.Compose(name.TrimEnd('/')).ToUpperInvariant();

    private static string? Kind(ZipArchiveEntry entry)
    {
        if (((entry.ExternalAttributes >> 16) & KindMask) is not 0 and not RegularFile and not Folder) return "It is a link or a device, not a file.";
        if ((entry.ExternalAttributes & ReparsePoint) != 0) return "It is a link, not a file.";
        return entry.IsEncrypted ? "It is encrypted." : null;
    }
}
