using Grader.Commands;

namespace Grader.Tests.Commands;

public sealed class CommandLineRunTests
{
    [Test]
    public void Call_WithoutArguments_ShowsOverview()
    {
        var run = CommandRun.Of();
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        foreach (var row in CommandTable.Rows) Assert.That(run.Output, Does.Contain($"grader {row.Usage}"));
    }

    [TestCase("chekc", "check")]
    [TestCase("lst", "list")]
    [TestCase("self-test", "selftest")]
    public void Call_OfMistypedCommand_NamesTheNearOne(string written, string meant)
    {
        var run = CommandRun.Of(written);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain($"There is no command '{written}'").And.Contain($"Did you mean \"{meant}\"?"));
    }

    [TestCase("check")]
    [TestCase("batch", ".")]
    [TestCase("batch", ".", "-o", "out", "--jobs", "0")]
    [TestCase("show")]
    [TestCase("list", "--format", "xml")]
    [TestCase("list", "--exercises", "no-such-folder")]
    [TestCase("show", "backprop-practise")]
    [TestCase("show", "backprop-practice", "9z")]
    [TestCase("answer", "backprop-practice")]
    [TestCase("answer", "--jsonl", "backprop-practice/2c.dw")]
    [TestCase("check", "a.json", "b.json", "--report", "out.html")]
    [TestCase("--frobnicate")]
    public void Call_ThatCannotBeUsed_SaysWhyAndEndsWith2(params string[] arguments)
    {
        var run = CommandRun.Of(arguments);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error.Trim(), Is.Not.Empty);
        Assert.That(run.Error, Does.Not.Contain("   at "), "No stack trace.");
    }

    [Test]
    public void Call_WithFileNamedLikeResponseFile_TakesItAsName()
    {
        var run = CommandRun.Of("check", "@answers.json");
        Assert.That(run.Error, Does.Contain("@answers.json"));
    }
}
