using Grader.Commands;
using Grader.Tests.Batching;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

/// <summary>A worksheet is put right after a class was graded.</summary>
public sealed class RegradeCommandTests
{
    private const string Worksheet = "logistic-initialization";

    private TemporaryFolder folder = null!;

    private string Output => Path.Combine(folder.Path, "out");

    private string WorksheetFile => Path.Combine(folder.Path, "exercises", Worksheet, "worksheet.json");

    [SetUp]
    public void GradeAClass()
    {
        folder = new();
        foreach (var file in (string[])["worksheet.json", "statements.md"])
        {
            folder.Write($"exercises/{Worksheet}/{file}", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "exercises", Worksheet, file)));
        }

        foreach (var name in (string[])["s2301117", "s2301124"])
        {
            folder.Write($"in/{name}.json", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "exercises", "sample-class", $"{name}-{Worksheet}.json")));
        }

        folder.Write("in/blank.json", $$"""{"worksheet": "{{Worksheet}}", "student": "blank", "answers": {} }""");
        var run = CommandRun.Of("batch", Path.Combine(folder.Path, "in"), "-o", Output, "--exercises", Path.Combine(folder.Path, "exercises"));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
    }

    [TearDown]
    public void Delete() => folder.Dispose();

    [Test]
    public void NothingChanged_NobodyMoves()
    {
        var run = Regrade();
        Assert.That(run.Output, Does.Contain("3 as they were").And.Contain("0 of 3 submissions moved"));
        Assert.That(File.ReadAllText(Path.Combine(Output, "regrade.html")), Does.Contain("Nobody."));
        Assert.That(File.ReadLines(Path.Combine(Output, "regrade.csv")).Count(), Is.EqualTo(1));
    }

    [Test]
    public void PointsChanged_EveryoneMoves_PartByPart()
    {
        var (part, before) = FirstPart();
        SetPoints(part, before + 2);
        var run = Regrade();
        Assert.That(run.Output, Does.Contain("3 of 3 submissions moved").And.Contain(part));
        var rows = PlainRows();
        Assert.That(rows.Where(row => row[3] == part).Select(row => row[0]), Is.EquivalentTo(new[] { "s2301117.json", "s2301124.json", "blank.json" }));
        var right = rows.Single(row => row[3] == part && row[0] == "s2301117.json");
        Assert.That(right[4..8], Is.EqualTo(new[] { "correct", "correct", $"{before} of {before}", $"{before + 2} of {before + 2}" }));
        Assert.That(right[8], Is.EqualTo("The part is worth something else now."));
        Assert.That(File.ReadAllText(Path.Combine(Output, "regrade.html")), Does.Contain("<strong>3</strong> of 3 submissions moved"));
        Assert.That(File.Exists(Path.Combine(Output, "before-regrade.jsonl")), Is.False);
    }

    [Test]
    public void FilesChangedGoneAndNew_AreSaid_AndNobodysRowIsLost()
    {
        File.Delete(Path.Combine(folder.Path, "in", "s2301117.json"));
        folder.Write("in/s2301124.json", $$"""{"worksheet": "{{Worksheet}}", "student": "s2301124", "answers": {} }""");
        folder.Write("in/later.json", $$"""{"worksheet": "{{Worksheet}}", "student": "later", "answers": {} }""");
        var tree = FileTree.Of(Path.Combine(Output, "students")).Single(page => page.StartsWith("s2301117", StringComparison.Ordinal));
        var run = Regrade();
        Assert.That(run.Output, Does.Contain("changed since they were graded, and count as they are now: 1 (s2301124.json)"));
        Assert.That(run.Output, Does.Contain("are no longer there, and stay as they were graded: 1 (s2301117.json)"));
        Assert.That(run.Output, Does.Contain("were handed in since: 1 (later.json)"));
        Assert.That(Files(), Is.EqualTo(new[] { "blank.json", "later.json", "s2301117.json", "s2301124.json" }));
        Assert.That(FileTree.Of(Path.Combine(Output, "students")), Does.Contain(tree));
    }

    [Test]
    public void StoppedRegrade_GoesOn_AndComparesWithWhatWasBefore()
    {
        var (part, before) = FirstPart();
        File.Copy(Path.Combine(Output, "results.jsonl"), Path.Combine(Output, "before-regrade.jsonl"));
        SetPoints(part, before + 2);
        CommandRun.Of("batch", Path.Combine(folder.Path, "in"), "-o", Output, "--exercises", Path.Combine(folder.Path, "exercises"), "--resume");
        Assert.That(Regrade().Output, Does.Contain("3 of 3 submissions moved"));
    }

    [Test]
    public void MarksOfPeople_AreKept()
    {
        var list = Path.Combine(Output, "marking.csv");
        Assert.That(File.Exists(list), "The worksheet has prose.");
        var filled = Filled(File.ReadAllText(list));
        Assert.That(CommandRun.Of("mark", Output, folder.Write("filled.csv", filled)).Exit, Is.EqualTo(ExitCode.Well));
        var marked = Marked();
        var (part, before) = FirstPart();
        SetPoints(part, before + 1);
        Regrade();
        Assert.That(marked, Is.Not.Empty);
        Assert.That(Marked(), Is.EqualTo(marked));
    }

    [Test]
    public void LaterBatch_LeavesNoPageOfAnEarlierRegrade()
    {
        Regrade();
        CommandRun.Of("batch", Path.Combine(folder.Path, "in"), "-o", Output);
        Assert.That(File.Exists(Path.Combine(Output, "regrade.html")) || File.Exists(Path.Combine(Output, "regrade.csv")), Is.False);
    }

    [Test]
    public void FolderThatIsNoBatch_EndsWith2() =>
        Assert.That(CommandRun.Of("regrade", folder.Path).Exit, Is.EqualTo(ExitCode.Unusable));

    private CommandRun Regrade()
    {
        var run = CommandRun.Of("regrade", Output);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        return run;
    }

    /// <summary>Points in the last column but one, for every row.</summary>
    private static string Filled(string csv)
    {
        var rows = Exporting.PlainCsv.Read(csv);
        var points = rows[0].ToList().IndexOf("points");
        var lines = rows.Select((row, place) => string.Join(',', row.Select((cell, column) => Quoted(place > 0 && column == points ? "0" : cell))));
        return string.Join("\r\n", lines) + "\r\n";
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private IEnumerable<JObject> Lines() => File.ReadLines(Path.Combine(Output, "results.jsonl")).Select(JObject.Parse);

    private List<string> Files() => [.. Lines().Select(line => (string)line["file"]!)];

    private List<string> Marked() => [.. Lines().SelectMany(line => line["parts"]!.Where(part => part["mark"] is JObject).Select(part => $"{line["file"]} {part["part"]} {part["score"]}"))];

    private List<string[]> PlainRows() => [.. Exporting.PlainCsv.Read(File.ReadAllText(Path.Combine(Output, "regrade.csv"))).Skip(1).Select(row => row)];

    private (string Part, decimal Points) FirstPart()
    {
        var part = Lines().Single(line => (string?)line["file"] == "s2301117.json")["parts"]!.First(one => (string?)one["verdict"] == "correct");
        return ((string)part["part"]!, (decimal)part["maxScore"]!);
    }

    private void SetPoints(string part, decimal points)
    {
        var json = JObject.Parse(File.ReadAllText(WorksheetFile));
        var found = json.DescendantsAndSelf().OfType<JObject>().First(one => (string?)one["id"] == part);
        found["points"] = points;
        File.WriteAllText(WorksheetFile, json.ToString());
    }
}
