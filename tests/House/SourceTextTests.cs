namespace House.Tests;

/// <summary>What source files look like.</summary>
public sealed class SourceTextTests
{
    private const int MostLines = 300;

    // Put together here, so that this file does not break its own rule.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:"];

    private static readonly string[] MachinePaths = ["/wo" + "rk/", "/tm" + "p/wt", "/ro" + "ot/", "/ho" + "me/"];

    [Test]
    public void SourceFile_Length_StaysReadable()
    {
        var tooLong = Repository.Files("src", "*.cs")
            .Select(file => (File: Repository.Shown(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines);
        Assert.That(tooLong, Is.Empty, $"A file of src has at most {MostLines} lines: one idea each.");
    }

    [Test]
    public void Text_OfTheProject_LeavesNothingUnfinished() => Assert.That(LinesWith(Unfinished), Is.Empty);

    [Test]
    public void Text_OfTheProject_NamesNoMachinePath() => Assert.That(LinesWith(MachinePaths), Is.Empty);

    [Test]
    public void TestFile_OfSourceFolder_StandsInFolderOfTheSameName()
    {
        string[] projects = ["Formulas", "Reference", "Grader"];
        var stray =
            from project in projects
            from file in Repository.Files($"tests/{project}", "*Tests.cs")
            let folder = Path.GetRelativePath(Path.Combine(Repository.Root, "tests", project), Path.GetDirectoryName(file)!)
            where folder != "." && folder != "Specs" && !Directory.Exists(Path.Combine(Repository.Root, "src", project, folder))
            select Repository.Shown(file);
        Assert.That(stray, Is.Empty, "Tests mirror src, path for path.");
    }

    private static IEnumerable<string> LinesWith(string[] marks)
    {
        string[] folders = ["src", "tests", "bench", "docs", "exercises", "templates"];
        string[] endings = [".cs", ".csproj", ".md", ".json", ".hbs", ".html", ".css"];
        return
            from folder in folders
            where Directory.Exists(Path.Combine(Repository.Root, folder))
            from file in Repository.Files(folder, "*")
            where endings.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != "packages.lock.json"
            from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where marks.Any(mark => line.Text.Contains(mark, StringComparison.Ordinal))
            select $"{Repository.Shown(file)}:{line.Number}: {line.Text.Trim()}";
    }
}
