using System.Globalization;
using Grader.Exercises;

namespace Grader.Previewing;

/// <summary>The files of a worksheet that a preview follows.</summary>
internal sealed record PreviewFolder(string Path)
{
    private static readonly string[] SampleFolders = ["right", "wrong"];

    /// <summary>The folder's own name, also where it is called ".".</summary>
    public string Name => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path)));

    /// <summary>The answer files beside the worksheet, in alphabetical order.</summary>
    public IReadOnlyList<PreviewSample> Samples() =>
    [
        .. from folder in SampleFolders
           from file in FilesOf(folder)
           let name = System.IO.Path.GetFileName(file)
           where !name.EndsWith(".expected.json", StringComparison.Ordinal)
           select new PreviewSample(folder, name, file),
    ];

    /// <summary>Another text whenever a file was written, made or removed.</summary>
    public string Stamp() => string.Join(
        '\n', SampleFolders.SelectMany(FilesOf).Concat([Within(WorksheetReader.WorksheetFile), Within(WorksheetReader.StatementsFile)]).Select(Stamp));

    private static string Stamp(string file)
    {
        var info = new FileInfo(file);
        return string.Create(CultureInfo.InvariantCulture, $"{file} {(info.Exists ? info.Length : -1)} {info.LastWriteTimeUtc.Ticks}");
    }

    private IEnumerable<string> FilesOf(string folder) => Directory.Exists(Within(folder))
        ? Directory.EnumerateFiles(Within(folder), "*.json").Order(StringComparer.Ordinal)
        : [];

    private string Within(string name) => System.IO.Path.Combine(Path, name);
}

/// <summary>An answer file that shows what students get.</summary>
/// <param name="Folder"><c>right</c> or <c>wrong</c>.</param>
internal sealed record PreviewSample(string Folder, string Name, string Path)
{
    /// <summary>Where the preview serves its page.</summary>
    public string Address => $"/{Folder}/{Uri.EscapeDataString(Name)}";
}
