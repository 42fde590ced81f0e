using Grader.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

public sealed class BatchCommandTests
{
    private const string Right = """{"worksheet": "backprop-practice", "student": "s1", "answers": {"1b.value": "g(a sum(x))"}}""";

    [Test]
    public void Batch_GoodAndBadFiles_DealsWithEveryOne()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/b/good.json", Right);
        folder.Write("in/a-broken.json", "{");
        folder.Write("in/c-hostile.json", Right.Replace("\"s1\"", "\"<script>alert(1)</script>\"", StringComparison.Ordinal));
        folder.Write("in/notes.txt", "no answers");
        Directory.CreateDirectory(Path.Combine(folder.Path, "in", "folder.json"));
        var output = Path.Combine(folder.Path, "out");

        var run = CommandRun.Of("batch", Path.Combine(folder.Path, "in"), "-o", output, "--jobs", "2");

        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        var lines = File.ReadLines(Path.Combine(output, "results.jsonl")).Select(JObject.Parse).ToList();
        Assert.That(lines.Select(line => (string?)line["file"]), Is.EqualTo(new[] { "a-broken.json", "b/good.json", "c-hostile.json", "folder.json" }));
        Assert.That(lines.Select(line => (string?)line["status"]), Is.EqualTo(new[] { "unreadable", "graded", "graded", "unreadable" }));
        Assert.That(File.ReadAllText(Path.Combine(output, "index.html")), Does.Contain("students/b-good.html").And.Not.Contain("<script>alert"));
        Assert.That(File.ReadAllText(Path.Combine(output, "students", "c-hostile.html")), Does.Not.Contain("<script>alert"));
        Assert.That(Directory.GetFiles(output, "*.partial", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void Batch_TwoFilesOfOneStudent_GradesBothAndPointsThemOut()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/first.json", Right);
        folder.Write("in/second.json", Right);
        var output = Path.Combine(folder.Path, "out");
        var run = CommandRun.Of("batch", Path.Combine(folder.Path, "in"), "-o", output);
        Assert.That(run.Output, Does.Contain("more than once").And.Contain("first.json, second.json"));
        Assert.That(File.ReadLines(Path.Combine(output, "results.jsonl")).Count(), Is.EqualTo(2));
    }

    [Test]
    public void Batch_OutputBelowTheFolder_IsNotGradedItself()
    {
        using var folder = new TemporaryFolder();
        folder.Write("good.json", Right);
        folder.Write("out/stray.json", Right);
        CommandRun.Of("batch", folder.Path, "-o", Path.Combine(folder.Path, "out"));
        Assert.That(File.ReadLines(Path.Combine(folder.Path, "out", "results.jsonl")).Count(), Is.EqualTo(1));
    }

    [Test]
    public void Batch_OutputThatIsAFile_EndsWith2()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/good.json", Right);
        var run = CommandRun.Of("batch", Path.Combine(folder.Path, "in"), "-o", folder.Write("taken", ""));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("cannot be written"));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("abc")]
    [TestCase("1.5")]
    [TestCase("99999999999")]
    public void Batch_JobsThatAreNoNumberFrom1_EndsWith2AndSaysSo(string jobs)
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/good.json", Right);
        var run = CommandRun.Of("batch", Path.Combine(folder.Path, "in"), "-o", Path.Combine(folder.Path, "out"), "--jobs", jobs);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable), run.Error);
        Assert.That(run.Error, Does.Contain("--jobs").And.Contain(jobs));
    }

    [Test]
    public void Batch_OutputThatIsTheFolderItself_EndsWith2AndSaysSo()
    {
        using var folder = new TemporaryFolder();
        folder.Write("good.json", Right);
        var run = CommandRun.Of("batch", folder.Path, "-o", folder.Path + Path.DirectorySeparatorChar);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("cannot go into that folder itself"));
    }

    [Test]
    public void Batch_WhateverTheJobs_GivesTheSameLines()
    {
        using var folder = new TemporaryFolder();
        for (var k = 0; k < 20; k++) folder.Write($"in/{k:00}.json", Right.Replace("s1", $"s{k}", StringComparison.Ordinal));
        string Lines(string jobs)
        {
            var output = Path.Combine(folder.Path, "out" + jobs);
            CommandRun.Of("batch", Path.Combine(folder.Path, "in"), "-o", output, "--jobs", jobs);
            return File.ReadAllText(Path.Combine(output, "results.jsonl"));
        }

        Assert.That(Lines("1"), Is.EqualTo(Lines("4")));
    }
}
