using Grader.Commands;
using Grader.Tests.Commands;

namespace Grader.Tests.Batching;

/// <summary>What a later batch into the same folder keeps, and what not.</summary>
public sealed class ResumeTests
{
    private const string Right = """{"worksheet": "logistic-initialization", "student": "s1", "answers": {}}""";

    private TemporaryFolder folder = null!;

    private string Input => Path.Combine(folder.Path, "in");

    private string Output => Path.Combine(folder.Path, "out");

    [SetUp]
    public void HandIn()
    {
        folder = new();
        for (var k = 0; k < 4; k++) folder.Write($"in/{k}.json", Right.Replace("s1", $"s{k}", StringComparison.Ordinal));
    }

    [TearDown]
    public void Delete() => folder.Dispose();

    [Test]
    public void NothingChanged_KeepsAll()
    {
        Batch();
        var tree = FileTree.Of(Output);
        Assert.That(Batch("--resume").Output, Does.Contain("4 as they were"));
        Assert.That(FileTree.Of(Output), Is.EqualTo(tree));
    }

    [Test]
    public void OneFileChanged_GradesThatOneAnew()
    {
        Batch();
        folder.Write("in/2.json", Right.Replace("s1", "other", StringComparison.Ordinal));
        Assert.That(Batch("--resume").Output, Does.Contain("3 as they were"));
        Assert.That(File.ReadAllText(Path.Combine(Output, "results.jsonl")), Does.Contain("\"other\""));
    }

    [Test]
    public void PageLostOrCut_IsMadeAnew()
    {
        Batch();
        var tree = FileTree.Of(Output);
        File.Delete(Path.Combine(Output, "students", "1.html"));
        folder.Write("out/students/2.html", "half a p");
        Assert.That(Batch("--resume").Output, Does.Contain("2 as they were"));
        Assert.That(FileTree.Of(Output), Is.EqualTo(tree));
    }

    [Test]
    public void OtherOptions_GradeAllAnew()
    {
        Batch();
        Assert.That(Batch("--resume", "--reveal", "verdict").Output, Does.Contain("4 files: 4 graded, 0 not, in"));
    }

    [Test]
    public void DeadlinePassedBetween_GradesAllAnew()
    {
        var deadline = TimeProvider.System.GetUtcNow().AddDays(1);
        string[] dated = ["batch", Input, "-o", Output, "--resume", "--reveal", $"feedback@{deadline:yyyy-MM-dd'T'HH:mmzzz}"];
        CommandRun.Of(dated);
        Assert.That(CommandRun.Of(dated).Output, Does.Contain("4 as they were"));
        Assert.That(CommandRun.At(new Later(deadline.AddDays(1)), dated).Output, Does.Contain("4 files").And.Not.Contain("as they were"));
    }

