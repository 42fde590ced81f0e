namespace Grader.Batching;

/// <summary>Writes files that are whole or not there: to a temporary name beside them first, renamed when finished.</summary>
public static class WholeFile
{
    private const string TemporaryEnding = ".partial";

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, string content) => Write(path, writer => writer.Write(content));

    /// <inheritdoc cref="Write(string, string)"/>
    public static void Write(string path, Action<TextWriter> write)
    {
        var temporary = path + TemporaryEnding;
        using (var writer = new StreamWriter(temporary)) write(writer);
        File.Move(temporary, path, overwrite: true);
    }
}
