using Compiling;
using Grader.Running;
using Grader.Submissions;
using Grader.Tests.Commands;

namespace Grader.Tests.Running;

/// <summary>Sources that are meant to end the compiler end only its process.</summary>
public sealed class SourceCompilationTests
{
    private static readonly SourceCompilation Compilation = SourceCompilation.Find();

    [Test]
    public void Compile_PlainMethod_GivesADll() =>
        Assert.That(Compile("public static class Answers { public static double F(double x) => x; }"), Is.InstanceOf<Compiled.Success>());

    [Test]
    public void Compile_Slip_IsRefusedAtItsPlace()
    {
        var problem = ((Compiled.Refused)Compile("public static class Answers { public static double F(double x) => y; }")).Problems[0];
        Assert.That((problem.Place!.File, problem.Place.Line, problem.Place.Column), Is.EqualTo(("Answers.cs", 1, 67)));
    }

    private static IEnumerable<TestCaseData> Bombs()
    {
        yield return Bomb("brackets", $"class A {{ int F() => {new string('(', 50_000)}1{new string(')', 50_000)}; }}");
        yield return Bomb("blocks", $"class A {{ void F() {new string('{', 50_000)}{new string('}', 50_000)} }}");
        yield return Bomb("classes", $"{string.Concat(Enumerable.Repeat("class A {", 20_000))}{new string('}', 20_000)}");
        yield return Bomb("lambdas", $"class A {{ object F() => {string.Concat(Enumerable.Repeat("() => ", 20_000))}1; }}");
        yield return Bomb("array types", $"class A {{ int{string.Concat(Enumerable.Repeat("[]", 50_000))} f; }}");
        yield return Bomb("generic types", $"class A<T> {{ {string.Concat(Enumerable.Repeat("A<", 20_000))}int{new string('>', 20_000)} f; }}");
        yield return Bomb("ifs", $"class A {{ void F(bool b) {{ {string.Concat(Enumerable.Repeat("if (b) { } else ", 30_000))} {{ }} }} }}");
        yield return Bomb(
            "a text that doubles",
            $"class A {{ const string S0 = \"{new string('a', 10_000)}\"; {string.Concat(Enumerable.Range(1, 60).Select(i => $"const string S{i} = S{i - 1} + S{i - 1};"))} string F() => S60; }}");
        yield return Bomb("types that double", "class A<X, Y> { class B : A<B, B> { B.B.B.B.B.B.B.B.B.B.B.B.B.B b; } }");
    }

    [TestCaseSource(nameof(Bombs))]
    public void Compile_Bomb_EndsWithAnOutcome(string source)
    {
        var outcome = Compile(source);
        if (outcome is Compiled.Refused(var problems)) Assert.That(problems, Is.Not.Empty);
        Assert.That(Compile("class Next { }"), Is.InstanceOf<Compiled.Success>(), "The next sources are compiled as ever.");
    }

    [Test]
    public void Compile_MoreTimeThanThereIs_IsRefusedInWords()
    {
        var outcome = (Compilation with { Time = TimeSpan.FromMilliseconds(1) }).Compile([new("Answers.cs", "class A { }")]);
        Assert.That(((Compiled.Refused)outcome).Problems[0].Message, Is.EqualTo("The compiler worked on it for more than 0 s and was stopped."));
    }

    [Test]
    public void Read_Project_SaysHowToBuildIt()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Mine.csproj", "<Project />");
        Assert.Multiple(() =>
        {
            Assert.That(SourceFiles.IsSource(folder.Path), Is.True);
            foreach (var path in new[] { folder.Path, Path.Combine(folder.Path, "Mine.csproj") })
            {
                Assert.That(SourceFiles.Read([path]).ToString(), Does.Contain("'dotnet build -c Release'").And.Contain("bin/Release/net10.0/Mine.dll"));
            }
        });
    }

    [Test]
    public void Read_BytesThatAreNoText_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "Answers.cs");
        File.WriteAllBytes(path, [.. "// Gr"u8, 0xFC, .. "n"u8]);
        Assert.That(SourceFiles.Read([path]), Is.EqualTo(new SourceReading.Unreadable($"'{path}' is not in UTF-8. Save it with the encoding UTF-8.")));
    }

    private static Compiled Compile(string source) => Compilation.Compile([new("Answers.cs", source)]);

    private static TestCaseData Bomb(string name, string source) => new TestCaseData(source).SetArgDisplayNames(name);
}
