using System.Globalization;
using System.Text;
using Formulas.Rendering;

namespace Grader.Drawing;

/// <summary>
/// A placed graph as an SVG element to stand in a page of ours. Colours and type come from the page's style (<c>templates/style.hbs</c>),
/// so that it follows light, dark and print. All text from outside is escaped here.
/// </summary>
public static class GraphSvg
{
    private const double LineHeight = 19;

    private const double CornerRadius = 7;

    /// <summary>Where the page is narrower than the drawing, it shrinks so far that its letters can still be read; beyond that it scrolls.</summary>
    private const double Smallest = 0.8;

    /// <param name="description">What the drawing shows, for those who do not see it.</param>
    public static string Render(GraphPicture picture, string description)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var layout = picture.Place();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"graph\" role=\"img\" aria-label=\"{VisibleText.Escape(description)}\" width=\"{N(layout.Width)}\" height=\"{N(layout.Height)}\" style=\"min-width:{N(Smallest * layout.Width)}px\" viewBox=\"0 0 {N(layout.Width)} {N(layout.Height)}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<desc>{VisibleText.Escape(InWords(picture))}</desc>");
        foreach (var arrow in layout.Arrows) WriteArrow(svg, arrow, picture);
        foreach (var box in layout.Boxes) WriteBox(svg, box, picture.Nodes.First(node => node.Id == box.Id));
        foreach (var loop in picture.Arrows.Where(arrow => arrow.From == arrow.To)) WriteLoop(svg, layout.Boxes.First(box => box.Id == loop.From).Area);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Box by box: what it is, what it takes, and what stands in it.</summary>
    private static string InWords(GraphPicture picture)
    {
        var takes = picture.Arrows.OrderBy(arrow => arrow.Place).ToLookup(arrow => arrow.To, arrow => arrow.From);
        return string.Join("; ", picture.Nodes.Select(node =>
            string.Join(", ", node.Lines.Take(1).Append(takes.Contains(node.Id) ? $"from {string.Join(" and ", takes[node.Id])}" : null).Concat(node.Lines.Skip(1)).OfType<string>()))) + ".";
    }

    private static void WriteArrow(StringBuilder svg, PlacedArrow placed, GraphPicture picture)
    {
        var points = placed.Points;
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{(placed.IsTurned ? "edge circle" : "edge")}\" d=\"M{N(points[0].X)} {N(points[0].Y)}");
        for (var i = 1; i < points.Count; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            var half = (to.X - from.X) / 2;
            svg.Append(i % 2 == 1
                ? $" L{N(to.X)} {N(to.Y)}"
                : $" C{N(from.X + half)} {N(from.Y)} {N(to.X - half)} {N(to.Y)} {N(to.X)} {N(to.Y)}");
        }

        svg.Append("\"/>");
        var tip = placed.IsTurned ? points[0] : points[^1];
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{(placed.IsTurned ? "tip circle" : "tip")}\" d=\"M{N(tip.X)} {N(tip.Y)} l{(placed.IsTurned ? 8 : -8)} -4 v8 z\"/>");
        var arrow = picture.Arrows.First(candidate => candidate.To == placed.Arrow.To && candidate.Place == placed.Arrow.Place);
        if (placed.Label is not { } area || arrow.Label is not { } label) return;
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"derivative{Step(arrow.Step)}\" x=\"{N(area.Right - 4)}\" y=\"{N(area.Bottom - 3)}\" text-anchor=\"end\">{VisibleText.Escape(label)}</text>");
    }

    private static void WriteBox(StringBuilder svg, PlacedBox box, PictureNode node)
    {
        var area = box.Area;
        var look = node.Look.ToString().ToLowerInvariant();
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"node {look}{(node.IsOutput ? " output" : "")}\"><rect x=\"{N(area.X)}\" y=\"{N(area.Y)}\" width=\"{N(area.Width)}\" height=\"{N(area.Height)}\" rx=\"{N(CornerRadius)}\"/>");
        var y = area.MiddleY - (LineHeight * (node.Lines.Count - 1) / 2) + 4.5;
        foreach (var (text, kind) in Texts(node))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" x=\"{N(area.X + (area.Width / 2))}\" y=\"{N(y)}\" text-anchor=\"middle\">{VisibleText.Escape(text)}</text>");
            y += LineHeight;
        }

        svg.Append("</g>");
    }

    private static IEnumerable<(string Text, string Kind)> Texts(PictureNode node)
    {
        yield return (node.Title, "title");
        if (node.Value is { } value) yield return (value, $"value{Step(node.Step)}");
        if (node.Mark is { } mark) yield return ($"◆ {mark}", "mark-name");
        if (node.Note is { } note) yield return (note, "remark");
    }

    /// <summary>A box that takes itself.</summary>
    private static void WriteLoop(StringBuilder svg, Area area)
    {
        var x = area.X + (area.Width / 2);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"edge circle\" d=\"M{N(x - 12)} {N(area.Y)} c-6 -12 30 -12 24 0\"/><path class=\"tip circle\" d=\"M{N(x + 12)} {N(area.Y)} l-4 -8 h8 z\"/>");
    }

    private static string Step(int? step) => step is { } number ? $" step-{number.ToString(CultureInfo.InvariantCulture)}" : "";

    private static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
