using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Exercises;

namespace Grader.Marking;

/// <summary>One answer for a person to mark, once for all who gave it.</summary>
/// <param name="Text">As the first of them wrote it. Never trusted.</param>
/// <param name="Rubric">At least one item.</param>
/// <param name="Mark">What it has been given; null where nobody has marked it.</param>
public sealed record MarkingGroup(
    string Worksheet, string Part, string Answer, string Text, EquatableList<Author> Authors, EquatableList<RubricItem> Rubric, PersonMark? Mark)
{
    public (string Worksheet, string Part, string Answer) Key => (Worksheet, Part, Answer);
}

/// <summary>Who gave an answer, and in which file.</summary>
public sealed record Author(string Student, string File);

/// <summary>Everything of a batch that people mark: prose, what the machine could not decide, and where it failed.</summary>
public static class MarkingGroups
{
    /// <summary>By worksheet and part, in the worksheet's order; answers that many gave come first.</summary>
    public static EquatableList<MarkingGroup> Of(IEnumerable<ResultLine> lines, Library library, Marks marks)
    {
        var answers = new Dictionary<(string Worksheet, string Part, string Hash), Answer>();
        foreach (var line in lines) Gather(line, answers);
        var rubrics = answers.Keys.Select(key => key.Worksheet).Distinct().ToDictionary(id => id, id => new WorksheetRubrics(library, id));
        return answers
            .OrderBy(answer => answer.Key.Worksheet, StringComparer.Ordinal)
            .ThenBy(answer => rubrics[answer.Key.Worksheet].Place(answer.Key.Part))
            .ThenBy(answer => answer.Key.Part, StringComparer.Ordinal)
            .ThenByDescending(answer => answer.Value.Authors.Count)
            .ThenBy(answer => answer.Key.Hash, StringComparer.Ordinal)
            .Select(answer => new MarkingGroup(
                answer.Key.Worksheet,
                answer.Key.Part,
                answer.Key.Hash,
                answer.Value.Text,
                answer.Value.Authors.ToEquatableList(),
                rubrics[answer.Key.Worksheet].Of(answer.Key.Part, answer.Value.MaxScore),
                marks.Find(answer.Key.Worksheet, answer.Key.Part, answer.Key.Hash)))
            .ToEquatableList();
    }

    // Only what the list needs is kept of each line: classes are large.
    private static void Gather(ResultLine line, Dictionary<(string Worksheet, string Part, string Hash), Answer> answers)
    {
        if (line.Worksheet is not { } worksheet) return;
        var author = new Author(line.Student ?? line.File, line.File);
        foreach (var part in line.Parts.Where(part => part.Verdict == Verdict.Pending || part.IsMarked))
        {
            var text = part.Reading ?? string.Empty;
            var key = (worksheet, part.Part, AnswerText.Hash(text));
            if (!answers.TryGetValue(key, out var answer)) answers[key] = answer = new(text);
            answer.Authors.Add(author);
            answer.MaxScore = Math.Max(answer.MaxScore, part.MaxScore);
        }
    }

    /// <param name="text">As the first of the authors wrote it.</param>
    private sealed class Answer(string text)
    {
        public string Text => text;

        public List<Author> Authors { get; } = [];

        public decimal MaxScore { get; set; } = decimal.MinValue;
    }

    private sealed class WorksheetRubrics(Library library, string id)
    {
        private readonly List<Part> parts = library.Find(id) is Found.Success(var worksheet) ? [.. worksheet.Parts] : [];

        public int Place(string part) => parts.FindIndex(asked => asked.Id == part);

        public EquatableList<RubricItem> Of(string part, decimal points) => parts.Find(asked => asked.Id == part)?.Kind is PartKind.Prose prose
            ? prose.Rubric
            : [new(PersonMark.WholePart, "The whole part.", points)];
    }
}
