using Grader.Commands;
using Grader.Tests.Archives;
using Grader.Tests.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Batching;

/// <summary>What people download from elsewhere, given to <c>batch</c> as it is.</summary>
public sealed class HandInTests
{
    private const string Nameless = """{"worksheet": "logistic-initialization", "answers": {}}""";

    private const string Named = """{"worksheet": "logistic-initialization", "student": "s7", "answers": {}}""";

    private TemporaryFolder folder = null!;

    private string Output => Path.Combine(folder.Path, "out");

    private MadeArchive Archive => new(Path.Combine(folder.Path, "class.zip"));

    [SetUp]
    public void MakeFolder() => folder = new();

    [TearDown]
    public void Delete() => folder.Dispose();

    [Test]
    public void CanvasArchive_TakesStudentAndLateMarkFromTheNames()
    {
        var lines = Batch(Archive
            .Add("submissions/ardenanna_LATE_11_901_answers.json", Nameless)
            .Add("submissions/boydben_12_902_answers-1.json", Named)
            .Add("submissions/colecy_13_903_essay.pdf", "%PDF")
            .Write());
        Assert.That(lines.Select(line => $"{line["status"]} {line["student"]} {line["name"]} {line["late"]} {line["attempt"]}"), Is.EqualTo(new[]
        {
            "graded 11 ardenanna True ", "graded s7 boydben  2", "unreadable 13 colecy  ",
        }));
        Assert.That((string?)lines[0]["problems"], Is.Null);
        Assert.That((string?)lines[2]["problems"]![0]!["code"], Is.EqualTo("nothing-to-grade"));
        Assert.That((string?)lines[2]["problems"]![0]!["message"], Does.Contain("colecy_13_903_essay.pdf"));
        Assert.That(File.ReadAllText(Path.Combine(Output, "index.html")), Does.Contain("Handed in late."));
        Assert.That(Directory.Exists(Path.Combine(Output, "unpacked")), Is.False);
    }

    [Test]
    public void MoodleArchive_TakesStudentFromTheNames()
    {
        var lines = Batch(Archive
            .Add("Anna Arden_11_assignsubmission_file_/answers.json", Nameless)
            .Add("Anna Arden_11_assignsubmission_onlinetext_/onlinetext.html", "<p>see file</p>")
            .Add("Ben Boyd_12_assignsubmission_onlinetext_/onlinetext.html", "<p>forgot it</p>")
            .Write());
        Assert.That(lines.Select(line => $"{line["status"]} {line["student"]} {line["name"]}"), Is.EqualTo(new[] { "graded 11 Anna Arden", "unreadable 12 Ben Boyd" }));
    }

    [Test]
    public void GradescopeArchive_GivesEachOfAGroupALine()
    {
        var lines = Batch(Archive
            .Add("export/submission_metadata.yml", "submission_5:\n  :submitters:\n  - :name: Anna\n    :sid: '11'\n  - :name: Ben\n    :sid: '12'\n")
            .Add("export/submission_5/answers.json", Named)
            .Write());
        Assert.That(lines.Select(line => $"{line["file"]} {line["student"]}"), Is.EqualTo(new[] { "export/submission_5/answers.json 11", "export/submission_5/answers.json (12) 12" }));
        Assert.That(Directory.GetFiles(Path.Combine(Output, "students")), Has.Length.EqualTo(2));
    }

    [Test]
    public void FolderPerStudent_TakesStudentFromTheFolder()
    {
        folder.Write("in/anna/answers.json", Nameless);
        folder.Write("in/ben/essay.txt", "no answers");
        folder.Write("in/notes.txt", "of the teacher");
        var lines = Batch(Path.Combine(folder.Path, "in"));
        Assert.That(lines.Select(line => $"{line["status"]} {line["student"]}"), Is.EqualTo(new[] { "graded anna", "unreadable ben" }));
    }

    [Test]
    public void RefusedEntries_AreLinesOfTheFailures_AndTheRestGoesOn()
    {
        var lines = Batch(Archive.Add("../../escape.json", Named).Add("good.json", Named).Add("good.json", Nameless).Add("inner.zip", "PK").Write());
        Assert.That(lines.Select(line => (string?)line["status"]), Is.EqualTo(new[] { "unreadable", "graded", "unreadable", "unreadable" }));
        Assert.That(lines.Select(line => (string?)line["problems"]?[0]?["code"]), Is.EqualTo(new[] { "refused-entry", null, "refused-entry", "archive-not-opened" }));
        Assert.That(File.ReadAllText(Path.Combine(Output, "failures.csv")), Does.Contain("../../escape.json (entry 1)").And.Contain("leads out"));
        Assert.That(File.Exists(Path.Combine(folder.Path, "escape.json")), Is.False);
    }

    [Test]
    public void Archive_CanBeResumed()
    {
        var archive = Archive.Add("anna/answers.json", Nameless).Add("ben/answers.json", Nameless).Write();
        Batch(archive);
        var tree = FileTree.Of(Output);
        var run = CommandRun.Of("batch", archive, "-o", Output, "--resume");
        Assert.That(run.Output, Does.Contain("2 as they were"));
        Assert.That(FileTree.Of(Output), Is.EqualTo(tree));
    }

    [Test]
    public void DamagedArchive_EndsWith2()
    {
        var run = CommandRun.Of("batch", folder.Write("class.zip", "PK and no more"), "-o", Output);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("cannot be read as a zip archive"));
    }

    private List<JObject> Batch(string handedIn)
    {
        var run = CommandRun.Of("batch", handedIn, "-o", Output);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        return [.. File.ReadLines(Path.Combine(Output, "results.jsonl")).Select(JObject.Parse)];
    }
}
