using Formulas.Expressions;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking.Graphs;
using Grader.Drawing;
using Grader.Exercises;
using Grader.Plotting;

namespace Grader.Reporting;

/// <summary>The drawing of a graph answer, and the same in a table.</summary>
internal static class GraphViews
{
    private const int LongestName = 18;

    /// <summary>In a box; an arrow has less room.</summary>
    private const int LongestValue = 22;

    private const int LongestDerivative = 17;

    /// <summary>Of an entry of a vector, so that several find room on an arrow; the table has all of them.</summary>
    private const int EntryDigits = 3;

    /// <param name="showsMistake">Whether the node at which it goes wrong may be shown.</param>
    public static GraphView Of(GraphFindings findings, bool showsMistake)
    {
        var picture = Picture(findings, showsMistake);
        var values = findings.Values.Count > 0;
        return new(
            GraphSvg.Render(picture, $"Your graph: {Counted(findings.Graph.Nodes.Count, "node")}{(findings.Graph.Output is { } output ? $", with the output {output}" : "")}. The table below says the same."),
            values ? Legend(findings) : null,
            [.. Sources(findings).Select(node => Row(node, findings))],
            values);
    }

    /// <summary>The graph's nodes, and inputs that nodes take without a node of their own.</summary>
    public static GraphPicture Picture(GraphFindings findings, bool showsMistake)
    {
        var ids = Sources(findings).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var nodes = Sources(findings).Select(node => new PictureNode(
            node.Name, Title(node), node.Operation != "constant" && findings.Values.TryGetValue(node.Name, out var value) ? Short(value, LongestValue) : null,
            findings.Graph.Marks.FirstOrDefault(mark => mark.Node == node.Name)?.Mark is { } mark ? Cut(mark, LongestName) : null,
            Look(node, findings, showsMistake))
        {
            IsOutput = node.Name == findings.Graph.Output,
        });
        var arrows = findings.Graph.Nodes.SelectMany(node => node.Inputs.Select((input, place) => new PictureArrow(
            input, node.Name, place, findings.Derivatives.AlongEdge.TryGetValue((node.Name, place), out var derivative) ? Short(derivative, LongestDerivative) : null)));
        return new(nodes.ToEquatableList(), arrows.Where(arrow => ids.Contains(arrow.From)).ToEquatableList());
    }

    private static NodeLook Look(GraphNode node, GraphFindings findings, bool showsMistake) =>
        showsMistake && findings.WrongNodes.Contains(node.Name) ? NodeLook.Wrong
        : findings.Unused.Contains(node.Name) ? NodeLook.Unused
        : node.Inputs.Count == 0 ? NodeLook.Input
        : NodeLook.Usual;

    private static IEnumerable<GraphNode> Sources(GraphFindings findings)
    {
        var names = findings.Graph.Nodes.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var direct = findings.Graph.Nodes.SelectMany(node => node.Inputs).Distinct().Where(input => !names.Contains(input)).ToList();
        return direct.Select(input => new GraphNode(input, input, [], null)).Concat(findings.Graph.Nodes);
    }

    private static string Title(GraphNode node) => node switch
    {
        { Operation: "constant", Value: { } value } => $"{Cut(node.Name, LongestName)} = {Short(value)}",
        _ when node.Name == node.Operation => Cut(node.Name, LongestName),
        _ => $"{Cut(node.Name, LongestName)} = {Cut(node.Operation, LongestName)}",
    };

    private static GraphRowView Row(GraphNode node, GraphFindings findings) => new(
        node.Name,
        node.Operation == "constant" && node.Value is { } constant ? Short(constant) : node.Operation,
        string.Join(", ", node.Inputs),
        findings.Values.TryGetValue(node.Name, out var value) ? Scrolling.Inline(MathMl.Render(value)) : null,
        findings.Derivatives.ByNode.TryGetValue(node.Name, out var derivative) ? Scrolling.Inline(MathMl.Render(derivative)) : null,
        string.Join(", ", findings.Graph.Marks.Where(mark => mark.Node == node.Name).Select(mark => mark.Mark)));

    private static string Legend(GraphFindings findings)
    {
        var output = findings.Graph.Output is { } name && findings.Values.GetValueOrDefault(name) is Value.Vector or Value.Matrix ? "the sum of the output's entries" : "the output";
        var standing = findings.Stand.Count == 0 ? "" : $" What the sheet leaves open runs as {string.Join(", ", findings.Stand)}.";
        return $"In the boxes stand the values at the part's given inputs. On each arrow stands the derivative of {output} that this arrow alone brings back to the box it leaves; those of all arrows out of a box add up to the derivative by that box.{standing}";
    }

    private static string Counted(int count, string what) => count == 1 ? $"one {what}" : $"{count} {what}s";

    private static string Short(Value value, int longest) => value switch
    {
        Value.Scalar(var number) => Short(number),
        Value.Vector(var entries) when $"[{string.Join(", ", entries.Select(entry => Short(entry, EntryDigits)))}]" is var written && written.Length <= longest => written,
        Value.Vector(var entries) => $"{entries.Count} entries",
        Value.Matrix matrix => $"{matrix.Rows} × {matrix.Columns} matrix",
        Value.ScalarFunction function => function.Name,
        Value.Truth or Value.Named or Value.VectorMap => "…",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The last bits of a sum that should vanish are no news.
    private static string Short(double number, int digits = Numerals.Digits) => Numerals.Short(Math.Abs(number) < 5e-13 ? 0 : number, digits);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