    [Test]
    public void WorksheetChanged_GradesAllAnew()
    {
        var exercises = Path.Combine(folder.Path, "exercises");
        foreach (var file in (string[])["worksheet.json", "statements.md"])
        {
            folder.Write($"exercises/logistic-initialization/{file}", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "exercises", "logistic-initialization", file)));
        }

        Batch("--exercises", exercises);
        Assert.That(Batch("--exercises", exercises, "--resume").Output, Does.Contain("4 as they were"));
        File.AppendAllText(Path.Combine(exercises, "logistic-initialization", "worksheet.json"), " ");
        Assert.That(Batch("--exercises", exercises, "--resume").Output, Does.Not.Contain("as they were"));
    }

    [Test]
    public void OneOfTwoWorksheetsChanged_GradesOnlyItsFilesAnew()
    {
        var exercises = Path.Combine(folder.Path, "exercises");
        foreach (var id in (string[])["logistic-initialization", "backprop-practice"])
        {
            Directory.CreateDirectory(Path.Combine(exercises, id));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "exercises", id))) File.Copy(file, Path.Combine(exercises, id, Path.GetFileName(file)));
        }

        folder.Write("in/other.json", Right.Replace("logistic-initialization", "backprop-practice", StringComparison.Ordinal));
        folder.Write("in/unknown.json", Right.Replace("logistic-initialization", "nothing-such", StringComparison.Ordinal));
        Batch("--exercises", exercises);
        Assert.That(Batch("--exercises", exercises, "--resume").Output, Does.Contain("6 as they were"));
        var statements = Path.Combine(exercises, "backprop-practice", "statements.md");
        File.WriteAllText(statements, File.ReadAllText(statements).ReplaceLineEndings("\n") + "\n");
        // What names no worksheet was told which ones there are.
        Assert.That(Batch("--exercises", exercises, "--resume").Output, Does.Contain("4 as they were"));
    }

    [Test]
    public void FewerFiles_LeaveNoStalePageAndNoStaleLine([Values] bool resume)
    {
        Batch();
        File.Delete(Path.Combine(Input, "3.json"));
        folder.Write("out/students/0.html.partial", "of a killed run");
        Batch(resume ? ["--resume"] : []);
        Assert.That(Directory.GetFiles(Path.Combine(Output, "students")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "0.html", "1.html", "2.html" }));
        Assert.That(File.ReadLines(Path.Combine(Output, "results.jsonl")).Count(), Is.EqualTo(3));
    }

    [Test]
    public void Unfinished_WithoutResume_IsRefusedAndLeftAsItIs()
    {
        Batch();
        folder.Write("out/journal.log", "");
        var tree = FileTree.Of(Output);
        var run = CommandRun.Of("batch", Input, "-o", Output);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("not finished").And.Contain("--resume").And.Contain("journal.log"));
        Assert.That(CommandRun.Of("export", Output, "--to", "csv").Error, Does.Contain("not finished"));
        Assert.That(FileTree.Of(Output), Is.EqualTo(tree));
    }

    [Test]
    public void JournalCutOffAnywhere_LosesWholeLinesOnly([Values(0, 1, 40, 200, 900, 2000)] int missing)
    {
        Batch();
        var tree = FileTree.Of(Output);
        // A finished run turned back into an unfinished one: its journal is its keys and its lines.
        var lines = File.ReadLines(Path.Combine(Output, "keys.jsonl")).Zip(File.ReadLines(Path.Combine(Output, "results.jsonl")), (key, line) => $"{key}\t{line}\n");
        var journal = string.Concat(lines);
        File.Delete(Path.Combine(Output, "results.jsonl"));
        File.Delete(Path.Combine(Output, "keys.jsonl"));
        folder.Write("out/journal.log", journal[..^Math.Min(missing, journal.Length)]);
        Assert.That(Batch("--resume").Output, missing == 0 ? Does.Contain("4 as they were") : Does.Contain("as they were").And.Not.Contain("4 as they were"));
        Assert.That(FileTree.Of(Output), Is.EqualTo(tree));
    }

    [Test]
    public void JournalDamagedInTheMiddle_GradesThatFileAnew()
    {
        Batch();
        var tree = FileTree.Of(Output);
        var results = Path.Combine(Output, "results.jsonl");
        File.WriteAllText(results, File.ReadAllText(results).Replace("\"s2\"", "\"s9\"", StringComparison.Ordinal));
        Assert.That(Batch("--resume").Output, Does.Contain("3 as they were"));
        Assert.That(FileTree.Of(Output), Is.EqualTo(tree));
    }

    [Test]
    public void FolderWithOthersPages_IsRefused()
    {
        folder.Write("out/students/mine.html", "a page of somebody's own");
        var run = CommandRun.Of("batch", Input, "-o", Output);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(File.Exists(Path.Combine(Output, "students", "mine.html")));
    }

    private CommandRun Batch(params string[] options)
    {
        var run = CommandRun.Of(["batch", Input, "-o", Output, .. options]);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        return run;
    }

    private sealed class Later(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
