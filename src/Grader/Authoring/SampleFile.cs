using Grader.Simulation;

namespace Grader.Authoring;

/// <summary>An answer file beside a worksheet: one of <c>right/</c>, which earns full marks, or of <c>wrong/</c>, with what it must earn beside it.</summary>
internal sealed record SampleFile(string Path, bool IsRight)
{
    private const string WrongFolder = "wrong";

    private const string ExpectedEnding = ".expected.json";

    private const int MostFiles = 500;

    public string ExpectedPath => System.IO.Path.ChangeExtension(Path, ExpectedEnding);

    /// <summary>As its author knows it: <c>wrong/signs.json</c>.</summary>
    public string Name => $"{(IsRight ? RightSamples.Folder : WrongFolder)}/{System.IO.Path.GetFileName(Path)}";

    /// <summary>The samples of a worksheet, right ones first, by name; and what else lies there.</summary>
    public static (IReadOnlyList<SampleFile> Samples, IReadOnlyList<string> Stray) Of(string folder)
    {
        var all = FilesOf(folder, RightSamples.Folder).Concat(FilesOf(folder, WrongFolder)).ToList();
        var expected = all.Where(file => file.EndsWith(ExpectedEnding, StringComparison.Ordinal)).ToList();
        var samples = all.Except(expected).Where(file => file.EndsWith(".json", StringComparison.Ordinal))
            .Select(file => new SampleFile(file, IsIn(file, RightSamples.Folder))).ToList();
        return (samples, [.. expected.Except(samples.Select(sample => sample.ExpectedPath))]);
    }

    private static IEnumerable<string> FilesOf(string folder, string kind)
    {
        var inner = System.IO.Path.Combine(folder, kind);
        return Directory.Exists(inner) ? Directory.EnumerateFiles(inner).Order(StringComparer.Ordinal).Take(MostFiles) : [];
    }

    private static bool IsIn(string file, string kind) => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file)) == kind;
}
