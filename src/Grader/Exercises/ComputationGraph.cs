using Formulas.Text;

namespace Grader.Exercises;

/// <summary>A computation graph as given: nodes in file order, the output's name, and marks (mark name to node name).</summary>
public sealed record ComputationGraph(EquatableList<GraphNode> Nodes, string? Output, EquatableList<GraphMark> Marks);

/// <param name="Value">For the operation <c>constant</c>.</param>
public sealed record GraphNode(string Name, string Operation, EquatableList<string> Inputs, double? Value);

public sealed record GraphMark(string Mark, string Node);
