using Formulas.Text;
using Grader.Batching;
using Grader.Checking;

namespace Grader.Regrading;

/// <summary>How one submission moved from one grading to another.</summary>
/// <param name="Before">Null where it was not there.</param>
/// <param name="After">Null where it is not there any more.</param>
/// <param name="Parts">The parts that moved; none where the whole was not graded on one side.</param>
public sealed record Difference(ResultLine? Before, ResultLine? After, EquatableList<PartDifference> Parts)
{
    public ResultLine Known => After ?? Before!;

    /// <summary>Null where nothing moved.</summary>
    public static Difference? Of(ResultLine? before, ResultLine? after)
    {
        var parts = before is null || after is null ? [] : Moved(before, after).ToEquatableList();
        return parts.Count > 0 || before?.Status != after?.Status || before?.Score != after?.Score || before?.MaxScore != after?.MaxScore ? new(before, after, parts) : null;
    }

    private static IEnumerable<PartDifference> Moved(ResultLine before, ResultLine after)
    {
        var earlier = before.Parts.DistinctBy(part => part.Part).ToDictionary(part => part.Part);
        foreach (var part in after.Parts)
        {
            earlier.Remove(part.Part, out var old);
            if (old is null || old.Verdict != part.Verdict || old.Score != part.Score || old.MaxScore != part.MaxScore) yield return new(part.Part, old, part);
        }

        foreach (var gone in before.Parts.Where(part => earlier.ContainsKey(part.Part))) yield return new(gone.Part, gone, null);
    }
}

/// <param name="Before">Null where the worksheet did not have the part.</param>
/// <param name="After">Null where the worksheet no longer has it.</param>
public sealed record PartDifference(string Part, ResultPart? Before, ResultPart? After)
{
    /// <summary>A sentence.</summary>
    public string Why => (Before, After) switch
    {
        (null, _) => "The worksheet has this part now.",
        (_, null) => "The worksheet no longer has this part.",
        (_, { IsMarked: true }) => "A person marked it.",
        ({ } before, { } after) when before.Verdict == after.Verdict && before.MaxScore != after.MaxScore => "The part is worth something else now.",
        (_, { Feedback: [var first, ..] }) => first.Message,
        (_, { Verdict: Verdict.Correct }) => "It is taken as right now.",
        _ => "It is judged otherwise now.",
    };
}
