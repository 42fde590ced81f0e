using System.Text;
using Grader.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

public sealed class CheckCommandTests
{
    private const string RightPart = """{"worksheet": "backprop-practice", "student": "s1", "answers": {"1b.value": "g(a sum(x))"}}""";

    [Test]
    public void Check_WrongAndMissingAnswers_EndsWith1AndSaysWhy()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("check", folder.Write("a.json", RightPart.Replace("g(a sum(x))", "-g(a sum(x))", StringComparison.Ordinal)));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.NotWell));
        Assert.That(run.Output, Does.Contain("incorrect").And.Contain("[wrong-sign]"));
    }

    [Test]
    public void Check_WrongFormula_ShowsWhereItGoesWrong()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("check", folder.Write("a.json", RightPart.Replace("g(a sum(x))", "g(sum(x))", StringComparison.Ordinal)));
        Assert.That(run.Output, Does.Match(@"At a = .*, g = \w+, x = \[.*\]: your answer gives -?[0-9.]"));
    }

    [Test]
    public void Check_WrongFormulaInATable_ShowsWhereItGoesWrongAsFarAsMayBeTold()
    {
        const string Answers = """{"worksheet": "sgd-backprop-tables", "student": "s1", "answers": {"2b.partials": {"dy/da": "relu(c x1 + e x2)"}}}""";
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.json", Answers);
        JToken Cell(string reveal) => JObject.Parse(CommandRun.Of("check", file, "--format", "json", "--reveal", reveal).Output)["parts"]!
            .Single(part => (string?)part["part"] == "2b.partials")["evidence"]!["cells"]!.Single(cell => (string?)cell["cell"] == "dy/da");

        Assert.That(Cell("verdict")["counterexample"], Is.Null);
        Assert.That(Cell("feedback")["counterexample"]!["inputs"]!["x1"], Is.Not.Null);
        Assert.That(Cell("feedback")["counterexample"]!["expected"], Is.Null);
        Assert.That(Cell("solution")["counterexample"]!["expected"], Is.Not.Null);
        Assert.That(CommandRun.Of("check", file).Output, Does.Match("dy/da: At .*x1 = .*: your answer gives"));
        var report = Path.Combine(folder.Path, "report.html");
        CommandRun.Of("check", file, "--report", report);
        Assert.That(File.ReadAllText(report), Does.Match("At [^<]*x1 = [^<]*: your answer gives [^<]*Right there would be"));
        CommandRun.Of("check", file, "--report", report, "--reveal", "verdict");
        Assert.That(File.ReadAllText(report), Does.Not.Contain("your answer gives"));
    }

    [Test]
    public void Check_FormulaThatCannotBeDecided_WaitsForAPerson()
    {
        const string Answer = "g(a sum(x)) + 1e100 + a - 1e100 - a";
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.json", RightPart.Replace("g(a sum(x))", Answer, StringComparison.Ordinal));
        var report = Path.Combine(folder.Path, "report.html");
        var run = CommandRun.Of("check", file, "--format", "json", "--report", report);
        var part = JObject.Parse(run.Output)["parts"]!.Single(part => (string?)part["part"] == "1b.value");

        Assert.That(run.Exit, Is.EqualTo(ExitCode.NotWell));
        Assert.That((string?)part["verdict"], Is.EqualTo("pending"));
        Assert.That((string?)part["feedback"]!.Single()["code"], Is.EqualTo("undecided"));
        Assert.That(File.ReadAllText(report), Does.Contain("Waits for a person").And.Contain("no marks are lost"));
    }

    [Test]
    public void Check_EveryMachineMarkedPartRight_EndsWith0WithoutProse()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "exercises", "initialization-skip-layer", "right");
        var answers = new JObject();
        foreach (var sample in Directory.GetFiles(folder, "*.json").Where(file => !file.Contains(".expected.", StringComparison.Ordinal)))
            foreach (var (part, answer) in (JObject)JObject.Parse(File.ReadAllText(sample))["answers"]!)
                if (!part.EndsWith(".why", StringComparison.Ordinal)) answers[part] = answer;
        using var temporary = new TemporaryFolder();
        var file = new JObject { ["worksheet"] = "initialization-skip-layer", ["student"] = "s1", ["answers"] = answers };

        var run = CommandRun.Of("check", temporary.Write("a.json", file.ToString()));

        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Output);
    }

    [Test]
    public void Check_AsJson_HasTheAgreedForm()
    {
        using var folder = new TemporaryFolder();
        var json = JObject.Parse(CommandRun.Of("check", folder.Write("a.json", RightPart), "--format", "json").Output);
        Assert.That(json.Properties().Select(property => property.Name), Is.EqualTo(new[] { "worksheet", "student", "score", "maxScore", "parts" }));
        var part = json["parts"]!.Single(part => (string?)part["part"] == "1b.value");
        Assert.That((string?)part["verdict"], Is.EqualTo("correct"));
        Assert.That(((JObject)part).Properties().Select(property => property.Name),
            Is.EqualTo(new[] { "part", "verdict", "score", "maxScore", "reading", "feedback", "evidence" }));
    }

    [Test]
    public void Check_WithoutSolution_NeverTellsTheExpectedValue()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.json", RightPart.Replace("g(a sum(x))", "2 g(a sum(x))", StringComparison.Ordinal));
        Assert.That(CommandRun.Of("check", file, "--format", "json").Output, Does.Not.Contain("expected"));
        Assert.That(CommandRun.Of("check", file, "--format", "json", "--reveal", "solution").Output, Does.Contain("\"expected\""));
        Assert.That(CommandRun.Of("check", file, "--format", "json", "--reveal", "verdict").Output, Does.Not.Contain("counterexample").And.Not.Contain("\"code\""));
    }

    [Test]
    public void Check_WithReport_WritesThePage()
    {
        using var folder = new TemporaryFolder();
        var report = Path.Combine(folder.Path, "report.html");
        CommandRun.Of("check", folder.Write("a.json", RightPart), "--report", report);
        Assert.That(File.ReadAllText(report), Does.Contain("<math").And.Contain("1b.value"));
    }

    [Test]
    public void Check_ReportIntoMissingFolder_EndsWith2()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("check", folder.Write("a.json", RightPart), "--report", Path.Combine(folder.Path, "none", "report.html"));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("cannot be written"));
    }

    [TestCaseSource(nameof(BadFiles))]
    public void Check_FileWithProblems_NamesThemAndEndsWith2(string content, string message)
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("check", folder.Write("a.json", content));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Output + run.Error, Does.Contain(message));
    }

    [Test]
    public void Check_UnknownWorksheetAsJson_HasTheCode()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.json", RightPart.Replace("backprop-practice", "backprop-practise", StringComparison.Ordinal));
        var json = JObject.Parse(CommandRun.Of("check", file, "--format", "json").Output);
        Assert.That((string?)json["problems"]![0]!["code"], Is.EqualTo("unknown-worksheet"));
    }

    [Test]
    public void Check_InvalidUtf8_NamesThePlace()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.json", "");
        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes("{\"worksheet\": \""), 0xC3, 0x28]);
        var run = CommandRun.Of("check", path);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("UTF-8"));
    }

    [Test]
    public void Check_Folder_IsNoAnswerFile()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("check", folder.Path);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("directory"));
    }

    [Test]
    public void Check_SeveralFiles_GradesAllAndGivesTheWorstExitCode()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("check", folder.Write("bad.json", "{"), folder.Write("good.json", RightPart), "--format", "json");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Output.Trim().Split('\n'), Has.Length.EqualTo(2));
        Assert.That(run.Output, Does.Contain("\"correct\""));
    }

    [Test]
    public void Check_ControlCharactersOfStudent_NeverReachTheTerminal()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("check", folder.Write("a.json", RightPart.Replace("\"s1\"", "\"\\u001b[31mred\"", StringComparison.Ordinal)));
        Assert.That(run.Output, Does.Not.Contain("\u001b"));
    }

    private static IEnumerable<TestCaseData> BadFiles()
    {
        yield return new TestCaseData("{", ":1:").SetArgDisplayNames("broken JSON");
        yield return new TestCaseData("", "empty").SetArgDisplayNames("empty");
        yield return new TestCaseData(RightPart.Replace("backprop-practice", "backprop-practise", StringComparison.Ordinal), "Did you mean \"backprop-practice\"?")
            .SetArgDisplayNames("unknown worksheet");
        yield return new TestCaseData(RightPart.Replace("1b.value", "1b.valeu", StringComparison.Ordinal), "1b.valeu").SetArgDisplayNames("unknown part");
        yield return new TestCaseData(RightPart.Replace("}}", ", \"1b.value\": 2}}", StringComparison.Ordinal), "stands twice").SetArgDisplayNames("doubled key");
        yield return new TestCaseData(RightPart.Replace("\"g(a sum(x))\"", "NaN", StringComparison.Ordinal), "NaN").SetArgDisplayNames("NaN");
        yield return new TestCaseData(RightPart.Replace("\"g(a sum(x))\"", "true", StringComparison.Ordinal), "true").SetArgDisplayNames("truth value");
        yield return new TestCaseData(new string(' ', 2 << 20), "bytes").SetArgDisplayNames("2 MiB");
        yield return new TestCaseData(new string('[', 10_000), "nested").SetArgDisplayNames("deep nesting");
    }
}
