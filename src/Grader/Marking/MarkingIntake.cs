using System.Globalization;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Marking;

/// <summary>What a filled list comes to. Where there are problems, nothing of it is taken in.</summary>
/// <param name="Marks">Those that say something new, in the list's order.</param>
public sealed record Intake(EquatableList<PersonMark> Marks, EquatableList<MarkingProblem> Problems);

/// <summary>Holds a filled list against what there is to mark. Every problem is named, not only the first.</summary>
public static class MarkingIntake
{
    private const int MostDecimals = 2;

    /// <param name="now">In UTC.</param>
    public static Intake Of(EquatableList<FilledRow> rows, EquatableList<MarkingGroup> groups, DateTime now)
    {
        var byKey = groups.ToDictionary(group => group.Key);
        var problems = new List<MarkingProblem>();
        var known = rows.Where(row => IsKnown(row, byKey, groups, problems)).ToList();
        Doubled(known, problems);
        var marks = new List<PersonMark>();
        foreach (var answer in known.GroupBy(row => row.Key))
        {
            var group = byKey[answer.Key];
            var mark = MarkOf(group, [.. answer.DistinctBy(row => row.Item)], now, problems);
            if (mark is not null && !(group.Mark?.SaysTheSameAs(mark) ?? false)) marks.Add(mark);
        }

        return problems.Count > 0 ? new([], problems.OrderBy(problem => problem.Line).ToEquatableList()) : new(marks.ToEquatableList(), []);
    }

    private static bool IsKnown(
        FilledRow row, Dictionary<(string, string, string), MarkingGroup> byKey, EquatableList<MarkingGroup> groups, List<MarkingProblem> problems)
    {
        if (byKey.TryGetValue(row.Key, out var group))
        {
            if (group.Rubric.Any(item => item.Id == row.Item)) return true;
            var items = group.Rubric.Select(item => item.Id).ToList();
            problems.Add(new(row.Line, "item", $"Part {row.Part} has no rubric item \"{row.Item}\". {Suggestion.For(row.Item, items)}"));
        }
        else if (groups.All(other => other.Worksheet != row.Worksheet))
        {
            problems.Add(new(row.Line, "worksheet", $"Nothing of a worksheet \"{row.Worksheet}\" is there to mark."));
        }
        else if (groups.All(other => (other.Worksheet, other.Part) != (row.Worksheet, row.Part)))
        {
            problems.Add(new(row.Line, "part", $"Worksheet {row.Worksheet} has no part \"{row.Part}\" that waits for a person."));
        }
        else
        {
            problems.Add(new(row.Line, "answer", $"Nobody's answer to {row.Part} has the text \"{row.Answer}\" stands for. It was handed in anew since the list was written, or the cell was changed. Write a new list."));
        }

        return false;
    }

    private static void Doubled(List<FilledRow> rows, List<MarkingProblem> problems)
    {
        foreach (var same in rows.GroupBy(row => (row.Key, row.Item)))
        {
            foreach (var again in same.Skip(1)) problems.Add(new(again.Line, null, $"This answer's item \"{again.Item}\" stands in line {same.First().Line} already."));
        }
    }

    private static PersonMark? MarkOf(MarkingGroup group, List<FilledRow> rows, DateTime now, List<MarkingProblem> problems)
    {
        var items = new List<ItemPoints>();
        var before = problems.Count;
        foreach (var item in group.Rubric)
        {
            var row = rows.Find(row => row.Item == item.Id);
            if (row is null || row.Points.Length == 0) continue;
            if (Points(row, item, problems) is { } points) items.Add(new(item.Id, points));
        }

        if (problems.Count > before) return null;
        var comment = string.Join(' ', rows.Select(row => row.Comment).Where(comment => comment.Length > 0).Distinct());
        if (items.Count == group.Rubric.Count)
        {
            return new(group.Worksheet, group.Part, group.Answer, items.ToEquatableList(), comment, group.Authors.Select(author => author.File).ToEquatableList(), now);
        }

        Incomplete(group, rows, items, comment, problems);
        return null;
    }

    // Half a rubric filled in is not a mark, and must not be taken for one.
    private static void Incomplete(MarkingGroup group, List<FilledRow> rows, List<ItemPoints> items, string comment, List<MarkingProblem> problems)
    {
        var open = group.Rubric.Select(item => item.Id).Except(items.Select(item => item.Item));
        if (items.Count > 0)
        {
            var row = rows.First(row => row.Points.Length > 0);
            problems.Add(new(row.Line, "points", $"This answer has points for \"{row.Item}\", and none for: {string.Join(", ", open)}. Give 0 where nothing is earned."));
        }
        else if (group.Mark is not null)
        {
            problems.Add(new(rows[0].Line, "points", "This answer has been marked, and the points are blank here. A mark can be changed and not taken back."));
        }
        else if (comment.Length > 0)
        {
            problems.Add(new(rows.First(row => row.Comment.Length > 0).Line, "comment", "There is a comment, and no points."));
        }
    }

    private static decimal? Points(FilledRow row, RubricItem item, List<MarkingProblem> problems)
    {
        var problem = Read(row.Points) is not { } points
            ? row.Points.Contains(',', StringComparison.Ordinal) && Read(row.Points.Replace(',', '.')) is { } meant
                ? $"\"{row.Points}\" is not a number here: write {Scoring.Written(meant)}."
                : $"\"{row.Points}\" is not a number."
            : points < 0 ? $"{row.Points} is below 0."
            : points > item.Points ? $"{row.Points} is beyond the {Scoring.Written(item.Points)} that \"{item.Id}\" is worth."
            : decimal.Round(points, MostDecimals) != points ? $"{row.Points} has more than {MostDecimals} decimals, which gradebooks cut off."
            : null;
        if (problem is not null) problems.Add(new(row.Line, "points", problem));
        return Read(row.Points);
    }

    private static decimal? Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
