namespace Grader.Submissions;

/// <summary>The bytes of a file that was handed in, or why there are none.</summary>
internal abstract record HandedInFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private HandedInFile()
    {
    }

    /// <summary>
    /// Reads at most <paramref name="most"/> bytes and one, whatever the file says of its length; a pipe that nobody writes to
    /// is given up after five seconds. Throws nothing.
    /// </summary>
    public static HandedInFile Read(string path, int most)
    {
        if (path.Length == 0) return new Unreadable("a file's name has at least one character");
        if (Directory.Exists(path)) return new Folder();
        // A pipe has no length; one that nobody writes to blocks whoever opens it, for ever.
        if (File.Exists(path) && new FileInfo(path) is { Exists: true, Length: > 0 }) return Open(path, most);
        var reading = Task.Factory.StartNew(() => Open(path, most), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return reading.Wait(Patience) ? reading.Result : new Unreadable("it is a pipe or a device that gives nothing");
    }

    private static HandedInFile Open(string path, int most)
    {
        try
        {
            using var stream = File.OpenRead(path);
            // Devices and pipes have no length to trust, so no more than the limit is ever read; most files are far smaller.
            var buffer = new byte[Math.Min(stream.CanSeek ? stream.Length + 1 : most + 1, most + 1)];
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (count == buffer.Length && count <= most)
            {
                Array.Resize(ref buffer, most + 1);
                count += stream.ReadAtLeast(buffer.AsSpan(count), buffer.Length - count, throwOnEndOfStream: false);
            }

            return count > most ? new TooLarge(stream.CanSeek ? Math.Max(stream.Length, count) : count) : new Content(buffer[..count]);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Missing();
        }
        catch (UnauthorizedAccessException)
        {
            return new Unreadable("permission is denied");
        }
        catch (Exception error) when (error is IOException or NotSupportedException or ArgumentException)
        {
            return new Unreadable("it could not be read");
        }
    }

    public sealed record Content(byte[] Bytes) : HandedInFile;

    /// <param name="Length">In bytes; what was read of it where it does not say.</param>
    public sealed record TooLarge(long Length) : HandedInFile;

    public sealed record Missing : HandedInFile;

    public sealed record Folder : HandedInFile;

    /// <param name="Reason">To stand after a colon.</param>
    public sealed record Unreadable(string Reason) : HandedInFile;
}
