using Grader.Running;
using Microsoft.CodeAnalysis;
using Protocol;

namespace Attacks.Tests;

/// <summary>Files that are no assemblies, or not for here, or that turn on whoever reads them: each gets a line that says why.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class ImageTests
{
    private readonly Dictionary<IsolationLevel, Boxes> boxes = [];

    [OneTimeSetUp]
    public void OpenBoxes()
    {
        foreach (var level in Levels.Tested) boxes[level] = new Boxes(level);
    }

    [OneTimeTearDown]
    public void CloseBoxes()
    {
        foreach (var level in boxes.Values) level.Dispose();
    }

    [Test]
    public void Load_OfNoAssembly_SaysSo(
        [Values("", "Hello, this is my answer.", "MZ", "\u007fELF\u0002\u0001\u0001", "PK\u0003\u0004", "#!/bin/sh\nexit 0\n")] string text,
        [ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertRefused(System.Text.Encoding.Latin1.GetBytes(text), LoadFailure.NotAnAssembly, "not a .NET assembly", level);

    [Test]
    public void Load_OfTruncatedAssembly_SaysSo(
        [Values(0.01, 0.1, 0.5, 0.9)] double part,
        [ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertRefused(Images.Honest[..(int)(Images.Honest.Length * part)], LoadFailure.NotAnAssembly, "not a .NET assembly", level);

    [Test]
    public void Load_OfProgramForTheMachine_SaysSo([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertRefused(File.ReadAllBytes("/bin/true"), LoadFailure.NotAnAssembly, "not a .NET assembly", level);

    [Test]
    public void Load_ForAnotherProcessor_NamesIt(
        [Values(Platform.X86, Platform.Arm64, Platform.Arm)] Platform platform,
        [ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertRefused(HostileCode.Compiled("Student", platform, [], "public static class A { public static double M() => 1; }"), LoadFailure.WrongArchitecture, "AnyCPU", level);

    [Test]
    public void Load_ForNewerFramework_NamesIt([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertRefused(Images.ForFramework(99), LoadFailure.NewerFramework, "newer", level);

    [Test]
    public void Load_ForOlderFramework_Runs([Values((short)6, (short)8)] short major, [ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertSquares(Images.ForFramework(major), level);

    [Test]
    public void Load_ForNetStandard_Runs([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertSquares(Images.ForNetStandard(), level);

    [Test]
    public void Load_WithNameOfAnotherAssembly_Runs(
        [Values("Protocol", "grader-host", "System.Linq", "System.Runtime", "MathNet.Numerics", "netstandard")] string name,
        [ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertSquares(HostileCode.Compiled(name, "public static class Answers { public static double Loss(double x) => x * x; }"), level);

    [Test]
    public void Load_WithManyMebibytes_Runs([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level)
    {
        var image = HostileCode.Compiled("Student", "public static class Answers { public static double Loss(double x) => x * x; }");
        AssertSquares([.. image, .. new byte[Scanning.Scan.LargestFile - image.Length]], level);
    }

    [Test]
    public void Load_WithMissingDependency_NamesIt(
        [Values("public static double M(Needed.Thing thing) => 1;", "public static double M() => Needed.Thing.Value();")] string method,
        [ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level)
    {
        var needed = HostileCode.Compiled("SomeLibrary", "namespace Needed; public class Thing { public static double Value() => 1; }");
        using var box = boxes[level].Take();
        var loaded = box.Load(HostileCode.Compiled("Student", Platform.AnyCpu, [needed], $"public static class A {{ {method} }}"));
        var words = loaded switch
        {
            LoadOutcome.Refused refused => refused.Sentence,
            LoadOutcome.Loaded { Methods: [] } outcome => string.Join('\n', outcome.Warnings),
            LoadOutcome.Loaded => box.Call(0, []).ToString(),
            _ => loaded.ToString(),
        };
        Assert.That(words, Does.Contain("SomeLibrary"));
        boxes[level].AssertUnharmed();
    }

    [Test]
    public void Load_OfCyclicMetadata_EndsWithAnOutcome([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertDealtWith(Images.Cyclic(), level);

    [Test]
    public void Load_OfDeepSignature_EndsWithAnOutcome([Values(100, 10_000, 1_000_000)] int depth, [ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertDealtWith(Images.DeepSignature(depth), level);

    [Test]
    public void Load_OfManyMethods_EndsWithAnOutcome([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level) =>
        AssertDealtWith(Images.ManyMethods(20_000), level);

    [TestCase("2A", "InvalidProgramException", TestName = "Code that returns nothing")]
    [TestCase("FE FF", "InvalidProgramException", TestName = "Code that is none")]
    [TestCase("26 2A", "InvalidProgramException", TestName = "Code that takes from an empty stack")]
    [TestCase("2B FE", "TimedOut", TestName = "Code that jumps to itself")]
    [TestCase("2B 7F", "InvalidProgramException", TestName = "Code that jumps out of itself")]
    [TestCase("28 FF FF FF 0A", "BadImageFormatException|MissingMethodException|InvalidProgramException", TestName = "Code that calls what does not exist")]
    [TestCase("20 08 00 00 00 E0 4F 2A", "NullReferenceException|Crashed", TestName = "Code that reads the address 8")]
    [TestCase("14 7A", "NullReferenceException", TestName = "Code that throws nothing")]
    [TestCase("20 00 00 00 7F E0 4F 2A", "NullReferenceException|Crashed", TestName = "Code that reads a wild address")]
    public void Call_OfInvalidCode_EndsWithAnOutcome(string code, string expected)
    {
        foreach (var level in Levels.Tested)
        {
            using var box = boxes[level].Take(isSlow: expected == "TimedOut");
            Assert.That(box.Load(Images.WithCode(Convert.FromHexString(code.Replace(" ", "", StringComparison.Ordinal)))), Is.InstanceOf<LoadOutcome.Loaded>());
            Assert.That(box.Call(0, []).ToString(), Does.Match(expected), level.Name());
            boxes[level].AssertUnharmed();
        }
    }

    private void AssertRefused(byte[] image, LoadFailure kind, string words, IsolationLevel level)
    {
        using var box = boxes[level].Take();
        var outcome = box.Load(image);
        Assert.That(outcome, Is.InstanceOf<LoadOutcome.Refused>(), outcome.ToString());
        var refused = (LoadOutcome.Refused)outcome;
        Assert.That(refused.Kind, Is.EqualTo(kind), refused.Sentence);
        Assert.That(refused.Sentence, Does.Contain(words));
        boxes[level].AssertUnharmed();
    }

    private void AssertSquares(byte[] image, IsolationLevel level)
    {
        using var box = boxes[level].Take();
        var outcome = box.Load(image);
        Assert.That(outcome, Is.InstanceOf<LoadOutcome.Loaded>(), outcome.ToString());
        Assert.That(box.Call(0, [new Datum.Number(3)]), Is.InstanceOf<CallOutcome.Returned>().With.Property("Value").EqualTo(new Datum.Number(9)));
    }

    private void AssertDealtWith(byte[] image, IsolationLevel level)
    {
        using (var box = boxes[level].Take())
        {
            var outcome = box.Load(image);
            Assert.That(Reason.Of(outcome), Is.Not.Empty.And.Not.Contains("\n"));
        }

        boxes[level].AssertUnharmed();
    }
}
