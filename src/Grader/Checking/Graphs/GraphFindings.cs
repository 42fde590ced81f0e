using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking.Graphs;

/// <summary>What was seen of a graph answer, node by node, for drawing it.</summary>
/// <param name="At">The inputs of <paramref name="Values"/>.</param>
/// <param name="Values">Of each node that has one there; empty for a graph that cannot be run.</param>
/// <param name="WrongNodes">The node at which a wrong value begins, or those that keep the graph from being run.</param>
/// <param name="Stand">What stands for the functions that the exercise does not define, as "g_1 = tanh"; empty where all are defined.</param>
internal sealed record GraphFindings(
    ComputationGraph Graph,
    Assignment At,
    IReadOnlyDictionary<string, Value> Values,
    GraphDerivatives Derivatives,
    EquatableList<string> WrongNodes,
    EquatableList<string> Unused,
    EquatableList<string> Stand)
{
    public static GraphFindings Broken(ComputationGraph graph, EquatableList<GraphFault> faults) => new(
        graph,
        new(new Dictionary<string, Value>(), new Dictionary<string, int>()),
        new Dictionary<string, Value>(),
        new(new Dictionary<string, Value>(), new Dictionary<(string, int), Value>()),
        faults.Select(fault => fault.Node).OfType<string>().Distinct().ToEquatableList(),
        graph.Output is null ? [] : GraphEnds.Unused(graph),
        []);
}
