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
        // Only what the list needs is kept of each line: classes are large.
        var answers =
            from line in lines
            where line.Worksheet is not null
            from part in line.Parts
            where part.Verdict == Verdict.Pending || part.IsMarked
            let text = part.Reading ?? string.Empty
            select new Answer(line.Worksheet!, part.Part, AnswerText.Hash(text), text, part.MaxScore, new(line.Student ?? line.File, line.File));
        var groups = answers.GroupBy(answer => (answer.Worksheet, answer.Part, answer.Hash)).ToList();
        var rubrics = groups.Select(group => group.Key.Worksheet).Distinct().ToDictionary(id => id, id => new WorksheetRubrics(library, id));
        return groups
            .OrderBy(group => group.Key.Worksheet, StringComparer.Ordinal)
            .ThenBy(group => rubrics[group.Key.Worksheet].Place(group.Key.Part))
            .ThenBy(group => group.Key.Part, StringComparer.Ordinal)
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key.Hash, StringComparer.Ordinal)
            .Select(group => new MarkingGroup(
                group.Key.Worksheet,
                group.Key.Part,
                group.Key.Hash,
                group.First().Text,
                group.Select(answer => answer.Author).ToEquatableList(),
                rubrics[group.Key.Worksheet].Of(group.Key.Part, group.Max(answer => answer.MaxScore)),
                marks.Find(group.Key.Worksheet, group.Key.Part, group.Key.Hash)))
            .ToEquatableList();
    }

    private sealed record Answer(string Worksheet, string Part, string Hash, string Text, decimal MaxScore, Author Author);

    private sealed class WorksheetRubrics(Library library, string id)
    {
        private readonly List<Part> parts = library.Find(id) is Found.Success(var worksheet) ? [.. worksheet.Parts] : [];

        public int Place(string part) => parts.FindIndex(asked => asked.Id == part);

        public EquatableList<RubricItem> Of(string part, decimal points) => parts.Find(asked => asked.Id == part)?.Kind is PartKind.Prose prose
            ? prose.Rubric
            : [new(PersonMark.WholePart, "The whole part.", points)];
    }
}
