using Grader.Batching;
using Grader.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

public sealed class MarkAndExportTests
{
    private const string Answers = """{"worksheet": "backprop-practice", "student": "s1", "answers": {"1b.value": "g(a sum(x))", "1e.why": "Equal units stay equal."}}""";

    [Test]
    public void Mark_FilledList_StandsInResultsPageAndExport_AndInALaterBatch()
    {
        using var hand = new Class();
        hand.Write("b.json", Answers.Replace("s1", "s2", StringComparison.Ordinal).Replace("stay equal", " stay\\nequal", StringComparison.Ordinal));
        hand.Batch();
        Assert.That(hand.Page("a"), Does.Contain("Waits for a person"));
        Assert.That(File.ReadAllText(Path.Combine(hand.Output, "index.html")), Does.Contain("href=\"marking.csv\"").And.Contain("1 of 1 different answers"));

        var run = hand.Mark("1", "0.5");

        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        Assert.That(run.Output, Does.Contain("1 marks taken in, for 2 answers"));
        AssertMarked(hand);
        hand.Batch();
        AssertMarked(hand);
        Assert.That(CommandRun.Of("export", hand.Output, "--to", "csv").Exit, Is.EqualTo(ExitCode.Well));
        var marks = File.ReadAllText(Path.Combine(hand.Output, "exports", "marks.csv"));
        Assert.That(marks, Does.Contain("s1,,backprop-practice,3.5,").And.Contain("s2,,backprop-practice,3.5,").And.Contain(",final,"));
    }

    [Test]
    public void Mark_AnswerThatChanged_WaitsAgainAndSaysSo_AndTheOldMarkComesBackWithTheOldText()
    {
        using var hand = new Class();
        hand.Batch();
        hand.Mark("1", "1");
        hand.Write("a.json", Answers.Replace("stay equal", "differ", StringComparison.Ordinal));
        hand.Batch();
        var part = hand.Part("1e.why");
        Assert.That((string?)part["verdict"], Is.EqualTo("pending"));
        Assert.That(part["feedback"]!.Select(feedback => (string?)feedback["code"]), Does.Contain("earlier-mark"));
        hand.Write("a.json", Answers);
        hand.Batch();
        Assert.That((string?)hand.Part("1e.why")["verdict"], Is.EqualTo("correct"));
    }

    [Test]
    public void Mark_ListWithAnError_TakesInNothingAndEndsWith2()
    {
        using var hand = new Class();
        hand.Batch();
        var run = hand.Mark("1", "7");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("line 3, column points").And.Contain("Nothing was taken in"));
        Assert.That(File.Exists(Path.Combine(hand.Output, "marks.jsonl")), Is.False);
    }

    [Test]
    public void Batch_ListThatSomebodyFills_IsLeftAsItIs()
    {
        using var hand = new Class();
        hand.Batch();
        var list = Path.Combine(hand.Output, "marking.csv");
        var filled = Class.Fill(File.ReadAllText(list), "1", "1");
        File.WriteAllText(list, filled);
        Assert.That(hand.Batch().Output, Does.Contain("holds marks that were not taken in"));
        Assert.That(File.ReadAllText(list), Is.EqualTo(filled));
    }

    [Test]
    public void Mark_List_IsNeverWrittenOverAFile()
    {
        using var hand = new Class();
        hand.Batch();
        var taken = hand.Write("list.csv", "mine");
        Assert.That(CommandRun.Of("mark", hand.Output, "--list", taken).Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(File.ReadAllText(taken), Is.EqualTo("mine"));
        Assert.That(CommandRun.Of("mark", hand.Output).Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(CommandRun.Of("mark", hand.Output, "--list", Path.Combine(hand.Output, "list.json")).Exit, Is.EqualTo(ExitCode.Well));
    }

    [Test]
    public void Export_AnswersThatCannotBePlaced_EndsWith1AndNamesThem()
    {
        using var hand = new Class();
        hand.Write("broken.json", "{");
        var run = hand.Batch("--export", "canvas,moodle,junit", "--roster", hand.Write("roster.txt", "id,name\ns7,Anna\n"));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), "Every submission was dealt with.");
        Assert.That(Directory.GetFiles(Path.Combine(hand.Output, "exports")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "canvas.csv", "moodle.csv", "junit.xml" }));
        Assert.That(run.Error, Does.Contain("\"s1\"").And.Contain("broken.json"));
        Assert.That(CommandRun.Of("export", hand.Output, "--to", "csv").Exit, Is.EqualTo(ExitCode.NotWell));
    }

    [TestCase("--to", "blackboard", "There is no export 'blackboard'")]
    [TestCase("--column", "x", "--column 'x' cannot be used")]
    [TestCase("--roster", "nowhere.csv", "nowhere.csv cannot be read")]
    public void Export_CallThatCannotBe_EndsWith2AndSaysWhy(string option, string value, string expected)
    {
        using var hand = new Class();
        hand.Batch();
        string[] call = option == "--to" ? ["export", hand.Output, option, value] : ["export", hand.Output, "--to", "csv", option, value];
        var run = CommandRun.Of(call);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain(expected));
    }

    private static void AssertMarked(Class hand)
    {
        var part = hand.Part("1e.why");
        Assert.That((string?)part["verdict"], Is.EqualTo("partial"));
        Assert.That((decimal)part["score"]!, Is.EqualTo(1.5m));
        Assert.That((string?)part["feedback"]!.Single()["code"], Is.EqualTo("marked-by-person"));
        Assert.That(hand.Page("a"), Does.Contain("marked by a person").And.Contain("A person gave 1.5 of 2 points").And.Contain("<strong>3.5</strong>"));
    }

    /// <summary>A class of one, and what a batch made of it.</summary>
    private sealed class Class : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Class() => Write("a.json", Answers);

        public string Output => Path.Combine(folder.Path, "out");

        public static string Fill(string list, string first, string second)
        {
            var rows = list.Split("\r\n");
            rows[1] = rows[1].Replace(",1,,", $",1,{first},", StringComparison.Ordinal);
            rows[2] = rows[2].Replace(",1,,", $",1,{second},", StringComparison.Ordinal);
            return string.Join("\r\n", rows);
        }

        public string Write(string name, string content) => folder.Write("in/" + name, content);

        public CommandRun Batch(params string[] more) => CommandRun.Of(["batch", Path.Combine(folder.Path, "in"), "-o", Output, .. more]);

        public CommandRun Mark(string first, string second)
        {
            var list = Path.Combine(Output, "marking.csv");
            return CommandRun.Of("mark", Output, folder.Write("filled.csv", Fill(File.ReadAllText(list), first, second)));
        }

        public string Page(string name) => File.ReadAllText(Path.Combine(Output, "students", name + ".html"));

        public JToken Part(string part) => JObject.Parse(File.ReadLines(Path.Combine(Output, "results.jsonl")).First())["parts"]!.Single(entry => (string?)entry["part"] == part);

        public void Dispose() => folder.Dispose();
    }
}
