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
        var used = graph.Output is { } output ? Leading(graph, output) : [];
        return graph.Nodes.Select(node => node.Name).Where(name => !used.Contains(name)).ToEquatableList();
    }

    /// <summary>Whether the one node's value enters the other's.</summary>
    public static bool LeadsTo(ComputationGraph graph, string to, string from) => Leading(graph, to).Contains(from);

    private static HashSet<string> Leading(ComputationGraph graph, string end)
    {
        var byName = graph.Nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([end]);
        while (open.TryPop(out var name))
        {
            if (!byName.TryGetValue(name, out var node) || !used.Add(name)) continue;
            foreach (var input in node.Inputs) open.Push(input);
        }

        return used;
    }
}
