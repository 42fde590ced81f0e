using Microsoft.CodeAnalysis;

namespace Scanning.Tests;

/// <summary>What the scan lets through, what it names, and what it says of bytes that are no DLL.</summary>
public sealed class ScanTests
{
    private static IEnumerable<TestCaseData> Honest() =>
        StudentCode.Samples("honest.txt").Select(sample => new TestCaseData(sample.Source).SetArgDisplayNames(sample.Title));

    private static IEnumerable<TestCaseData> Hostile() =>
        from sample in StudentCode.Samples("hostile.txt")
        let columns = sample.Title.Split('|', StringSplitOptions.TrimEntries)
        select new TestCaseData(sample.Source, columns[1], columns[2]).SetArgDisplayNames(columns[0]);

    [TestCaseSource(nameof(Honest))]
    public void Report_HonestStyle_FindsNothing(string source)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Findings(StudentCode.Compile(source, allowUnsafe: false)), Is.Empty, "Release");
            Assert.That(Findings(StudentCode.Compile(source, OptimizationLevel.Debug, allowUnsafe: false)), Is.Empty, "Debug");
            Assert.That(Findings(StudentCode.Compile(source)), Is.Empty, "a project with AllowUnsafeBlocks");
        });
    }

    [TestCaseSource(nameof(Hostile))]
    public void Report_ForbiddenUse_NamesUserAndApi(string source, string user, string api)
    {
        foreach (var level in new[] { OptimizationLevel.Release, OptimizationLevel.Debug })
        {
            Assert.That(Findings(StudentCode.Compile(source, level)).Select(finding => (finding.User, finding.Api)), Has.Member((user, api)), level.ToString());
        }
    }

    [Test]
    public void Report_ForbiddenUse_ReadsAsASentence() => Assert.That(
        Findings(StudentCode.Compile(StudentCode.Samples("hostile.txt").First().Source)).Select(finding => finding.Message),
        Is.EqualTo(new[] { "Answers.Gradient uses System.IO.File.ReadAllText, which reads or writes files. An answer may not use it." }));

    [Test]
    public void Report_OwnPolicy_GoesBeforeTheDefault()
    {
        var file = StudentCode.Compile("public static class Answers { public static double F() => File.ReadAllText(\"a\").Length + new Random().NextDouble(); }");
        var policy = ScanPolicy.Default.With(allow: ["T:System.IO.File"], refuse: ["T:System.Random"]);
        Assert.That(Findings(file, policy).Select(finding => finding.Api), Is.EquivalentTo(new[] { "new System.Random(...)", "System.Random.NextDouble" }));
        Assert.That(Findings(file, ScanPolicy.FromLines(policy.Lines)), Is.EqualTo(Findings(file, policy)));
    }

    [TestCase("System.IO")]
    [TestCase("X:System.IO")]
    [TestCase("")]
    public void With_WhatIsNoRule_Throws(string rule) => Assert.That(() => ScanPolicy.Default.With([rule], []), Throws.InstanceOf<FormatException>());

    private static IEnumerable<TestCaseData> NoDlls()
    {
        yield return new(Array.Empty<byte>(), "is empty");
        yield return new("public class A { }"u8.ToArray(), "is a text");
        yield return new(new byte[] { 0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0 }, "Linux program");
        yield return new(new byte[] { (byte)'P', (byte)'K', 3, 4, 0 }, "ZIP archive");
        yield return new(new byte[] { 0xCF, 0xFA, 0xED, 0xFE }, "macOS program");
        yield return new(new byte[] { 0, 1, 2, 3 }, "does not begin as one");
        yield return new("MZ"u8.ToArray(), "damaged");
        yield return new(new byte[Scan.LargestFile + 1], "more than 7 MiB");
    }

    [TestCaseSource(nameof(NoDlls))]
    public void Report_NoDll_SaysWhatItIs(byte[] file, string expected) => Assert.That(Reason(file), Does.Contain(expected));

    [Test]
    public void Report_EveryTruncation_EndsWithAReportOfOneLine()
    {
        var file = StudentCode.Compile(StudentCode.Samples("honest.txt").First().Source);
        for (var length = 0; length < file.Length; length += 7) AssertOneLine(Scan.Report(file.AsSpan(0, length), ScanPolicy.Default));
    }

    [Test]
    public void Report_TenThousandMutants_EndWithAReportOfOneLine()
    {
        var files = StudentCode.Samples("honest.txt").Concat(StudentCode.Samples("hostile.txt")).Take(50).Select(sample => StudentCode.Compile(sample.Source)).ToList();
        var random = new Random(20);
        for (var round = 0; round < 10_000; round++)
        {
            var mutant = files[random.Next(files.Count)].ToArray();
            var changes = 1 + random.Next(8);
            for (var change = 0; change < changes; change++) mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
            AssertOneLine(Scan.Report(mutant, ScanPolicy.Default));
        }
    }

    private static void AssertOneLine(ScanReport report)
    {
        if (report is ScanReport.Unreadable(var reason)) Assert.That(reason, Is.Not.Empty.And.Not.Contains("\n"));
        else foreach (var finding in ((ScanReport.Readable)report).Findings) Assert.That(finding.Message.Length, Is.LessThan(10_000));
    }

    private static IReadOnlyList<Finding> Findings(byte[] file, ScanPolicy? policy = null)
    {
        var report = Scan.Report(file, policy ?? ScanPolicy.Default);
        Assert.That(report, Is.InstanceOf<ScanReport.Readable>(), report.ToString());
        return ((ScanReport.Readable)report).Findings;
    }

    private static string Reason(byte[] file) => ((ScanReport.Unreadable)Scan.Report(file, ScanPolicy.Default)).Reason;
}
