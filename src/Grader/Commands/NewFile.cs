namespace Grader.Commands;

/// <summary>Files that a call writes for a person to fill in: never over one that is there.</summary>
internal static class NewFile
{
    /// <exception cref="UnusableCallException">Something of that name is there, or the folder cannot be written to.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

            // CreateNew asks the file system itself, so that not even a file made a moment ago is overwritten.
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }
        catch (IOException) when (Path.Exists(path))
        {
            throw InTheWay(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"'{path}' cannot be written: {problem.Message}", "Name a folder that may be written to.");
        }
    }

    public static UnusableCallException InTheWay(string path) =>
        new($"'{path}' is there already and was left as it is.", "Move it away, or name another folder.");
}
