using Protocol;

namespace Attacks.Tests;

/// <summary>The system calls of x86-64 that a box may answer, each with what it is for.</summary>
internal static class SystemCalls
{
    private static readonly IReadOnlyDictionary<int, string> Harmless = new Dictionary<int, string>
    {
        [0] = "read", [1] = "write", [3] = "close",
    };

    public static bool AreAllHarmless(Datum datum) => Others(datum).Count == 0;

    /// <summary>The calls that are answered and not in the list.</summary>
    public static IReadOnlyList<int> Others(Datum datum) =>
        datum is Datum.Vector { Entries: var numbers } ? [.. numbers.Select(number => (int)number).Where(number => !Harmless.ContainsKey(number))] : [-1];
}
