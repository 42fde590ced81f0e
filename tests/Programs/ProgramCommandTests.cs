using System.Diagnostics;
using System.Text;
using Grader.Checking;
using Grader.Commands;
using Newtonsoft.Json.Linq;
using Sandbox.Tests;

namespace Programs.Tests;

/// <summary>Programs as people hand them in: named in a call, or lying in the folders of a class.</summary>
public sealed class ProgramCommandTests
{
    private const string Right = "public static class Answers { public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum(); }";

    private string folder = string.Empty;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("grader-programs-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void SourceAndAnswerFileTogether_AreOneSubmission()
    {
        var answers = Write("answers.json", """{"worksheet": "backprop-practice", "student": "s1", "answers": {"1b.value": "g(a * sum(x))", "2a.derivative": ""}}""");
        var json = Check(answers, Write("Answers.cs", Right));
        Assert.Multiple(() =>
        {
            Assert.That((string?)json["student"], Is.EqualTo("s1"));
            Assert.That(Verdict(json, "1b.value"), Is.EqualTo("correct"));
            Assert.That(Verdict(json, "2a.derivative"), Is.EqualTo("correct"));
            Assert.That((string?)json["program"]!["sandbox"], Is.AnyOf("bwrap", "seal", "process"));
        });
    }

    [Test]
    public void AnAnswerInTheFile_GoesBeforeAMethod()
    {
        var answers = Write("answers.json", """{"worksheet": "backprop-practice", "student": "s1", "answers": {"2a.derivative": "sum(f)"}}""");
        Assert.That(Verdict(Check(answers, Write("Answers.cs", Right)), "2a.derivative"), Is.EqualTo("incorrect"));
    }

    [Test]
    public void ADllAlone_TellsItsWorksheetByItsMethods()
    {
        var path = Path.Combine(folder, "s7.dll");
        File.WriteAllBytes(path, Student.Assembly(Right));
        var json = Check(path);
        Assert.Multiple(() =>
        {
            Assert.That((string?)json["worksheet"], Is.EqualTo("backprop-practice"));
            Assert.That((string?)json["student"], Is.EqualTo("s7"));
            Assert.That(Verdict(json, "2a.derivative"), Is.EqualTo("correct"));
        });
    }

    [TestCase("class Answers { public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum(); }")]
    [TestCase("static class Outer { internal static class Answers { public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum(); } }")]
    [TestCase("class Tries { public static double TotalDerivative(double[] f, double[] dg) => 1; }\n" + Right)]
    public void AClassWithoutPublic_IsMeantToBeCalled_UnlessAnotherOneIs(string source) =>
        Assert.That(Verdict(Check(Write("Answers.cs", source)), "2a.derivative"), Is.EqualTo("correct"));

    [Test]
    public void AClassThatIsPrivate_StaysSo()
    {
        var part = Part(Check(Write("Answers.cs", "public static class Outer { private static class Answers { public static double TotalDerivative(double[] f, double[] dg) => 1; } }")), "2a.derivative");
        Assert.That((string?)part["feedback"]![0]!["code"], Is.EqualTo("wrong-signature"));
    }

    [TestCase("public static class A { public static double Unheard(double x) => x; }", "which-worksheet")]
    [TestCase("public static class A { public static double TotalDerivative(double[] f) => f[0] +; }", "compile-error")]
    public void WhatCannotBeGraded_SaysWhy(string source, string code)
    {
        var run = Run("check", Write("Answers.cs", source), "--format", "json");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That((string?)JObject.Parse(run.Output)["problems"]![0]!["code"], Is.EqualTo(code));
    }

    [Test]
    public void AFileThatIsNoDll_IsNamed()
    {
        var run = Run("check", Write("Answers.dll", "hello"), "--format", "json");
        Assert.That((string?)JObject.Parse(run.Output)["problems"]![0]!["code"], Is.EqualTo("not-loadable"));
    }

    /// <summary>Such a file in a folder of thousands would hold up the whole batch.</summary>
    [TestCase("Answers.dll", "cannot-open")]
    [TestCase("Answers.cs", "not-loadable")]
    public void APipeThatNobodyWritesTo_IsRefusedInsteadOfWaitedFor(string name, string code)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("There are no such pipes in folders here.");
        var pipe = Path.Combine(folder, name);
        using (var made = Process.Start("mkfifo", [pipe])) made.WaitForExit();
        var checking = Task.Run(() => Run("check", pipe, "--format", "json"));
        Assert.That(checking.Wait(TimeSpan.FromMinutes(2)), "The pipe is still waited for.");
        Assert.That((string?)JObject.Parse(checking.Result.Output)["problems"]![0]!["code"], Is.EqualTo(code));
    }

