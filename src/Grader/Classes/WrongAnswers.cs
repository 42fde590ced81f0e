using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Marking;
using Grader.Statistics;

namespace Grader.Classes;

/// <summary>Keeps who gave which wrong answer, as far as it is needed to find the same rare one again.</summary>
internal sealed class WrongAnswers
{
    private const int LongestText = 120;

    private const int MostShown = 50;

    // A named mistake that one in this many makes is a common one, in whatever words.
    private const int CommonOneIn = 20;

    private readonly Dictionary<(string Place, string Hash), Given> all = [];
    private readonly Dictionary<string, int> answered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Student, List<int> Submissions)> students = [];
    private int current;

    /// <summary>From now on, answers are of this submission.</summary>
    public void Submit(string student, int submission)
    {
        if (!numbers.TryGetValue(student, out current))
        {
            numbers[student] = current = students.Count;
            students.Add((student, []));
        }

        students[current].Submissions.Add(submission);
    }

    public void Add(string worksheet, ResultPart part)
    {
        if (part.Cells.Count == 0) Add(new(worksheet, part.Part, null), part.Verdict, part.Reading, part.Feedback);
        foreach (var cell in part.Cells) Add(new(worksheet, part.Part, cell.Cell), cell.Verdict, cell.Reading, cell.Feedback);
    }

    /// <param name="mistakes">All named mistakes with how many made them.</param>
    public CoincidenceFigures Figures(EquatableList<NamedMistake> mistakes)
    {
        var made = mistakes.ToDictionary(mistake => (mistake.Worksheet, mistake.Part, mistake.Code), mistake => mistake.Submissions.Count);
        var pairs = Coincidence.Among(
            from entry in all
            let given = entry.Value
            where given.Students.Count >= 2 && !IsCommonMistake(given, made)
            orderby entry.Key.Place, entry.Key.Hash
            select new SharedAnswer(entry.Key.Place, given.Text, answered[entry.Key.Place], given.Students.ToEquatableList()));
        return new(
            pairs.Count,
            pairs.Take(MostShown).ToEquatableList(),
            [.. students.Select(student => new StudentSubmissions(student.Student, student.Submissions.ToEquatableList()))]);
    }

    private bool IsCommonMistake(Given given, Dictionary<(string Worksheet, string Part, string Code), int> made) => given.Codes.Any(code =>
        made.GetValueOrDefault((given.At.Worksheet, given.At.Part, code)) is var times
        && times > Coincidence.MostGivers && times * CommonOneIn >= answered[given.At.ToString()]);

    private void Add(Spot at, Verdict verdict, string? text, EquatableList<Feedback> feedback)
    {
        if (verdict is Verdict.Missing or Verdict.Pending) return;
        var place = at.ToString();
        answered[place] = answered.GetValueOrDefault(place) + 1;
        if (verdict == Verdict.Correct || string.IsNullOrWhiteSpace(text)) return;
        var key = (place, AnswerText.Hash(text));
        if (!all.TryGetValue(key, out var given)) all[key] = given = new(at, Cut(AnswerText.Normalise(text)), [.. MistakeNames.Named(feedback).Select(said => said.Code)], []);
        // One more than are few is enough to know that they are many.
        if (given.Students.Count <= Coincidence.MostGivers && !given.Students.Contains(current)) given.Students.Add(current);
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    private sealed record Spot(string Worksheet, string Part, string? Cell)
    {
        public override string ToString() => Cell is null ? $"{Worksheet} {Part}" : $"{Worksheet} {Part}, {Cell}";
    }

    private sealed record Given(Spot At, string Text, string[] Codes, List<int> Students);
}
