using System.IO.Compression;
using System.Runtime.InteropServices;
using Grader.Reporting;

namespace Grader.Exporting;

/// <summary>
/// An autograder for Gradescope: <c>setup.sh</c> and <c>run_autograder</c> at its root, the program with its worksheets, and on Linux the
/// .NET runtime, so that building the image needs nothing from the network.
/// </summary>
/// <param name="Program">The folder of the built program.</param>
/// <param name="Exercises">The folder of worksheets.</param>
/// <param name="Runtime">The root of a .NET installation that runs on Gradescope's machines; null to let <c>setup.sh</c> install it.</param>
public sealed record GradescopeArchive(string Program, string Exercises, string? Runtime)
{
    private const int PlainFile = 0b110_100_100;

    private const int Executable = 0b111_101_101;

    private const int RegularFile = 0x8000;

    // The same program and worksheets give the same archive. Zip knows no earlier time.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The runtime that runs now, where Gradescope's Linux could run it too; null elsewhere.</summary>
    public static string? RunningRuntime()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64) return null;
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return File.Exists(Path.Combine(root, "dotnet")) && Directory.Exists(Path.Combine(root, "host", "fxr")) ? root : null;
    }

    /// <param name="worksheet">The id of the worksheet that is handed in; kebab-case, so that it may stand in a script.</param>
    /// <param name="reveal">How much students are told; dates are looked at when a submission comes in.</param>
    public void Write(Stream stream, string worksheet, RevealPolicy reveal)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "setup.sh", Setup);
        Add(archive, "run_autograder", Run(worksheet, reveal));
        AddFolder(archive, Program, "grader", name => !name.StartsWith("exercises/", StringComparison.Ordinal));
        AddFolder(archive, Exercises, "grader/exercises", _ => true);
        if (Runtime is null) return;
        var version = Environment.Version.ToString(3);
        AddFile(archive, Path.Combine(Runtime, "dotnet"), "dotnet/dotnet");
        foreach (var folder in new[] { $"host/fxr/{version}", $"shared/Microsoft.NETCore.App/{version}" })
        {
            AddFolder(archive, Path.Combine(Runtime, folder), $"dotnet/{folder}", _ => true);
        }
    }

    private static string Setup => """
        #!/usr/bin/env bash
        # Gradescope runs this once, when it builds the image.
        set -euo pipefail
        cd /autograder/source
        chmod +x run_autograder
        if [ -f dotnet/dotnet ]; then
          chmod +x dotnet/dotnet
        elif ! command -v dotnet > /dev/null; then
          apt-get update
          apt-get install -y dotnet-runtime-10.0
        fi

        """;

    private static string Run(string worksheet, RevealPolicy reveal) => $$"""
        #!/usr/bin/env bash
        # Gradescope runs this for each submission. Without results it says that the autograder failed; nobody gets 0 points for that.
        # For samples of your own class, set GRADER_CLASS_SECRET here.
        set -uo pipefail
        source=/autograder/source
        dotnet="$source/dotnet/dotnet"
        [ -x "$dotnet" ] || dotnet=dotnet
        mkdir -p /autograder/results
        "$dotnet" "$source/grader/grader.dll" gradescope /autograder/submission --worksheet {{worksheet}} --reveal {{reveal}} -o /autograder/results/results.json

        """;

    private static void AddFolder(ZipArchive archive, string folder, string place, Func<string, bool> isWanted)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(entry => isWanted(entry.Name))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var (file, name) in files) AddFile(archive, file, $"{place}/{name}");
    }

    private static void AddFile(ZipArchive archive, string file, string name)
    {
        // Programs of the build have no ending on Linux; the scripts of .NET itself need no permission.
        var entry = Entry(archive, name, Path.GetExtension(name).Length == 0 ? Executable : PlainFile);
        using var content = File.OpenRead(file);
        using var target = entry.Open();
        content.CopyTo(target);
    }

    private static void Add(ZipArchive archive, string name, string script)
    {
        using var writer = new StreamWriter(Entry(archive, name, Executable).Open());
        writer.Write(script.ReplaceLineEndings("\n"));
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name, int permissions)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = (RegularFile | permissions) << 16;
        return entry;
    }
}
