using System.Buffers.Binary;

namespace Scanning.Tests;

/// <summary>Where the parts of a file are looked for, and what is said of one whose headers lead out of it.</summary>
public sealed class ProgramFileTests
{
    private const int PlaceOfHeader = 0x3C;
    private const int FirstSection = 24 + 0xE0;

    private static readonly byte[] Small = StudentCode.Compile("public static class Answers { public static double Loss(double x) => x * x; }");

    private static int Header => BinaryPrimitives.ReadInt32LittleEndian(Small.AsSpan(PlaceOfHeader));

    [Test]
    public void Report_OfEveryPrefix_SaysThatTheFileIsDamaged()
    {
        // What stands in the other half is resources and padding.
        for (var length = 2; length < Small.Length / 2; length++)
            Assert.That(Scan.Report(Small.AsSpan(0, length), ScanPolicy.Default).ToString(), Does.Contain("damaged"), $"{length} bytes");
    }

    [Test]
    public void Report_OfAFileOf64Bits_FindsItsMethods()
    {
        var report = (ScanReport.Readable)Scan.Report(File.ReadAllBytes(typeof(Enumerable).Assembly.Location), ScanPolicy.Default);
        Assert.That(report.Methods.Select(method => method.Name), Does.Contain("SelectMany"));
    }

    [TestCase(0, 0x5A, TestName = "no mark of a program")]
    [TestCase(24, 0xFF, TestName = "a header of no known kind")]
    [TestCase(24 + 96 + (14 * 8) + 4, 8, TestName = "a header for .NET that is too short")]
    [TestCase(FirstSection + 8, 0x60, TestName = "a section that is too small for its tables")]
    [TestCase(FirstSection + 23, 0x7F, TestName = "a section behind the end of the file")]
    public void Report_WithADamagedHeader_SaysSo(int place, byte value)
    {
        var damaged = (byte[])Small.Clone();
        damaged[Header + place] = value;
        if (place == FirstSection + 8) damaged[Header + place + 1] = 0;
        Assert.That(Scan.Report(damaged, ScanPolicy.Default).ToString(), Does.Contain("damaged"));
    }

    [Test]
    public void Report_OfAFileThatOffersFunctions_NamesThem()
    {
        var exporting = (byte[])Small.Clone();
        exporting[Header + 24 + 96 + 4] = 40;
        var report = (ScanReport.Readable)Scan.Report(exporting, ScanPolicy.Default);
        Assert.That(report.Findings.Select(finding => finding.Api), Is.EqualTo(new[] { "native exports" }));
    }
}
