using Grader.Authoring;
using Grader.Tests.Exercises;

namespace Grader.Tests.Authoring;

/// <summary>Samples beside a sheet: what they earn against what is promised of them.</summary>
public sealed class SampleRulesTests
{
    private const string Wrong = """
        { "worksheet": "sheet", "student": "sample", "answers": {
          "1.gradient": "2 (w . x - y) x",
          "1.claims": ["two"] } }
        """;

    private const string Expected = """
        { "parts": {
          "1.gradient": { "verdict": "incorrect", "codes": ["constant-factor"] },
          "1.claims": { "verdict": "incorrect", "codes": [] } } }
        """;

    [Test]
    public void Lint_OfSamplesThatEarnWhatIsPromised_FindsNothing() =>
        Assert.That(Lint(("wrong/a.json", Wrong), ("wrong/a.expected.json", Expected)), Is.Empty);

    [Test]
    public void Lint_OfARightSampleThatIsWrong_SaysWhatItEarns()
    {
        var found = Lint(("right/b.json", Wrong));
        Assert.That(found.Select(finding => (finding.Rule.Name, finding.Problem.Position?.Line)), Is.EqualTo(new[] { ("sample-not-right", (int?)2), ("sample-not-right", 3) }));
        Assert.That(found[0].Problem.Message, Is.EqualTo("The answer to 1.gradient in right/b.json is incorrect (constant-factor), not right. It was told: The half cancels the 2."));
    }

    [TestCase("constant-factor", "missing-factor", 2, "sample-differs", "The answer to 1.gradient in wrong/a.json is incorrect (constant-factor), but incorrect (missing-factor) is promised. It was told: The half cancels the 2.", TestName = "AnotherCode")]
    [TestCase("\"incorrect\", \"codes\": []", "\"partial\", \"codes\": []", 3, "sample-differs", "The answer to 1.claims in wrong/a.json is incorrect", TestName = "AnotherVerdict")]
    [TestCase("constant-factor", "constant-facto", 2, "sample-unclear", "\"constant-facto\" is no feedback code.", TestName = "MisspeltCode")]
    [TestCase("\"incorrect\", \"codes\": []", "\"wrong\", \"codes\": []", 3, "sample-unclear", "\"wrong\" is no verdict.", TestName = "MisspeltVerdict")]
    [TestCase("\"codes\": []", "\"code\": []", 3, "sample-unclear", "\"code\" is no key of parts['1.claims'].", TestName = "MisspeltKey")]
    [TestCase("1.claims", "1.clams", 3, "sample-unclear", "a.json has no answer to 1.clams.", TestName = "PromiseWithoutAnAnswer")]
    [TestCase("{ \"parts\"", "{ parts", 1, "sample-unclear", "\"parts\" is missing in the worksheet.", TestName = "NoParts")]
    public void Lint_OfAPromiseThatIsNotKept_NamesIt(string from, string to, int line, string rule, string message)
    {
        var expected = from.StartsWith('{') ? "{ }" : Expected.Replace(from, to, StringComparison.Ordinal);
        var found = Lint(("wrong/a.json", Wrong), ("wrong/a.expected.json", expected)).First(finding => finding.Problem.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.That((found.Rule.Name, Path.GetFileName(found.Problem.File), found.Problem.Position?.Line), Is.EqualTo((rule, "a.expected.json", (int?)line)));
    }

    [Test]
    public void Lint_OfAnAnswerWithoutAPromise_NamesIt()
    {
        var found = Lint(("wrong/a.json", Wrong), ("wrong/a.expected.json", "{ \"parts\": { \"1.claims\": { \"verdict\": \"incorrect\" } } }")).Single();
        Assert.That((found.Rule.Name, found.Problem.Position?.Line, found.Problem.Message), Is.EqualTo(("sample-unclear", (int?)2, "Nothing says what the answer to 1.gradient must earn.")));
    }

    [Test]
    public void Lint_OfAWrongSampleWithoutPromises_AsksForThem()
    {
        var found = Lint(("wrong/a.json", Wrong)).Single();
        Assert.That((found.Rule.Name, found.Problem.Message), Is.EqualTo(("sample-unclear", "Nothing says what this sample must earn.")));
        Assert.That(found.Problem.Hint, Does.StartWith("Write a.expected.json beside it"));
    }

    [Test]
    public void Lint_OfPromisesWithoutASample_NamesThem() =>
        Assert.That(Lint(("wrong/b.expected.json", Expected)).Single().Problem.Message, Is.EqualTo("There is no sample of this name beside it."));

    [TestCase("\"sheet\"", "\"shet\"", "The sample answers the worksheet \"shet\", not \"sheet\".")]
    [TestCase("1.claims", "1.clams", "The worksheet sheet has no part \"1.clams\".")]
    [TestCase("] } }", "]", "")]
    public void Lint_OfASampleThatCannotBeTaken_SaysWhy(string from, string to, string message)
    {
        var found = Lint(("wrong/a.json", Wrong.Replace(from, to, StringComparison.Ordinal)), ("wrong/a.expected.json", Expected));
        Assert.That(found.Select(finding => finding.Rule.Name), Does.Contain("sample-unclear"));
        Assert.That(found.Select(finding => finding.Problem.Message), Has.Some.Contains(message));
    }

    [Test]
    public void Lint_OfASheetWithoutSamples_AsksForOne()
    {
        using var folder = new WorksheetFolder("sheet", AuthoredSheet.Json, AuthoredSheet.Statements);
        var found = Grader.Authoring.Lint.Run(folder.Path).Single();
        Assert.That((found.Rule.Name, found.Rule.Level), Is.EqualTo(("no-samples", FindingLevel.Warning)));
    }

    private static IReadOnlyList<Finding> Lint(params (string Path, string Text)[] samples) =>
        AuthoredSheet.LintFiles(AuthoredSheet.Json, AuthoredSheet.Statements, samples);
}
