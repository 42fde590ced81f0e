namespace Grader.Classes;

/// <summary>Feedback on programs that were stopped, crashed or were refused.</summary>
internal static class FailingCodes
{
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "timeout", "crashed", "memory", "output-flood", "forbidden-api", "not-loadable", "compile-error", "not-deterministic",
    };
}
