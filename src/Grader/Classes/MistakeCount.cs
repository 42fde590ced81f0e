using Formulas.Text;
using Grader.Batching;

namespace Grader.Classes;

/// <summary>Counts named mistakes by worksheet, part and code.</summary>
internal sealed class MistakeCount
{
    // Messages may quote what a student wrote; the frequent ones come early.
    private const int MostMessages = 64;

    private readonly Dictionary<(string Worksheet, string Part, string Code), Made> all = [];

    public void Add(string worksheet, ResultPart part, int submission)
    {
        foreach (var said in MistakeNames.In(part).DistinctBy(said => said.Code))
        {
            var key = (worksheet, part.Part, said.Code);
            if (!all.TryGetValue(key, out var made)) all[key] = made = new([], new(StringComparer.Ordinal));
            made.Submissions.Add(submission);
            if (made.Messages.TryGetValue(said.Message, out var times)) made.Messages[said.Message] = times + 1;
            else if (made.Messages.Count < MostMessages) made.Messages[said.Message] = 1;
        }
    }

    /// <summary>The most frequent first.</summary>
    public EquatableList<NamedMistake> Figures() => all
        .OrderByDescending(entry => entry.Value.Submissions.Count)
        .ThenBy(entry => entry.Key.Worksheet, StringComparer.Ordinal)
        .ThenBy(entry => entry.Key.Part, StringComparer.Ordinal)
        .ThenBy(entry => entry.Key.Code, StringComparer.Ordinal)
        .Select(entry => new NamedMistake(
            entry.Key.Worksheet,
            entry.Key.Part,
            entry.Key.Code,
            entry.Value.Messages.OrderByDescending(message => message.Value).ThenBy(message => message.Key, StringComparer.Ordinal).First().Key,
            entry.Value.Submissions.ToEquatableList()))
        .ToEquatableList();

    private sealed record Made(List<int> Submissions, Dictionary<string, int> Messages);
}
