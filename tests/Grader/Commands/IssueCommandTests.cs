using Grader.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

public sealed class IssueCommandTests
{
    private const string Sheet = "sgd-backprop-tables";

    private static TemporaryFolder Issued()
    {
        var folder = new TemporaryFolder();
        var roster = folder.Write("class.csv", "id,name\ns1,Ada\ns2,Boole\n../s3,Evil\n");
        var run = CommandRun.Of("issue", Sheet, "--roster", roster, "--seed", "autumn", "-o", Path.Combine(folder.Path, "out"));
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        return folder;
    }

    private static string Filled(TemporaryFolder folder, string student, string answers, string? variant = null)
    {
        var file = JObject.Parse(File.ReadAllText(Path.Combine(folder.Path, "out", student, $"{Sheet}.json")));
        file["answers"] = JObject.Parse(answers);
        if (variant is not null) file["variant"] = variant;
        return folder.Write($"hand-in/{student}.json", file.ToString());
    }

    [Test]
    public void Issue_IdThatStandsThereAgain_InCapitalsToo_GetsOneSheetAndIsNamed()
    {
        using var folder = new TemporaryFolder();
        var roster = folder.Write("class.csv", "id,name\nann,A\nann,A\nANN,B\n");
        var run = CommandRun.Of("issue", Sheet, "--roster", roster, "--seed", "autumn", "-o", Path.Combine(folder.Path, "out"));
        Assert.That(run.Error, Does.Contain("\"ann\" stands there 3 times"));
        Assert.That(Directory.EnumerateDirectories(Path.Combine(folder.Path, "out")).Select(Path.GetFileName), Is.EqualTo(new[] { "ann" }));
    }

    [Test]
    public void Issue_CountThatIsNoNumber_IsSaidInWords()
    {
        var run = CommandRun.Of("issue", Sheet, "--check-variants", "abc");
        Assert.That(run.Error, Does.Contain("--check-variants must be a whole number, but is 'abc'").And.Not.Contain("System."));
    }

    [Test]
    public void Issue_Points_AreCountedInTheSingularToo()
    {
        using var folder = Issued();
        var page = File.ReadAllText(Path.Combine(folder.Path, "out", "s1", $"{Sheet}.html"));
        Assert.That(page, Does.Not.Contain("<span>1 points</span>").And.Contain(" points</span>"));
    }

    [Test]
    public void Check_EmptyPhrase_IsRefused()
    {
        using var folder = Issued();
        var run = CommandRun.Of("check", Filled(folder, "s1", "{}"), "--variant-seed", "");
        Assert.That(run.Exit, Is.Not.EqualTo(ExitCode.Well));
        Assert.That(run.Error, Does.Contain("--variant-seed is empty."));
    }

    /// <summary>At the given numbers both entries of the gradient happen to be 0, which none of a student's own numbers repeats.</summary>
    [Test]
    public void Issue_SheetWithoutVariants_IsToldWhatStandsInTheWay()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sheets/ridge/statements.md", "# Ridge regression\n## Question 1: One\n### 1.gradient: The gradient\nFind it.\n#### Explanation\nSo.\n#### Look at next\nThere.\n");
        folder.Write("sheets/ridge/worksheet.json", """
            { "id": "ridge", "questions": [ { "id": "1", "sizes": { "n": [2, 5], "d": [2, 3] },
              "symbols": { "X": { "shape": ["n", "d"], "low": -2, "high": 2 }, "y": { "shape": ["n"] }, "w": { "shape": ["d"] } },
              "given": { "X": [[1, 0], [0, 1]], "y": [1, 2], "w": [1, 2] },
              "parts": [ { "id": "1.gradient", "kind": "function", "points": 2, "inputs": ["X", "y", "w"], "shape": ["d"], "method": "Gradient",
                "canonical": "X^T (X w - y)" } ] } ] }
            """);

