using System.Globalization;

namespace Attacks.Tests;

/// <summary>Processes that are left of boxes.</summary>
internal static class Remains
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Hosts and boxes that are children of this process, or nobody's, after a moment in which they may end.</summary>
    public static IReadOnlyList<string> OfThisProcess()
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            var left = Found();
            if (left.Count == 0 || System.Diagnostics.Stopwatch.GetElapsedTime(start) > Grace) return left;
            Thread.Sleep(50);
        }
    }

    private static IReadOnlyList<string> Found() =>
        [.. Directory.EnumerateDirectories("/proc").Select(Described).OfType<string>()];

    private static string? Described(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), out _)) return null;
        try
        {
            // "12 (name) S 1 ...": the name may hold blanks and brackets, and ends at the last bracket.
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var name = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..text.LastIndexOf(')')];
            var parent = int.Parse(text[(text.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
            return name is "grader-host" or "bwrap" && (parent == 1 || parent == Environment.ProcessId) ? text : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
