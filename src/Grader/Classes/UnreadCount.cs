using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Marking;

namespace Grader.Classes;

/// <summary>Counts what students typed and could not be read, by what they were told and what they typed.</summary>
internal sealed class UnreadCount
{
    private const int LongestText = 200;

    private readonly Dictionary<(string Code, string Message, string Text), Typed> all = [];

    public void Add(string worksheet, ResultPart part, int submission)
    {
        if (part.Verdict == Verdict.Unreadable && part.Cells.Count == 0) Add($"{worksheet} {part.Part}", part.Reading, part.Feedback, submission);
        foreach (var cell in part.Cells.Where(cell => cell.Verdict == Verdict.Unreadable))
            Add($"{worksheet} {part.Part}, {cell.Cell}", cell.Reading, cell.Feedback, submission);
    }

    /// <summary>What many typed first.</summary>
    public EquatableList<UnreadNotation> Figures() => all
        .OrderByDescending(entry => entry.Value.Submissions.Count)
        .ThenBy(entry => entry.Key.Code, StringComparer.Ordinal)
        .ThenBy(entry => entry.Key.Text, StringComparer.Ordinal)
        .ThenBy(entry => entry.Key.Message, StringComparer.Ordinal)
        .Select(entry => new UnreadNotation(
            entry.Key.Code, entry.Key.Message, entry.Key.Text, entry.Value.Places.ToEquatableList(), entry.Value.Submissions.ToEquatableList()))
        .ToEquatableList();

    private void Add(string place, string? text, EquatableList<Feedback> feedback, int submission)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var (code, message) = feedback is [var first, ..] ? (first.Code, FirstLine(first.Message)) : (string.Empty, string.Empty);
        var key = (code, message, Cut(AnswerText.Normalise(text)));
        if (!all.TryGetValue(key, out var typed)) all[key] = typed = new(new(StringComparer.Ordinal), []);
        typed.Places.Add(place);
        if (typed.Submissions is not [.., var last] || last != submission) typed.Submissions.Add(submission);
    }

    // The lines below it repeat the text, with a mark under the place.
    private static string FirstLine(string message) => message.Split('\n')[0];

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    private sealed record Typed(SortedSet<string> Places, List<int> Submissions);
}