        var run = CommandRun.Of("issue", "ridge", "--exercises", Path.Combine(folder.Path, "sheets"), "--check-variants", "5");

        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("No fresh numbers were found for question 1 of ridge").And.Contain("\"given\"").And.Not.Contain("   at "));
    }

    [Test]
    public void Issue_WritesASheetAndAnAnswerFileForEachAndAListOfCodes()
    {
        using var folder = Issued();

        var list = File.ReadAllText(Path.Combine(folder.Path, "out", "issued.csv"));
        Assert.That(list, Does.Contain("s1,Ada,").And.Contain("s2,Boole,"));
        var page = File.ReadAllText(Path.Combine(folder.Path, "out", "s1", $"{Sheet}.html"));
        Assert.That(page, Does.Contain("Your numbers").And.Contain("Ada").And.Not.Contain("0.8808"));
        Assert.That(Directory.GetDirectories(Path.Combine(folder.Path, "out")), Has.Length.EqualTo(3), "No id leads out of the folder.");
        Assert.That(CommandRun.Of("issue", Sheet, "--roster", Path.Combine(folder.Path, "class.csv"), "--seed", "x", "-o", Path.Combine(folder.Path, "out")).Error, Does.Contain("is not empty"));
    }

    [Test]
    public void Check_OwnNumbers_AreTakenFromTheFilesCode()
    {
        using var folder = Issued();
        var own = Given(File.ReadAllText(Path.Combine(folder.Path, "out", "s1", $"{Sheet}.html")));
        static string Table(double x) => new JObject
        {
            ["2a.table"] = new JObject { ["i"] = 2 * x, ["ii"] = 3 * x, ["iii"] = 4 * x, ["iv"] = 5 * x, ["v"] = 4 * x, ["vi"] = 3 * x, ["vii"] = 5 * x },
        }.ToString();

        Assert.That(Verdict(CommandRun.Of("check", Filled(folder, "s1", Table(own)), "--format", "json")), Is.EqualTo("correct"));
        Assert.That(Verdict(CommandRun.Of("check", Filled(folder, "s1", Table(1)), "--format", "json")), Is.Not.EqualTo("correct"));
    }

    [Test]
    public void Check_AnothersCode_IsSeenWithTheSeedAndTheRightNumbersAreTaken()
    {
        using var folder = Issued();
        var other = (string?)JObject.Parse(File.ReadAllText(Path.Combine(folder.Path, "out", "s2", $"{Sheet}.json")))["variant"];

        var run = CommandRun.Of("check", Filled(folder, "s1", """{"1a.gradient": "-x_j (y - h)"}""", other), "--variant-seed", "autumn", "--format", "json");

        Assert.That(JObject.Parse(run.Output).SelectToken("$.problems[0].code")?.ToString(), Is.EqualTo("foreign-variant"));
        var honest = CommandRun.Of("check", Filled(folder, "s1", """{"1a.gradient": "-x_j (y - h)"}"""), "--variant-seed", "autumn", "--format", "json");
        Assert.That(JObject.Parse(honest.Output)["problems"], Is.Null);
    }

    [TestCase("\"nonsense\"", "bad-variant")]
    [TestCase("null", null)]
    public void Check_CodeThatIsNone_IsSaid(string code, string? problem)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.json", $$$"""{"worksheet": "{{{Sheet}}}", "student": "s", "variant": {{{code}}}, "answers": {"1a.gradient": "-x_j (y - h)"}}""");

        Assert.That(JObject.Parse(CommandRun.Of("check", file, "--format", "json").Output).SelectToken("$.problems[0].code")?.ToString(), Is.EqualTo(problem));
    }

    [Test]
    public void Batch_FileWithoutItsCode_IsJudgedByTheStudentsNumbersAndSaysSo()
    {
        using var folder = Issued();
        folder.Write("class-in/s1.json", $$$$"""{"worksheet": "{{{{Sheet}}}}", "student": "s1", "answers": {"2a.table": {"i": 2}}}""");
        var output = Path.Combine(folder.Path, "results");

        Assert.That(CommandRun.Of("batch", Path.Combine(folder.Path, "class-in"), "-o", output, "--variant-seed", "autumn").Exit, Is.EqualTo(ExitCode.Well));

        var line = JObject.Parse(File.ReadAllText(Path.Combine(output, "results.jsonl")));
        Assert.That(line.SelectToken("$.problems[0].code")?.ToString(), Is.EqualTo("missing-variant"));
        Assert.That(line.SelectToken("$.parts[?(@.part == '2a.table')].verdict")?.ToString(), Is.EqualTo("incorrect"), "2 belongs to the x of the sheet.");
    }

    [TestCase("Who is to get a sheet?")]
    [TestCase("The numbers need a seed.", "--roster", "ROSTER")]
    [TestCase("cannot be compared", "--check-variants", "1")]
    public void Issue_CallThatIsNotWhole_SaysWhatIsMissing(string message, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var roster = folder.Write("class.csv", "id\ns1\n");

        var run = CommandRun.Of(["issue", Sheet, .. options.Select(option => option == "ROSTER" ? roster : option)]);

        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain(message));
    }

    [Test]
    public void Issue_CheckVariants_ShowsTheMeasureOfEachPart()
    {
        var run = CommandRun.Of("issue", Sheet, "--check-variants", "5");

        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        Assert.That(run.Output, Does.Contain("2b.partials").And.Contain("The reference gets full marks on 5 of 5."));
    }

    private static string? Verdict(CommandRun run) => (string?)JObject.Parse(run.Output).SelectToken("$.parts[?(@.part == '2a.table')].verdict");

    /// <summary>x of question 2a, from the hand-out's table.</summary>
    private static double Given(string page)
    {
        var question = page[page.IndexOf("Question 2a", StringComparison.Ordinal)..];
        var row = System.Text.RegularExpressions.Regex.Match(question, "<span class=\"unseen\">x</span>.*?<td>.*?<mn>(?<x>[0-9.]+)</mn>", System.Text.RegularExpressions.RegexOptions.Singleline);
        return double.Parse(row.Groups["x"].Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
