using Grader.Batching;
using Grader.Checking;

namespace Grader.Classes;

/// <summary>Which feedback names a mistake. The rest are notes, or say no more than that an answer is wrong.</summary>
internal static class MistakeNames
{
    private static readonly HashSet<string> NamesNone = new(StringComparer.Ordinal)
    {
        "wrong-value", "alternative-reading", "exact-value", "carried-forward", "read-as-value", "gap", "reading-note",
        "undecided", "waits-for-person", "marked-by-person", "earlier-mark", "grader-fault", "inputs-changed", "cells-missing", "first-mistake",
        "not-carried",
    };

    /// <summary>Mistakes of a judged answer, its cells' included.</summary>
    public static IEnumerable<Feedback> In(ResultPart part) => part.Verdict is Verdict.Incorrect or Verdict.Partial
        ? Named(part.Feedback).Concat(part.Cells.Where(cell => cell.Verdict is Verdict.Incorrect or Verdict.Partial).SelectMany(cell => Named(cell.Feedback)))
        : [];

    public static IEnumerable<Feedback> Named(IEnumerable<Feedback> feedback) =>
        feedback.Where(said => !NamesNone.Contains(said.Code) && !FailingCodes.All.Contains(said.Code));
}