    [TestCase("Answers.dll", "file-too-large")]
    [TestCase("Answers.cs", "not-loadable")]
    public void ADeviceWithoutEnd_IsRefused(string name, string code)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("There are no such devices here.");
        var link = File.CreateSymbolicLink(Path.Combine(folder, name), "/dev/zero").FullName;
        Assert.That((string?)JObject.Parse(Run("check", link, "--format", "json").Output)["problems"]![0]!["code"], Is.EqualTo(code));
    }

    [Test]
    public void SourceInUtf16_WithItsMark_IsRead()
    {
        var path = Path.Combine(folder, "Answers.cs");
        File.WriteAllText(path, Right, Encoding.Unicode);
        Assert.That(Verdict(Check(path), "2a.derivative"), Is.EqualTo("correct"));
    }

    [Test]
    public void WhatAnAnswerMayNotUse_IsNamedAtItsPart_AndNothingRuns()
    {
        var trace = Path.Combine(folder, "trace");
        var json = Check(Write("Answers.cs", $$"""
            public static class Answers { public static double TotalDerivative(double[] f, double[] dg) { System.IO.File.WriteAllText(@"{{trace}}", "x"); return 0; } }
            """));
        var part = Part(json, "2a.derivative");
        Assert.Multiple(() =>
        {
            Assert.That((string?)part["verdict"], Is.EqualTo("unreadable"));
            Assert.That((string?)part["feedback"]![0]!["code"], Is.EqualTo("forbidden-api"));
            Assert.That((string?)part["feedback"]![0]!["message"], Does.Contain("Answers.TotalDerivative uses System.IO.File.WriteAllText"));
            Assert.That(File.Exists(trace), Is.False);
        });
    }

    [Test]
    public void AClassOfPrograms_IsGradedByFolder()
    {
        Directory.CreateDirectory(Path.Combine(folder, "in", "ann"));
        Directory.CreateDirectory(Path.Combine(folder, "in", "bob", "obj"));
        Write(Path.Combine("in", "ann", "Answers.cs"), Right);
        Write(Path.Combine("in", "bob", "obj", "Junk.cs"), "not C#");
        File.WriteAllBytes(Path.Combine(folder, "in", "bob", "Answers.dll"), Student.Assembly("public static double TotalDerivative(double[] f, double[] dg) => f.Zip(dg, (a, b) => a * b).Sum();"));
        var output = Path.Combine(folder, "out");
        var run = Run("batch", Path.Combine(folder, "in"), "-o", output, "--jobs", "2", "--sandbox", "process");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        var lines = File.ReadAllLines(Path.Combine(output, "results.jsonl")).Select(JObject.Parse).ToList();
        Assert.That(lines.Select(line => ((string?)line["student"], Verdict(line, "2a.derivative"))), Is.EqualTo(new[] { ("ann", "correct"), ("bob", "correct") }));
    }

    private static JObject Check(params string[] files) => JObject.Parse(Run([.. files.Prepend("check"), "--format", "json"]).Output);

    private static JToken Part(JObject json, string part) => json["parts"]!.First(one => (string?)one["part"] == part);

    private static string? Verdict(JObject json, string part) => (string?)Part(json, part)["verdict"];

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLineRun.Run(arguments, new Surroundings(
            TextReader.Null, output, error, Terminal: false, Colour: false, TestContext.CurrentContext.TestDirectory, ClassSecret.Public, TimeProvider.System));
        return (exit, output.ToString(), error.ToString());
    }
}
