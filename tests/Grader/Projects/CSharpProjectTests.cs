using System.Diagnostics;
using Compiling;
using Grader.Checking.Methods;
using Grader.Commands;
using Grader.Exercises;
using Grader.Projects;
using Grader.Reporting;
using Grader.Tests.Commands;
using Grader.Tests.Exercises;
using Scanning;

namespace Grader.Tests.Projects;

/// <summary>The project that a student starts from: it compiles at once, asks the grader, and tells nothing.</summary>
public sealed class CSharpProjectTests
{
    private static readonly string Templates = Path.Combine(AppContext.BaseDirectory, "templates", "csharp");

    private static IEnumerable<TestCaseData> Worksheets() =>
        RepositoryExercises.Ids.Select(id => new TestCaseData(Worksheet(id)).SetArgDisplayNames(id));

    [TestCaseSource(nameof(Worksheets))]
    public void Stubs_OfEachWorksheet_CompileWithoutWarnings(Worksheet worksheet)
    {
        var outcome = SourceCompiler.Compile([new("Answers.cs", Stubs(worksheet))]);
        Assert.That(outcome, Is.InstanceOf<Compiled.Success>(), (outcome as Compiled.Refused)?.Problems[0].Message);
        var success = (Compiled.Success)outcome;
        Assert.That(success.Warnings, Is.Empty);
        Assert.That(((ScanReport.Readable)Scan.Report(success.Assembly, ScanPolicy.Default)).Findings, Is.Empty);
    }

    [TestCaseSource(nameof(Worksheets))]
    public void Stubs_OfEachWorksheet_HaveOneMethodForEachPartThatIsCode(Worksheet worksheet)
    {
        var asked = worksheet.Parts.Select(MethodContract.Of).OfType<MethodContract>().ToList();
        var stubs = Stubs(worksheet);
        Assert.That(asked, Is.Not.Empty);
        Assert.That(asked.Select(method => method.Name), Is.Unique);
        Assert.That(asked.Select(method => method.Signature), Has.All.Matches<string?>(signature => stubs.Contains(signature!, StringComparison.Ordinal)));
        Assert.That(stubs.Split("NotImplementedException(").Length - 1, Is.EqualTo(asked.Count));
    }

    [TestCase("initialization-skip-layer", "public static double WeightCount(int L, double[] d)")]
    [TestCase("logistic-initialization", "public static double[] Fit(double[,] X, double[] y)")]
    [TestCase("naive-bayes-dead-relu", "public static (double theta_y, double[,] theta) Fit(double[,] X, double[] y)")]
    public void Stubs_OfSizesAndFits_TakeAndReturnWhatTheWorksheetNames(string worksheet, string signature) =>
        Assert.That(Stubs(Worksheet(worksheet)), Does.Contain(signature + " =>"));

    [TestCaseSource(nameof(Worksheets))]
    public void Project_OfEachWorksheet_TellsNoAnswer(Worksheet worksheet)
    {
        const int ShortestTellingFormula = 12;
        var text = string.Join('\n', Files(worksheet).Select(file => file.Text));
        var told =
            from part in worksheet.Parts
            from specification in PartDescription.Specifications(part.Kind)
            where specification.Canonical.Length >= ShortestTellingFormula && text.Contains(specification.Canonical, StringComparison.Ordinal)
            select $"{part.Id}: {specification.Canonical}";
        Assert.That(told, Is.Empty);
    }

    [Test]
    public void Files_HoldNoHoleThatWasNotFilled() =>
        Assert.That(Files(Worksheet("backprop-practice")).Where(file => file.Text.Contains("{{", StringComparison.Ordinal)).Select(file => file.Path), Is.Empty);

    [Test]
    public void New_OverAProjectThatIsThere_ChangesNothing()
    {
        using var folder = new TemporaryFolder();
        var own = folder.Write("Answers/Answers.cs", "// my work");
        var run = CommandRun.Of("new", "backprop-practice", "--csharp", "-o", folder.Path);
        Assert.Multiple(() =>
        {
            Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
            Assert.That(run.Error, Does.Contain("is there already and was left as it is"));
            Assert.That(File.ReadAllText(own), Is.EqualTo("// my work"));
            Assert.That(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories), Is.EqualTo(new[] { own }));
        });
    }

    [Test]
    public void Project_WithoutItsGrader_SaysHowToNameIt()
    {
        using var folder = new TemporaryFolder();
        Assert.That(CommandRun.Of("new", "sgd-backprop-tables", "--csharp", "-o", folder.Path).Exit, Is.EqualTo(ExitCode.Well));
        var output = DotnetTest(folder.Path, grader: "/nowhere/grader");
        Assert.That(output, Does.Contain("There is no grader at '/nowhere/grader'. Set the environment variable GRADER to the path of the program 'grader'"));
    }

    /// <summary>As a student goes: one method right, one with a turned sign, one a wrong shape, the others not begun.</summary>
    [Test]
    public void Project_HalfFilledIn_IsToldByItsOwnTestsWhatIsRightAndWhatWentWrong()
    {
        using var folder = new TemporaryFolder();
        Assert.That(CommandRun.Of("new", "backprop-practice", "--csharp", "-o", folder.Path).Exit, Is.EqualTo(ExitCode.Well));
        var answers = Path.Combine(folder.Path, "Answers", "Answers.cs");
        var stubs = File.ReadAllText(answers);
        File.WriteAllText(answers, Filled(Filled(Filled(
            stubs,
            "2a.derivative", "f.Zip(dg, (a, b) => a * b).Sum()"),
            "2d.b", "b[i - 1] + eta * GradientBias(W, b, x, y, i)"),
            "2c.db", "-2 * (y - b.Select((_, k) => S(W, b, x, k)).Sum()) * S(W, b, x, i - 1) * (1 - S(W, b, x, i - 1));\n"
                + "    static double S(double[,] W, double[] b, double[] x, int k) => 1 / (1 + Math.Exp(-b[k] - x.Select((entry, j) => W[k, j] * entry).Sum()))"));

        var output = DotnetTest(folder.Path, Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "grader.exe" : "grader"));
        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Match(@"Failed: +12, Passed: +2, Skipped: +0, Total: +14"));
            Assert.That(output, Does.Match(@"Failed UpdatedBias \(2d\.b\)[^\n]*\n[^\n]*\n[^\n]*(?s:.{0,400})sign"));
            Assert.That(output, Does.Contain("GradientRow (part 2c.dw) is not answered yet."));
            Assert.That(output, Does.Not.Contain("Failed GradientBias"));
        });
    }

    private static string Filled(string stubs, string part, string body) =>
        stubs.Replace($"throw new NotImplementedException(\"Part {part} is not answered yet.\")", body, StringComparison.Ordinal);

    private static Worksheet Worksheet(string id) => ((Found.Success)Library.Open(RepositoryExercises.Folder).Find(id)).Worksheet;

    private static string Stubs(Worksheet worksheet) => Files(worksheet).Single(file => file.Path == "Answers/Answers.cs").Text;

    private static IReadOnlyList<ProjectFile> Files(Worksheet worksheet) => CSharpProject.For(worksheet, Templates, "/somewhere/grader");

    /// <summary>What <c>dotnet test</c> prints in a student's folder, without anything of this test run's environment that would change it.</summary>
    private static string DotnetTest(string folder, string grader)
    {
        var command = new ProcessStartInfo("dotnet", ["test", "--nologo"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in command.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) command.Environment.Remove(name);
        command.Environment["GRADER"] = grader;
        command.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        command.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(command)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + error.Result;
    }
}
