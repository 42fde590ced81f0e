namespace Compiling;

/// <summary>Bounds on sources: far more than five worksheets need, and little enough to compile in a second.</summary>
public static class SourceLimits
{
    public const int MostFiles = 50;

    /// <summary>Of all files together, in characters.</summary>
    public const int MostCharacters = 1 << 20;

    public const int MostProblems = 20;

    public const int LongestShownLine = 200;

    /// <summary>The heap of the process that compiles, in bytes.</summary>
    public const long Memory = 512L << 20;

    /// <summary>Null where the sources may be compiled.</summary>
    public static SourceProblem? Problem(IReadOnlyCollection<SourceFile> files)
    {
        if (files.Count == 0) return SourceProblem.Overall("There is no C# file to compile.");
        if (files.Count > MostFiles) return SourceProblem.Overall($"There are {files.Count} C# files, and at most {MostFiles} are read.", "Hand in the DLL of your project instead.");
        return files.Sum(file => (long)file.Text.Length) > MostCharacters
            ? SourceProblem.Overall($"The C# files have more than {MostCharacters >> 10} thousand characters together.", "Hand in only your own methods, or the DLL of your project.")
            : null;
    }
}
