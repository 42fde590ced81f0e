using Formulas.Text;

namespace Grader.Marking;

/// <summary>What a person gave for one answer to one part, whoever wrote it.</summary>
/// <param name="Answer">The hash of the answer's text.</param>
/// <param name="Items">Points by rubric item; for a part without a rubric one item, <see cref="WholePart"/>.</param>
/// <param name="Files">Whose answer it was when it was marked: to tell later that a text has changed.</param>
/// <param name="Marked">In UTC.</param>
public sealed record PersonMark(
    string Worksheet, string Part, string Answer, EquatableList<ItemPoints> Items, string Comment, EquatableList<string> Files, DateTime Marked)
{
    public const string WholePart = "all";

    public decimal Points => Items.Sum(item => item.Points);

    /// <summary>Whether nothing but the time differs.</summary>
    public bool SaysTheSameAs(PersonMark other) => Items.Equals(other.Items) && Comment == other.Comment;
}

public sealed record ItemPoints(string Item, decimal Points);
