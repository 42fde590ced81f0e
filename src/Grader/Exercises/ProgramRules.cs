using Grader.Running;
using Scanning;

namespace Grader.Exercises;

/// <summary>What a worksheet lets students' programs do.</summary>
/// <param name="Scan">Which parts of .NET they may use.</param>
public sealed record ProgramRules(Limits Limits, ScanPolicy Scan)
{
    public static ProgramRules Default { get; } = new(Limits.Default, ScanPolicy.Default);
}
