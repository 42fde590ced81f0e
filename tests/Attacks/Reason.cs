using Grader.Running;

namespace Attacks.Tests;

/// <summary>What came of loading, in the line that the student reads.</summary>
internal static class Reason
{
    public static string Of(LoadOutcome outcome) => outcome switch
    {
        LoadOutcome.Loaded loaded => $"It has {loaded.Methods.Count} methods.",
        LoadOutcome.Refused refused => refused.Sentence,
        LoadOutcome.Died died => died.Cause.Sentence,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
