using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking.Graphs;

/// <summary>Where a graph leads.</summary>
internal static class GraphEnds
{
    /// <summary>The nodes that no other node takes.</summary>
    public static IReadOnlyList<string> Of(ComputationGraph graph)
    {
        var taken = graph.Nodes.SelectMany(node => node.Inputs).ToHashSet(StringComparer.Ordinal);
        return [.. graph.Nodes.Select(node => node.Name).Where(name => !taken.Contains(name))];
    }

    /// <summary>The nodes that do not lead to the output.</summary>
    public static EquatableList<string> Unused(ComputationGraph graph)
    {
        var used = Leading(graph);
        return graph.Nodes.Select(node => node.Name).Where(name => !used.Contains(name)).ToEquatableList();
    }

    private static HashSet<string> Leading(ComputationGraph graph)
    {
        var byName = graph.Nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(graph.Output is { } output ? [output] : []);
        while (open.TryPop(out var name))
        {
            if (!byName.TryGetValue(name, out var node) || !used.Add(name)) continue;
            foreach (var input in node.Inputs) open.Push(input);
        }

        return used;
    }
}
