using System.Text;

namespace Grader.Batching;

/// <summary>Writes files that are whole or not there: to a temporary name beside them first, renamed when finished.</summary>
public static class WholeFile
{
    public const string TemporaryEnding = ".partial";

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    /// <inheritdoc cref="Write(string, string)"/>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    /// <inheritdoc cref="Write(string, string)"/>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = path + TemporaryEnding;
        try
        {
            using (var stream = Fresh(temporary)) write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // On a full disk, half a file helps nobody.
            TryDelete(temporary);
            throw;
        }
    }

    // Where a file that was there is emptied, ext4 sends it to the disk as soon as it is closed; of a new one it gathers many.
    private static FileStream Fresh(string path)
    {
        try
        {
            return new(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException) when (File.Exists(path))
        {
            // A killed run left it.
            File.Delete(path);
            return new(path, FileMode.CreateNew, FileAccess.Write);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What matters is why the writing failed; the next run takes the rest away.
        }
    }
}
