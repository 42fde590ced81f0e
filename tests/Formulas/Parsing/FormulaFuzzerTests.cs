using System.Diagnostics;
using Formulas.Tests.Generation;

namespace Formulas.Tests.Parsing;

/// <summary>Whatever a text is, the readers end with a formula or a diagnostic, in bounded memory.</summary>
public sealed class FormulaFuzzerTests
{
    private const int Steps = 20_000;

    private static string Corpus => Path.Combine(TestContext.CurrentContext.TestDirectory, "Corpus");

    [Test]
    public void Corpus_AndTextsLikeIt_AreReadToAnEnd([Values(1, 2)] int seed)
    {
        var fuzzer = new FormulaFuzzer(seed, FormulaFuzzer.ReadCorpus(Corpus));
        var known = fuzzer.Kept.Count;
        for (var step = 0; step < Steps; step++) fuzzer.Step();
        Assert.That(known, Is.GreaterThan(500), "The corpus is there.");
        Assert.That(fuzzer.Kept, Has.Count.GreaterThanOrEqualTo(known));
    }

    [TestCase("plain")]
    [TestCase("a\\b\u0000\uD800\u2028")]
    public void Corpus_WrittenAndRead_IsTheSame(string text)
    {
        var folder = Directory.CreateTempSubdirectory("grader-corpus-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "one.txt"), FormulaFuzzer.Escape(text) + "\n");
            Assert.That(FormulaFuzzer.ReadCorpus(folder.FullName), Is.EqualTo(new[] { text }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Set FUZZ_SECONDS, and FUZZ_OUTPUT to a file for what is new: the corpus grows by it.</summary>
    [Test]
    [Explicit("Runs as long as it is told to.")]
    public void Fuzz_ForAWhile_FindsNoCrash()
    {
        var seconds = double.Parse(Environment.GetEnvironmentVariable("FUZZ_SECONDS") ?? "60", System.Globalization.CultureInfo.InvariantCulture);
        var output = Environment.GetEnvironmentVariable("FUZZ_OUTPUT");
        var fuzzer = new FormulaFuzzer(Environment.TickCount, FormulaFuzzer.ReadCorpus(Corpus));
        var known = fuzzer.Kept.Count;
        var watch = Stopwatch.StartNew();
        var steps = 0L;
        for (; watch.Elapsed.TotalSeconds < seconds; steps++) fuzzer.Step();
        TestContext.Out.WriteLine($"{steps} texts, {fuzzer.Kept.Count - known} of them new in kind.");
        if (output is not null) File.WriteAllLines(output, fuzzer.Kept.Skip(known).Select(FormulaFuzzer.Escape));
    }
}
