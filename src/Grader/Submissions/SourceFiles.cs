using System.Text;
using Compiling;

namespace Grader.Submissions;

/// <summary>C# files as they come from a student's disk.</summary>
public static class SourceFiles
{
    /// <summary>Whether a path is to be read as C# source or is a project, which <see cref="Read"/> answers with what to do.</summary>
    public static bool IsSource(string path) =>
        HasEnding(path, ".cs") || IsProject(path) || Directory.Exists(path) && Directory.EnumerateFiles(path, "*.csproj").Any();

    /// <summary>The files' texts, or one sentence for the student and what to do.</summary>
    public static SourceReading Read(IReadOnlyList<string> paths)
    {
        var files = new List<SourceFile>();
        foreach (var path in paths)
        {
            if (IsProject(path) || Directory.Exists(path)) return new SourceReading.Unreadable(HowToBuild(path));
            switch (HandedInFile.Read(path, SourceLimits.MostCharacters * 4))
            {
                case HandedInFile.Content content:
                    if (Text(content.Bytes) is not { } text) return new SourceReading.Unreadable($"'{path}' is not in UTF-8. Save it with the encoding UTF-8.");
                    files.Add(new(Path.GetFileName(path), text));
                    break;
                case HandedInFile.TooLarge:
                    return new SourceReading.Unreadable($"'{path}' is too large for C# source.");
                case HandedInFile.Missing or HandedInFile.Folder:
                    return new SourceReading.Unreadable($"There is no file '{path}'. Check the spelling.");
                case HandedInFile.Unreadable unreadable:
                    return new SourceReading.Unreadable($"'{path}' cannot be read: {unreadable.Reason}.");
            }
        }

        return new SourceReading.Success(files);
    }

    /// <summary>UTF-8, or what a byte-order mark says; null for bytes that are neither.</summary>
    private static string? Text(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string HowToBuild(string path)
    {
        var project = IsProject(path) ? path : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.csproj").Order().FirstOrDefault(path) : path;
        var name = Path.GetFileNameWithoutExtension(project);
        return $"'{path}' is a project, and you build it yourself: run 'dotnet build -c Release' there, then hand in bin/Release/net10.0/{name}.dll, "
            + "or name its .cs files one by one.";
    }

    private static bool IsProject(string path) => HasEnding(path, ".csproj") || HasEnding(path, ".sln") || HasEnding(path, ".slnx");

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The texts of C# files, or why they cannot be read.</summary>
public abstract record SourceReading
{
    private SourceReading()
    {
    }

    public sealed record Success(IReadOnlyList<SourceFile> Files) : SourceReading;

    /// <param name="Reason">What is wrong and what to do, as sentences.</param>
    public sealed record Unreadable(string Reason) : SourceReading;
}
