using System.Reflection;
using System.Runtime.Loader;

namespace Compiling.Tests;

/// <summary>What C# sources become, and what is said of those that do not compile.</summary>
public sealed class SourceCompilerTests
{
    [Test]
    public void Compile_PlainMethods_GivesAnAssemblyThatRuns()
    {
        var assembly = Load(Success("public static class Answers { public static double F(double[] x) => x.Select(v => v * v).Sum(); }").Assembly);
        Assert.That(assembly.GetType("Answers")!.GetMethod("F")!.Invoke(null, [new double[] { 1, 2 }]), Is.EqualTo(5));
    }

    [Test]
    public void Compile_SeveralFiles_SeeEachOther()
    {
        var outcome = SourceCompiler.Compile(
        [
            new("Answers.cs", "public static class Answers { public static double F(double x) => Activation.Sigmoid(x); }"),
            new("Activation.cs", "static class Activation { public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x)); }"),
        ]);
        Assert.That(outcome, Is.InstanceOf<Compiled.Success>());
    }

    [Test]
    public void Compile_MathNet_IsThere() => Assert.That(
        Success("using MathNet.Numerics.LinearAlgebra; public static class A { public static Vector<double> F(Matrix<double> X, Vector<double> w) => X * w; }").Warnings, Is.Empty);

    [Test]
    public void Compile_ExceptionInTheMethod_CarriesItsLine()
    {
        var assembly = Load(Success("public static class Answers\n{\n    public static double F(double[] x)\n    {\n        return x[5];\n    }\n}").Assembly);
        var thrown = Assert.Throws<TargetInvocationException>(() => assembly.GetType("Answers")!.GetMethod("F")!.Invoke(null, [new double[1]]))!;
        Assert.That(thrown.InnerException!.StackTrace, Does.Contain("Answers.cs:line 5"));
    }

    [Test]
    public void Compile_SameSources_GiveTheSameBytes() => Assert.That(
        Success("class A { }").Assembly, Is.EqualTo(Success("class A { }").Assembly));

    [Test]
    public void Compile_NullableWarning_IsShownWithItsPlace()
    {
        var warnings = Success("public static class A {\n  public static int F(string? s) => s.Length;\n}").Warnings;
        Assert.That(warnings.Select(warning => (warning.Code, warning.Place!.Line)), Is.EqualTo(new[] { ("CS8602", 2) }));
    }

    [Test]
    public void Compile_UnknownName_ShowsPlaceLineCaretAndHint()
    {
        var problem = Refused("public static class Answers\n{\n\tpublic static double F(double x) => Sigmiod(x);\n}")[0];
        Assert.That(problem.Lines(), Is.EqualTo(new[]
        {
            "Answers.cs, line 3, column 38: The name 'Sigmiod' does not exist in the current context. (CS0103)",
            "    \tpublic static double F(double x) => Sigmiod(x);",
            "    \t                                    ^^^^^^^",
            "Is it spelt as it was declared? Names are told apart by capital letters.",
        }));
    }

    [Test]
    public void Compile_LineDirective_DoesNotMoveErrors()
    {
        var problem = Refused("#line 900 \"/etc/passwd\"\nclass A { int F() => b; }")[0];
        Assert.That((problem.Place!.File, problem.Place.Line), Is.EqualTo(("Answers.cs", 2)));
    }

    [TestCase("double F(double x) => x;", "CS8805", "public static class Answers")]
    [TestCase("Console.WriteLine(1);", "CS8805", "public static class Answers")]
    [TestCase("namespace A; double F(double x) => x;", "CS0116", "public static class Answers")]
    [TestCase("class A { unsafe int* F() => null; }", "CS0227", "Span<double>")]
    [TestCase("#r \"a.dll\"\nclass A { }", "CS7011", "MathNet.Numerics")]
    [TestCase("#load \"/etc/passwd\"\nclass A { }", "CS8097", "grader check A.cs B.cs")]
    [TestCase("#:package Foo@1\nclass A { }", "CS9298", "MathNet.Numerics")]
    [TestCase("class A { int F() { int x = 1 } }", "CS1002", "end of the statement before")]
    [TestCase("class A { int F() { return 1; }", "CS1513", "Count the braces")]
    [TestCase("class A { double F(double[] a, double[] b) => a + b; }", "CS0019", "Arrays have no +")]
    [TestCase("class A { double[] F(double a) => a; }", "CS0029", "entry by entry")]
    [TestCase("using Newtonsoft.Json; class A { }", "CS0246", "Only the framework and MathNet.Numerics")]
    [TestCase("class A { double F(bool b) { if (b) return 1; } }", "CS0161", "Every way through")]
    public void Compile_CommonSlip_IsRefusedWithItsWayOut(string source, string code, string hint)
    {
        var problem = Refused(source).FirstOrDefault(problem => problem.Code == code);
        Assert.That(problem, Is.Not.Null, string.Join('\n', Refused(source).SelectMany(other => other.Lines())));
        Assert.That(problem!.Hint, Does.Contain(hint));
    }

