using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Grader.Checking;

namespace Grader.Tests.Checking;

[TestFixture]
public sealed partial class FeedbackCodesTests
{
    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    private static string Text(string folder, string pattern) => string.Concat(
        Directory.EnumerateFiles(Path.Combine(Root(), folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(nameof(FeedbackCodesTests) + ".cs", StringComparison.Ordinal))
            .Select(File.ReadAllText));

    private static readonly string[] Codes = [.. FeedbackCodes.All.Select(code => code.Code)];

    [Test]
    public void All_Codes_AreKebabCaseAndOnce()
    {
        Assert.That(Codes, Is.Unique);
        Assert.That(Codes, Has.All.Matches("^[a-z]+(-[a-z0-9]+)*$"));
    }

    [Test]
    public void All_CodesOfMessages_AreInTheCatalogue()
    {
        var said = MessageCode().Matches(Text("src/Grader/Checking", "Messages.cs") + Text("src/Grader/Submissions", "FileMessages.cs")
                + Text("src/Formulas/Analysis/Mutation", "MistakeSentences.cs"))
            .Select(match => match.Groups[1].Value).Distinct();
        Assert.That(said.Except(Codes), Is.Empty);
    }

    [Test]
    public void All_CodesOfWorksheets_AreInTheCatalogue()
    {
        var used = WorksheetCode().Matches(Text("exercises", "worksheet.json")).Select(match => match.Groups[1].Value).Distinct();
        Assert.That(used.Except(Codes), Is.Empty);
    }

    [Test]
    public void All_CodesOfTheLanguage_AreInTheCatalogue()
    {
        var language = typeof(Formulas.Text.Codes).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.That(language.Except(Codes), Is.Empty);
    }

    [TestCaseSource(nameof(Codes))]
    public void Code_OfTheCatalogue_IsNamedByATest(string code)
    {
        var tests = Text("tests", "*.cs") + Text("exercises", "*.expected.json");
        var field = typeof(Formulas.Text.Codes).GetFields().FirstOrDefault(field => (string)field.GetRawConstantValue()! == code);
        var isNamed = tests.Contains($"\"{code}\"", StringComparison.Ordinal)
            || (field is not null && Regex.IsMatch(tests, $@"\bCodes\.{field.Name}\b"));
        Assert.That(isNamed, $"No test names {code}.");
    }

    [GeneratedRegex("new\\(\\s*\"([a-z-]+)\",", RegexOptions.CultureInvariant)]
    private static partial Regex MessageCode();

    [GeneratedRegex("\"code\": \"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex WorksheetCode();
}
