using Grader.Commands;
using Grader.Tests.Archives;
using Grader.Tests.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Batching;

/// <summary>A batch with a class list: names, who is missing, and who is not of the class.</summary>
public sealed class RosterBatchTests
{
    private const string Roster = "id,name,email\n0011,Anna Arden,anna@example.org\n0012,Ben <b>Boyd</b>,ben@example.org\n0013,Cy Cole,cy@example.org\n0014,Di Dee,di@example.org\n";

    private TemporaryFolder folder = null!;

    private string Output => Path.Combine(folder.Path, "out");

    [SetUp]
    public void HandIn()
    {
        folder = new();
        folder.Write("roster.csv", Roster);
        folder.Write("in/a.json", Answers("0011"));
        folder.Write("in/b.json", Answers("0012"));
        folder.Write("in/0014.json", "{");
        folder.Write("in/x.json", Answers("0099"));
    }

    [TearDown]
    public void Delete() => folder.Dispose();

    [Test]
    public void WhoIsMissingAndWhoIsUnknown_IsSaidApart()
    {
        var run = Batch("--roster", Path.Combine(folder.Path, "roster.csv"));
        Assert.That(File.ReadAllText(Path.Combine(Output, "absent.csv")), Is.EqualTo("student,name,email,worksheet,status\r\n0013,Cy Cole,cy@example.org,logistic-initialization,missing\r\n"));
        Assert.That(run.Output, Does.Contain("Nothing handed in (missing): 1").And.Contain("Not in the roster, or there twice: 1").And.Contain("0099: x.json"));
        Assert.That(Lines().Select(line => (string?)line["status"]), Is.EqualTo(new[] { "unreadable", "graded", "graded", "graded" }));
        var index = File.ReadAllText(Path.Combine(Output, "index.html"));
        Assert.That(index, Does.Contain("Cy Cole").And.Contain("0099").And.Contain("absent.csv"));
    }

    [Test]
    public void Names_StandInPages_Escaped()
    {
        Batch("--roster", Path.Combine(folder.Path, "roster.csv"));
        Assert.That(File.ReadAllText(Path.Combine(Output, "students", "a.html")), Does.Contain("Anna Arden (0011)"));
        Assert.That(File.ReadAllText(Path.Combine(Output, "students", "b.html")), Does.Contain("Ben &lt;b&gt;Boyd").And.Not.Contain("<b>Boyd"));
        Assert.That(File.ReadAllText(Path.Combine(Output, "index.html")), Does.Contain("Anna Arden (0011)").And.Not.Contain("<b>Boyd"));
    }

    [Test]
    public void RosterChanged_GradesAnew_AndWithoutOneNothingOfItIsLeft()
    {
        string[] roster = ["--roster", Path.Combine(folder.Path, "roster.csv")];
        Batch(roster);
        Assert.That(Batch([.. roster, "--resume"]).Output, Does.Contain("4 as they were"));
        folder.Write("roster.csv", Roster.Replace("Anna Arden", "Anna Berg", StringComparison.Ordinal));
        Batch([.. roster, "--resume"]);
        Assert.That(File.ReadAllText(Path.Combine(Output, "students", "a.html")), Does.Contain("Anna Berg"));
        Batch("--resume");
        Assert.That(File.ReadAllText(Path.Combine(Output, "students", "a.html")), Does.Not.Contain("Anna"));
        Assert.That(File.Exists(Path.Combine(Output, "absent.csv")) || File.Exists(Path.Combine(Output, "roster.csv")), Is.False);
    }

    [Test]
    public void IdThatTheRosterLacks_GivesWayToTheOneOfTheArchive()
    {
        var archive = new MadeArchive(Path.Combine(folder.Path, "canvas.zip")).Add("ardenanna_0011_5_a.json", Answers("11")).Add("boydben_0012_6_b.json", Answers("0012")).Write();
        CommandRun.Of("batch", archive, "-o", Output, "--roster", Path.Combine(folder.Path, "roster.csv"));
        Assert.That(Lines().Select(line => $"{line["student"]} {line["name"]}"), Is.EqualTo(new[] { "0011 Anna Arden", "0012 Ben <b>Boyd</b>" }));
    }

    private static string Answers(string student) => $$"""{"worksheet": "logistic-initialization", "student": "{{student}}", "answers": {} }""";

    private List<JObject> Lines() => [.. File.ReadLines(Path.Combine(Output, "results.jsonl")).Select(JObject.Parse)];

    private CommandRun Batch(params string[] options)
    {
        var run = CommandRun.Of(["batch", Path.Combine(folder.Path, "in"), "-o", Output, .. options]);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        return run;
    }
}
