using Grader.Authoring;
using Grader.Exercises;

namespace Grader.Previewing;

/// <summary>A worksheet's folder at one moment.</summary>
/// <param name="Stamp">Of the files that were read.</param>
/// <param name="Worksheet">The last one that could be read; null where none could.</param>
/// <param name="IsCurrent">Whether it is what the files say now.</param>
/// <param name="LookedOver">Whether the findings are all that lint has to say, not only what cannot be read.</param>
/// <param name="Fault">What went wrong in the grader itself while the worksheet was looked over; null for nothing.</param>
internal sealed record PreviewState(
    string Stamp, Worksheet? Worksheet, bool IsCurrent, IReadOnlyList<Finding> Findings, bool LookedOver, string? Fault)
{
    /// <summary>Differs whenever a page would.</summary>
    public string Version => $"{StringComparer.Ordinal.GetHashCode(Stamp):x8}-{(LookedOver ? 2 : 1)}";
}

/// <summary>
/// Follows a worksheet's files: reads them when they have changed, and has them looked over meanwhile, so that nobody waits for that.
/// Safe for several threads.
/// </summary>
/// <param name="lint">Finds all problems of a folder's files.</param>
internal sealed class LivePreview(PreviewFolder folder, Func<string, IReadOnlyList<Finding>> lint)
{
    private readonly Lock door = new();

    private PreviewState state = new(string.Empty, null, IsCurrent: false, [], LookedOver: false, Fault: null);

    private Task lookingOver = Task.CompletedTask;

    public PreviewState Now()
    {
        lock (door)
        {
            var stamp = folder.Stamp();
            if (stamp == state.Stamp) return state;
            var source = WorksheetReader.ReadSource(folder.Path);
            var isGood = source.Worksheet is not null && source.Problems.Count == 0;
            state = new(
                stamp, isGood ? source.Worksheet : state.Worksheet, isGood, [.. source.Problems.Select(problem => new Finding(LintRules.Unreadable, problem))],
                LookedOver: false, Fault: null);
            lookingOver = lookingOver.ContinueWith(_ => LookOver(stamp), TaskScheduler.Default);
            return state;
        }
    }

    private void LookOver(string stamp)
    {
        // Whoever types on has the next version looked over, not each one in between.
        if (!IsAt(stamp)) return;
        var (findings, fault) = Findings();
        lock (door)
        {
            if (state.Stamp == stamp) state = state with { Findings = fault is null ? findings : state.Findings, LookedOver = true, Fault = fault };
        }
    }

    private bool IsAt(string stamp)
    {
        lock (door) return state.Stamp == stamp;
    }

    private (IReadOnlyList<Finding> Findings, string? Fault) Findings()
    {
        try
        {
            return (lint(folder.Path), null);
        }
#pragma warning disable CA1031 // A file half written may break what nobody thought of; the preview says so and goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return ([], fault.Message);
        }
    }
}
