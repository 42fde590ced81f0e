using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Grader.Authoring;

namespace Grader.Tests.Authoring;

/// <summary>Every rule is explained to authors, and shown to find something.</summary>
public sealed partial class LintRulesTests
{
    [Test]
    public void Rules_AreThoseOfTheTableInTheDocs()
    {
        var rows = Row().Matches(File.ReadAllText(InRepository("docs", "author-lint.md"))).Select(row => (row.Groups["rule"].Value, row.Groups["level"].Value));
        Assert.That(rows, Is.EqualTo(LintRules.All.Select(rule => (rule.Name, rule.Level == FindingLevel.Error ? "error" : "warning"))));
    }

    [TestCaseSource(typeof(LintRules), nameof(LintRules.All))]
    public void Rule_IsNamedByATest(LintRule rule)
    {
        var tests = Directory.EnumerateFiles(InRepository("tests", "Grader", "Authoring"), "*.cs").Select(File.ReadAllText);
        Assert.That(tests, Has.Some.Contains($"\"{rule.Name}\""));
    }

    private static string InRepository(params string[] names) => Path.Combine([Root(), .. names]);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"^\| `(?<rule>[a-z-]+)` \| (?<level>error|warning) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
