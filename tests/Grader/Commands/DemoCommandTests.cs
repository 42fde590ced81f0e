using Grader.Commands;
using Grader.Demos;

namespace Grader.Tests.Commands;

public sealed class DemoCommandTests
{
    [Test]
    public void Demo_WithoutName_ListsEachWithALine()
    {
        var run = CommandRun.Of("demo");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well));
        foreach (var demo in DemoTable.Rows) Assert.That(run.Output, Does.Contain($"{demo.Name,-18}{demo.Summary}"));
    }

    [Test]
    public void Demo_Named_WritesOnePageThatNeedsNothingElse([ValueSource(typeof(DemoTable), nameof(DemoTable.Names))] string name)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "page.html");
        // Its numbers are chosen one by one; all others draw theirs.
        var (option, value) = name == "backprop" ? ("--a", "2") : ("--seed", "5");
        var run = CommandRun.Of("demo", name, "-o", path, option, value);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        var page = File.ReadAllText(path);
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("<link").And.Not.Contain("<img").And.Not.Contain("src=").And.Not.Contain("href=\"http").And.Not.Contain("url("));
        Assert.That(page, Does.Contain($"grader demo {name} {option} {value}").And.Contain("<svg").And.Contain("<table"));
        if (name != "backprop") Assert.That(page, Does.Contain("<desc").And.Contain("The numbers"), "A plot has its words and its table.");
        Assert.That(run.Output, Does.Contain(path));
    }

    [Test]
    public void Demo_Page_NamesThePartsThatItSettles()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "page.html");
        Assert.That(CommandRun.Of("demo", "symmetry", "-o", path).Exit, Is.EqualTo(ExitCode.Well));
        Assert.That(File.ReadAllText(path), Does.Contain("1b.relation, 1c.relation, 1d.relation, 1e.claims, 1e.why"));
    }

    [TestCase("no experiment 'symetry'", "demo", "symetry")]
    [TestCase("--units 9 is outside its range: it is a whole number from 2 to 8.", "demo", "symmetry", "--units", "9")]
    [TestCase("The experiment logistic has no --units.", "demo", "logistic", "--units", "3")]
    [TestCase("cannot be written", "demo", "skip-layer", "-o", "no-such-folder/page.html")]
    public void Demo_ThatCannotBeRun_SaysWhy(string expected, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain(expected).And.Not.Contain("   at "));
    }

    [TestCase("feedback", true)]
    [TestCase("verdict", false)]
    public void Check_WrongChoice_PointsToTheExperiment(string reveal, bool named)
    {
        const string Answers = """{"worksheet": "backprop-practice", "student": "s1", "answers": {"1b.relation": "all-different"}}""";
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "page.html");
        var run = CommandRun.Of("check", folder.Write("a.json", Answers), "--reveal", reveal, "--report", page);
        Assert.That(run.Output.Contains("See it happen: grader demo symmetry", StringComparison.Ordinal), Is.EqualTo(named));
        Assert.That(File.ReadAllText(page).Contains("grader demo symmetry", StringComparison.Ordinal), Is.EqualTo(named));
    }

    [TestCase("feedback", false)]
    [TestCase("solution", true)]
    public void Check_WrongFormula_PointsToTheExperimentWithTheSolutionOnly(string reveal, bool named)
    {
        const string Answers = """{"worksheet": "naive-bayes-dead-relu", "student": "s1", "answers": {"2.w": "w0 - w1"}}""";
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "page.html");
        var run = CommandRun.Of("check", folder.Write("a.json", Answers), "--reveal", reveal, "--report", page);
        Assert.That(run.Output.Contains("grader demo softmax-logistic", StringComparison.Ordinal), Is.EqualTo(named), run.Output);
        Assert.That(File.ReadAllText(page).Contains("grader demo softmax-logistic", StringComparison.Ordinal), Is.EqualTo(named));
    }
}