    [Test]
    public void Compile_FilesNamedInSources_AreNeverRead()
    {
        const string Source = """
            [assembly: System.Reflection.AssemblyKeyFile("/etc/passwd")]
            /// <include file='/etc/passwd' path='*'/>
            public static class A { }
            """;
        var shown = SourceCompiler.Compile([new("Answers.cs", Source)]) switch
        {
            Compiled.Success success => success.Warnings,
            Compiled.Refused refused => refused.Problems,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Assert.That(shown.SelectMany(problem => problem.Lines()), Has.None.Contains("root:"));
    }

    [Test]
    public void Compile_LongLine_ShowsTheStretchAroundTheError()
    {
        var place = Refused($"class A {{ int F() => {string.Join("+", Enumerable.Repeat("1", 5_000))} + oops + {string.Join("+", Enumerable.Repeat("1", 5_000))}; }}")[0].Place!;
        Assert.That(place.LineText.Substring(place.Column - 1 - place.CutBefore, place.Length), Is.EqualTo("oops"));
    }

    [Test]
    public void Compile_TooMuch_IsRefusedBeforeItIsParsed()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Refused(new string('/', SourceLimits.MostCharacters + 1))[0].Message, Does.Contain("thousand characters"));
            Assert.That(((Compiled.Refused)SourceCompiler.Compile([])).Problems[0].Message, Does.Contain("no C# file"));
            Assert.That(
                ((Compiled.Refused)SourceCompiler.Compile([.. Enumerable.Range(0, 51).Select(number => new SourceFile($"{number}.cs", ""))])).Problems[0].Message,
                Does.Contain("at most 50"));
        });
    }

    [Test]
    public void Wire_Outcomes_ArriveAsTheyWereSent()
    {
        foreach (var outcome in new Compiled[] { Success("class A { string F(string? s) => s; }"), new Compiled.Refused(Refused("class A { int F() => b; }")) })
        {
            using var stream = new MemoryStream();
            CompileWire.WriteOutcome(stream, outcome);
            stream.Position = 0;
            Assert.That(CompileWire.ReadOutcome(stream), Is.EqualTo(outcome));
        }
    }

    [Test]
    public void Wire_CutOrForged_ThrowsIOException()
    {
        using var whole = new MemoryStream();
        CompileWire.WriteOutcome(whole, Success("class A { }"));
        var bytes = whole.ToArray();
        Assert.Multiple(() =>
        {
            for (var length = 0; length < bytes.Length; length += 97)
            {
                Assert.That(() => CompileWire.ReadOutcome(new MemoryStream(bytes[..length])), Throws.InstanceOf<IOException>());
            }

            Assert.That(() => CompileWire.ReadOutcome(new MemoryStream([1, 255, 255, 255, 127])), Throws.InstanceOf<IOException>());
        });
    }

    private static Compiled.Success Success(string source)
    {
        var outcome = SourceCompiler.Compile([new("Answers.cs", source)]);
        Assert.That(outcome, Is.InstanceOf<Compiled.Success>(), (outcome as Compiled.Refused)?.Problems[0].Message);
        return (Compiled.Success)outcome;
    }

    private static IReadOnlyList<SourceProblem> Refused(string source) => ((Compiled.Refused)SourceCompiler.Compile([new("Answers.cs", source)])).Problems;

    private static Assembly Load(byte[] assembly) => new AssemblyLoadContext("answers", isCollectible: true).LoadFromStream(new MemoryStream(assembly));
}
