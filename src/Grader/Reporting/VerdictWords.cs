using System.Diagnostics;
using Grader.Checking;

namespace Grader.Reporting;

/// <summary>How a verdict is shown: in words first; the mark and the colour only repeat them.</summary>
/// <param name="Kind">The name of its style.</param>
internal sealed record VerdictWords(string Kind, string Words, string Mark)
{
    public static VerdictWords Of(Verdict verdict) => verdict switch
    {
        Verdict.Correct => new("correct", "Correct", "✓"),
        Verdict.Partial => new("partial", "Partly correct", "◐"),
        Verdict.Incorrect => new("incorrect", "Incorrect", "✗"),
        Verdict.Unreadable => new("unreadable", "Could not be read", "?"),
        Verdict.Missing => new("missing", "Not answered", "–"),
        Verdict.Pending => new("pending", "Waits for a person", "…"),
        _ => throw new UnreachableException(),
    };
}
