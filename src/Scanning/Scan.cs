namespace Scanning;

/// <summary>
/// A look at a DLL before anything of it runs. It is feedback, so that a student reads which method may not use what; it is no wall:
/// what holds hostile code back is the box it runs in. Nothing is loaded, only tables are read.
/// </summary>
public static class Scan
{
    public const int MostFindings = 100;

    /// <summary>No compiled worksheet comes near it. The box maps no piece of memory of 8 MiB or more, and a file is one.</summary>
    public const int LargestFile = 7 << 20;

    private const int StepsPerByte = 64;

    private const int LeastSteps = 1 << 22;

    /// <summary>Every use of what <paramref name="policy"/> refuses, or why the bytes cannot be run at all. Bad bytes never throw.</summary>
    public static unsafe ScanReport Report(ReadOnlySpan<byte> file, ScanPolicy policy)
    {
        if (FileKind.Problem(file) is { } problem) return new ScanReport.Unreadable(problem);
        try
        {
            fixed (byte* start = file) return Report(new ProgramFile(start, file.Length), file.Length, policy);
        }
        catch (BadImageFormatException damage)
        {
            return new ScanReport.Unreadable(Damaged(damage.Message));
        }
#pragma warning disable CA1031 // The metadata reader meets damaged tables with exceptions of many types; each means the same here.
        catch (Exception damage)
#pragma warning restore CA1031
        {
            return new ScanReport.Unreadable(Damaged(damage is OverflowException ? "a number in it is too large" : "its tables contradict each other"));
        }
    }

    private static ScanReport Report(ProgramFile file, int length, ScanPolicy policy)
    {
        if (!file.HasMetadata) return new ScanReport.Unreadable("The file is a program without .NET metadata: a DLL that 'dotnet build' made is wanted.");
        var metadata = file.Metadata();
        if (!metadata.IsAssembly) return new ScanReport.Unreadable("The file is a module without an assembly: a DLL that 'dotnet build' made is wanted.");
        var budget = new ScanBudget(Math.Max(LeastSteps, (long)length * StepsPerByte));
        var findings = new List<Finding>();
        NativeParts.Find(file, findings);
        new Uses(file, metadata, policy, budget, findings).Find();
        // Most files have none, and need no sorting made ready.
        return new ScanReport.Readable(findings.Count == 0 ? findings : Sorted(findings), DeclaredMethods.Of(metadata, budget));
    }

    private static string Damaged(string reason)
    {
        var line = reason.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return $"The file is damaged: {(line.Length == 0 ? "its tables cannot be read" : char.ToLowerInvariant(line[0]) + line[1..])}. Build it again.";
    }

    private static List<Finding> Sorted(List<Finding> findings) =>
    [
        .. findings.Distinct().OrderBy(finding => finding.User, StringComparer.Ordinal).ThenBy(finding => finding.Api, StringComparer.Ordinal).Take(MostFindings),
    ];
}
