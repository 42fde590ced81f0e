using Formulas.Text;

namespace Grader.Drawing;

/// <summary>A computation graph as it is to be drawn: what stands in the boxes and on the arrows.</summary>
public sealed record GraphPicture(EquatableList<PictureNode> Nodes, EquatableList<PictureArrow> Arrows)
{
    /// <summary>The width of a letter of the drawing's fixed-width type.</summary>
    private const double Letter = 7.9;

    private const double SmallLetter = 6.7;

    private const double Line = 19;

    public Layout Place() => LayeredLayout.Of(
        [.. Nodes.Select(node => new BoxSize(node.Id, WidthOf(node), HeightOf(node)))],
        [.. Arrows.Select(arrow => new Arrow(arrow.From, arrow.To, arrow.Place, arrow.Label is { } label ? (SmallLetter * label.Length) + 16 : 0))]);

    private static double WidthOf(PictureNode node) => 18 + (Letter * node.Lines.Max(line => line.Length));

    private static double HeightOf(PictureNode node) => 12 + (Line * node.Lines.Count);
}

/// <param name="Id">No two are the same.</param>
/// <param name="Value">Null where it has none.</param>
/// <param name="Mark">What it is marked as; null for nothing.</param>
/// <param name="Step">Of a walk through the graph, at which the value becomes known; null outside of walks.</param>
public sealed record PictureNode(string Id, string Title, string? Value, string? Mark, NodeLook Look, int? Step = null)
{
    public bool IsOutput { get; init; }

    public EquatableList<string> Lines => new[] { Title, Value, Mark is null ? null : $"◆ {Mark}", Note }.OfType<string>().ToEquatableList();

    /// <summary>In words what the look says by colour.</summary>
    public string? Note => Look switch
    {
        NodeLook.Wrong => "✗ look here",
        NodeLook.Unused => "not used",
        NodeLook.Input or NodeLook.Usual => IsOutput ? "output" : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

public enum NodeLook
{
    Usual,
    Input,
    Wrong,
    Unused,
}

/// <param name="Place">Among the target's inputs, from 0.</param>
/// <param name="Label">The derivative along it; null for none.</param>
/// <param name="Step">Of a walk through the graph, at which the label becomes known; null outside of walks.</param>
public sealed record PictureArrow(string From, string To, int Place, string? Label, int? Step = null);
