using Formulas.Text;
using Grader.Checking;

namespace Grader.Marking;

/// <summary>The marks that count: for each answer the last one given.</summary>
public sealed class Marks
{
    private readonly Dictionary<(string Worksheet, string Part, string Answer), PersonMark> byAnswer = [];

    private readonly HashSet<(string Worksheet, string Part, string File)> marked = [];

    public Marks(IEnumerable<PersonMark> journal)
    {
        foreach (var mark in journal)
        {
            byAnswer[(mark.Worksheet, mark.Part, mark.Answer)] = mark;
            foreach (var file in mark.Files) marked.Add((mark.Worksheet, mark.Part, file));
        }
    }

    public static Marks None { get; } = new([]);

    public PersonMark? Find(string worksheet, string part, string answer) => byAnswer.GetValueOrDefault((worksheet, part, answer));

    /// <summary>The result with people's marks in it. They count for every equal text, and only for that.</summary>
    public SubmissionResult Apply(SubmissionResult result)
    {
        if (byAnswer.Count == 0) return result;
        var parts = result.Parts.Select(part => Apply(part, result)).ToEquatableList();
        var totals = Scoring.Total(parts);
        return result with { Parts = parts, Score = totals.Score, MaxScore = totals.MaxScore };
    }

    private PartResult Apply(PartResult part, SubmissionResult result)
    {
        if (part.Verdict == Verdict.Missing || part.Reading is not { } reading) return part;
        var mark = Find(result.Worksheet, part.PartId, AnswerText.Hash(reading.Plain));
        if (mark is null)
        {
            var isChanged = part.Verdict == Verdict.Pending && marked.Contains((result.Worksheet, part.PartId, result.File));
            return isChanged ? part with { Feedback = [.. part.Feedback, Messages.MarkedOtherText()], IsShared = false } : part;
        }

        return mark.Points > part.MaxScore
            ? part with { Feedback = [.. part.Feedback, Messages.MarkedForMore(mark.Points)], IsShared = false }
            : part with
            {
                Verdict = mark.Points == part.MaxScore ? Verdict.Correct : mark.Points > 0 ? Verdict.Partial : Verdict.Incorrect,
                Score = mark.Points,
                Feedback = [Messages.MarkedByPerson(mark, part.MaxScore)],
                Counterexample = null,
                Mark = mark,
                IsShared = false,
            };
    }
}
