using System.IO.Compression;
using System.Text;

namespace Grader.Tests.Archives;

/// <summary>Zip archives as systems make them, and as nobody should.</summary>
internal sealed class MadeArchive(string path)
{
    private readonly List<(string Name, byte[] Content, int Attributes)> entries = [];

    public MadeArchive Add(string name, string content, int unixMode = 0) => Add(name, Encoding.UTF8.GetBytes(content), unixMode);

    public MadeArchive Add(string name, byte[] content, int unixMode = 0)
    {
        entries.Add((name, content, unixMode << 16));
        return this;
    }

    public string Write()
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content, attributes) in entries)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.ExternalAttributes = attributes;
            using var stream = entry.Open();
            stream.Write(content);
        }

        return path;
    }

    /// <summary>Marks the only entry as encrypted.</summary>
    public string WriteEncrypted()
    {
        Write();
        var bytes = File.ReadAllBytes(path);
        bytes[Find(bytes, [0x50, 0x4B, 3, 4]) + 6] |= 1;
        bytes[Find(bytes, [0x50, 0x4B, 1, 2]) + 8] |= 1;
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Gives the only entry another checksum.</summary>
    public string WriteDamaged()
    {
        Write();
        var bytes = File.ReadAllBytes(path);
        bytes[Find(bytes, [0x50, 0x4B, 3, 4]) + 14] ^= 1;
        bytes[Find(bytes, [0x50, 0x4B, 1, 2]) + 16] ^= 1;
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static int Find(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part);
}
