using Grader.Commands;

namespace Grader.Tests.Commands;

public sealed class AuthorCommandTests
{
    [Test]
    public void Lint_OfABrokenSheet_NamesEveryProblemWithItsPlace()
    {
        using var folder = new TemporaryFolder();
        var sheet = folder.Write("sheet/worksheet.json", """
            { "id": "sheet", "questions": [
              { "id": "1", "kin": 3, "parts": [
                { "id": "1.a", "kind": "choose", "points": 1 } ] } ] }
            """);
        folder.Write("sheet/statements.md", "# A sheet\n## Question 1: One\n### 1.b: Two\n");

        var run = CommandRun.Of("author", "lint", Path.GetDirectoryName(sheet)!);

        Assert.That(run.Exit, Is.EqualTo(ExitCode.NotWell));
        Assert.That(run.Output, Does.Contain($"{sheet}:2:21: error: \"kin\" is no key of questions[0]. Known are: given, id, parts, sizes, symbols, tolerance. [unreadable]")
            .And.Contain($"{sheet}:3:").And.Contain("\"choose\" is no kind of part.")
            .And.Contain($"{Path.Combine(folder.Path, "sheet", "statements.md")}:3:1: error: The worksheet has no part 1.b."));
        Assert.That(run.Output, Does.EndWith($"{Path.GetDirectoryName(sheet)}: 4 errors, 0 warnings.{Environment.NewLine}"));
    }

    [Test]
    public void Lint_AsJson_HasALineForEachFinding()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sheet/worksheet.json", "{ \"id\": \"sheet\", ");
        folder.Write("sheet/statements.md", "# A sheet\n");

        var run = CommandRun.Of("author", "lint", Path.Combine(folder.Path, "sheet"), "--format", "json");

        var line = Newtonsoft.Json.Linq.JObject.Parse(run.Output.Trim());
        Assert.That(((string?)line["level"], (string?)line["rule"], (int?)line["line"]), Is.EqualTo(("error", "unreadable", 1)));
    }

    [TestCase("nowhere", "There is no folder")]
    [TestCase("", "holds no worksheet.json")]
    public void Lint_OfNoWorksheet_SaysWhatToName(string name, string message)
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("author", "lint", Path.Combine(folder.Path, name));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain(message));
    }
}
