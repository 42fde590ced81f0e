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
        Assert.That(run.Output, Does.Contain($"{sheet}:2:16: error: \"kin\" is no key of questions[0]. Known are: given, id, parts, sizes, symbols, tolerance. [unreadable]")
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

    [Test]
    public void Lint_Strict_FailsOnWarnings()
    {
        using var folder = new TemporaryFolder();
        var sheet = Path.Combine(folder.Path, "linear-regression");
        CommandRun.Of("author", "new", sheet);
        Assert.That(CommandRun.Of("author", "lint", sheet, "--strict").Exit, Is.EqualTo(ExitCode.Well));
        Directory.Delete(Path.Combine(sheet, "right"), recursive: true);

        var run = CommandRun.Of("author", "lint", sheet, "--strict");

        Assert.That((run.Exit, CommandRun.Of("author", "lint", sheet).Exit), Is.EqualTo((ExitCode.NotWell, ExitCode.Well)));
        Assert.That(run.Output, Does.Contain("0 errors, 1 warning."));
    }

    [Test]
    public void New_InAFreshFolder_BeginsASheetThatIsCleanAtOnce()
    {
        using var folder = new TemporaryFolder();
        var sheet = Path.Combine(folder.Path, "worksheets", "linear-regression");

        var begun = CommandRun.Of("author", "new", sheet);

        Assert.That(begun.Exit, Is.EqualTo(ExitCode.Well), begun.Error);
        Assert.That(begun.Output, Does.Contain(Path.Combine(sheet, "wrong", "signs-and-factors.expected.json")).And.Contain($"grader author lint {sheet}"));
        var lint = CommandRun.Of("author", "lint", sheet);
        Assert.That((lint.Exit, lint.Output), Is.EqualTo((ExitCode.Well, $"{sheet}: 0 errors, 0 warnings.{Environment.NewLine}")));
        var test = CommandRun.Of("author", "test", sheet);
        Assert.That((test.Exit, test.Output), Is.EqualTo((ExitCode.Well, test.Output)));
        Assert.That(test.Output, Does.StartWith("1 right and 1 wrong samples: 6 answers earn what is promised, 0 not."));
        Assert.That(CommandRun.Of("show", "linear-regression", "1.gradient", "--exercises", Path.GetDirectoryName(sheet)!).Output, Does.Contain("w"));
        Assert.That(CommandRun.Of("answer", "linear-regression/1.gradient", "--exercises", Path.GetDirectoryName(sheet)!).Output, Does.Contain("-5"));
        Assert.That(CommandRun.Of("selftest", "linear-regression", "--exercises", Path.GetDirectoryName(sheet)!).Exit, Is.EqualTo(ExitCode.Well));
    }

    [Test]
    public void New_WhereAFileIsInTheWay_WritesNothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sheet/statements.md", "mine");

        var run = CommandRun.Of("author", "new", Path.Combine(folder.Path, "sheet"));

        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("statements.md' is there already and was left as it is."));
        Assert.That(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "sheet")).Select(Path.GetFileName), Is.EqualTo(new[] { "statements.md" }));
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "sheet", "statements.md")), Is.EqualTo("mine"));
    }

    [TestCase("My Sheet")]
    [TestCase("a\"b")]
    public void New_UnderANameThatCannotBeOne_SaysWhatCan(string name)
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("author", "new", Path.Combine(folder.Path, name));
        Assert.That((run.Exit, Directory.Exists(Path.Combine(folder.Path, name))), Is.EqualTo((ExitCode.Unusable, false)));
        Assert.That(run.Error, Does.Contain("Use small letters, digits and hyphens"));
    }

    [Test]
    public void Test_OfASampleThatEarnsSomethingElse_ShowsPromiseAndFeedback()
    {
        using var folder = new TemporaryFolder();
        var sheet = Path.Combine(folder.Path, "sheet");
        CommandRun.Of("author", "new", sheet);
        var expected = Path.Combine(sheet, "wrong", "signs-and-factors.expected.json");
        File.WriteAllText(expected, File.ReadAllText(expected).Replace("wrong-sign", "missing-term", StringComparison.Ordinal));

        var run = CommandRun.Of("author", "test", sheet);

        Assert.That(run.Exit, Is.EqualTo(ExitCode.NotWell));
        Assert.That(run.Output.ReplaceLineEndings("\n"), Does.StartWith("""
            wrong/signs-and-factors.json
              1.step, signs-and-factors.expected.json:4:5
                promised:  incorrect (missing-term)
                earned:    incorrect (wrong-sign), 0 of 1
                read as:   w + eta * (w^T * x - y) * x
                told:      This step goes uphill.  [wrong-sign]
            1 right and 1 wrong samples: 5 answers earn what is promised, 1 not.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Test_OfASheetThatCannotBeRead_PointsToLint()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sheet/worksheet.json", "{ }");
        var run = CommandRun.Of("author", "test", Path.Combine(folder.Path, "sheet"));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("grader author lint"));
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
