using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Marking;
using Grader.Statistics;

namespace Grader.Classes;

/// <summary>
/// Keeps who gave which wrong answer, as far as it is needed to find the same rare one again. Most wrong answers are given once: of
/// those a hash and a number are kept.
/// </summary>
internal sealed class WrongAnswers
{
    private const int LongestText = 120;

    private const int MostShown = 50;

    // A named mistake that one in this many makes is a common one, in whatever words.
    private const int CommonOneIn = 20;

    private readonly Dictionary<Spot, Place> places = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> students = [];

    // For each graded submission, its number and its student's.
    private readonly List<(int Submission, int Student)> submitted = [];

    private int current;

    /// <summary>From now on, answers are of this submission.</summary>
    public void Submit(string student, int submission)
    {
        if (!numbers.TryGetValue(student, out current))
        {
            numbers[student] = current = students.Count;
            students.Add(student);
        }

        submitted.Add((submission, current));
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
        [
            .. from entry in places
               let name = entry.Key.ToString()
               from given in entry.Value.Shared
               where !IsCommonMistake(entry.Key, entry.Value, given.Value, made)
               orderby name, given.Key
               select new SharedAnswer(name, given.Value.Text, entry.Value.Answered, given.Value.Students.ToEquatableList()),
        ]);
        var shown = pairs.Take(MostShown).ToEquatableList();
        return new(pairs.Count, shown, SubmissionsOf([.. shown.SelectMany(pair => (int[])[pair.First, pair.Second])]));
    }

    private Dictionary<int, StudentSubmissions> SubmissionsOf(HashSet<int> numbers) => submitted
        .Where(entry => numbers.Contains(entry.Student))
        .GroupBy(entry => entry.Student, entry => entry.Submission)
        .ToDictionary(entries => entries.Key, entries => new StudentSubmissions(students[entries.Key], entries.ToEquatableList()));

    private static bool IsCommonMistake(Spot at, Place place, SharedText given, Dictionary<(string Worksheet, string Part, string Code), int> made) => given.Codes.Any(code =>
        made.GetValueOrDefault((at.Worksheet, at.Part, code)) is var times
        && times > Coincidence.MostGivers && times * CommonOneIn >= place.Answered);

    private void Add(Spot at, Verdict verdict, string? text, EquatableList<Feedback> feedback)
    {
        if (verdict is Verdict.Missing or Verdict.Pending) return;
        if (!places.TryGetValue(at, out var place)) places[at] = place = new();
        place.Answered++;
        if (verdict == Verdict.Correct || string.IsNullOrWhiteSpace(text)) return;
        var hash = AnswerText.Number(text);
        if (place.Shared.TryGetValue(hash, out var shared))
        {
            shared.Add(current);
        }
        else if (!place.Alone.TryGetValue(hash, out var first))
        {
            place.Alone[hash] = (current, Codes(feedback));
        }
        else if (first.Student != current)
        {
            place.Alone.Remove(hash);
            place.Shared[hash] = new(Cut(AnswerText.Normalise(text)), first.Codes, [first.Student, current]);
        }
    }

    private static string[] Codes(EquatableList<Feedback> feedback) => [.. MistakeNames.Named(feedback).Select(said => said.Code)];

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    private readonly record struct Spot(string Worksheet, string Part, string? Cell)
    {
        public override string ToString() => Cell is null ? $"{Worksheet} {Part}" : $"{Worksheet} {Part}, {Cell}";
    }

    /// <summary>Wrong answers to one question, by the hash of their text.</summary>
    private sealed class Place
    {
        public int Answered { get; set; }

        public Dictionary<ulong, (int Student, string[] Codes)> Alone { get; } = [];

        public Dictionary<ulong, SharedText> Shared { get; } = [];
    }

    private sealed record SharedText(string Text, string[] Codes, List<int> Students)
    {
        public void Add(int student)
        {
            // One more than are few is enough to know that they are many.
            if (Students.Count <= Coincidence.MostGivers && !Students.Contains(student)) Students.Add(student);
        }
    }
}
