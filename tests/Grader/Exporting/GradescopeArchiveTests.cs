using System.IO.Compression;
using Grader.Commands;
using Grader.Exporting;
using Grader.Reporting;
using Grader.Tests.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Exporting;

public sealed class GradescopeArchiveTests
{
    private const string Answers = """{"worksheet": "backprop-practice", "student": "s1", "answers": {"1b.value": "g(a sum(x))"}}""";

    [Test]
    public void Write_Archive_HasScriptsAtItsRootThatMayRun()
    {
        using var folder = new TemporaryFolder();
        folder.Write("program/grader.dll", "x");
        folder.Write("program/host/grader-host", "x");
        folder.Write("program/exercises/stale/worksheet.json", "x");
        folder.Write("exercises/sheet-one/worksheet.json", "{}");
        using var stream = new MemoryStream();
        new GradescopeArchive(Path.Combine(folder.Path, "program"), Path.Combine(folder.Path, "exercises"), null).Write(stream, "sheet-one", new RevealPolicy.Always(Reveal.Verdict));
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        Assert.That(archive.Entries.Select(entry => entry.FullName), Is.EqualTo(new[]
        {
            "setup.sh", "run_autograder", "grader/grader.dll", "grader/host/grader-host", "grader/exercises/sheet-one/worksheet.json",
        }));
        foreach (var name in new[] { "setup.sh", "run_autograder", "grader/host/grader-host" })
        {
            Assert.That((archive.GetEntry(name)!.ExternalAttributes >> 16) & 0b001_001_001, Is.EqualTo(0b001_001_001), name);
        }

        var run = Text(archive, "run_autograder");
        Assert.That(run, Does.StartWith("#!/usr/bin/env bash\n").And.Not.Contain("\r"));
        Assert.That(run, Does.Contain("/autograder/submission").And.Contain("--worksheet sheet-one --reveal verdict").And.Contain("-o /autograder/results/results.json"));
    }

    [Test]
    public void Gradescope_OneAnswerFile_WritesItsResults()
    {
        var results = Graded(("a.json", Answers));
        Assert.That((decimal)results["score"]!, Is.EqualTo(2));
        Assert.That(results["tests"]!.Count(), Is.EqualTo(24));
    }

    [Test]
    public void Gradescope_NothingThatCounts_IsRefusedWithItsReason()
    {
        Assert.That((string?)Graded()["output"], Does.Contain("no .json file"));
        Assert.That((string?)Graded(("a.json", Answers), ("b.json", Answers))["output"], Does.Contain("a.json, b.json"));
        Assert.That((string?)Graded(("a.json", Answers.Replace("backprop-practice", "sgd-backprop-tables", StringComparison.Ordinal)))["output"], Does.Contain("another worksheet"));
        Assert.That((string?)Graded(("a.json", "{"))["output"], Does.Contain("a.json: The JSON cannot be read"));
    }

    [Test]
    public void Results_FaultOfTheGrader_AreNone() =>
        Assert.That(GradescopeSubmission.Results([SampleBook.Graded("s1"), SampleBook.Fault("b.json")], SampleBook.Sheet), Is.Null);

    private static JObject Graded(params (string Name, string Content)[] files)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "submission"));
        foreach (var (name, content) in files) folder.Write("submission/" + name, content);
        var output = Path.Combine(folder.Path, "results.json");
        var run = CommandRun.Of("gradescope", Path.Combine(folder.Path, "submission"), "--worksheet", "backprop-practice", "-o", output);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        var text = File.ReadAllText(output);
        GradescopeExportTests.Valid(text);
        return JObject.Parse(text);
    }

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
