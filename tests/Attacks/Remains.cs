using System.Diagnostics;

namespace Attacks.Tests;

/// <summary>Processes that are left of boxes.</summary>
internal static class Remains
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Hosts and boxes that are children of this process, or nobody's, after a moment in which they may end. Of its own, those count
    /// as well that have ended and were not collected.
    /// </summary>
    public static IReadOnlyList<ProcessEntry> OfThisProcess()
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            IReadOnlyList<ProcessEntry> left = [.. ProcessTable.Now().Where(entry =>
                entry.Name is "grader-host" or "bwrap" && (entry.Parent == Environment.ProcessId || entry is { Parent: 1, State: not 'Z' }))];
            if (left.Count == 0 || Stopwatch.GetElapsedTime(start) > Grace) return left;
            Thread.Sleep(50);
        }
    }
}
