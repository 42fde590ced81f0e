using Formulas.Expressions;
using Formulas.Text;
using Grader.Checking.Graphs;
using Grader.Drawing;
using Grader.Exercises;
using Grader.Plotting;

namespace Grader.Demos;

/// <summary>A network of two hidden units as a graph, run forward and backward, and told step by step.</summary>
internal sealed class BackpropWalk
{
    private const string Output = "y";

    private static readonly EquatableList<GraphNode> Operations =
    [
        new("cx1", "mul", ["c", "x1"], null), new("ex2", "mul", ["e", "x2"], null),
        new("dx1", "mul", ["d", "x1"], null), new("fx2", "mul", ["f", "x2"], null),
        new("z1", "add", ["cx1", "ex2"], null), new("z2", "add", ["dx1", "fx2"], null),
        new("r1", "relu", ["z1"], null), new("r2", "relu", ["z2"], null),
        new("ar1", "mul", ["a", "r1"], null), new("br2", "mul", ["b", "r2"], null),
        new("s1", "sigmoid", ["ar1"], null), new("s2", "sigmoid", ["br2"], null),
        new(Output, "add", ["s1", "s2"], null),
    ];

    private readonly GraphProgram program;
    private readonly IReadOnlyDictionary<string, Value> values;
    private readonly GraphDerivatives derivatives;
    private readonly Dictionary<string, int> depth = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> toEnd = new(StringComparer.Ordinal) { [Output] = 0 };

    /// <param name="inputs">Numbers for a to f, x1 and x2.</param>
    public BackpropWalk(Assignment inputs)
    {
        var scope = Scope.Empty with
        {
            Symbols = inputs.Values.Keys.Select(name => new Symbol(name, SymbolKind.Variable, Shape.Scalar, Domain.Reals, [], [])).ToEquatableList(),
        };
        program = GraphFormula.Build(new(Operations, Output, []), scope) is GraphFormula.Outcome.Runnable runnable
            ? GraphProgram.Of(Output, runnable.Steps, scope, [])
            : throw new InvalidOperationException("The network of the experiment cannot be run.");
        values = program.Forward(inputs);
        derivatives = program.Backward(inputs, values);
        foreach (var node in program.Nodes) depth[node.Name] = node.Inputs.Select(input => depth[input] + 1).DefaultIfEmpty(0).Max();
        foreach (var node in program.Nodes.Reverse())
        {
            foreach (var input in node.Inputs) toEnd[input] = Math.Max(toEnd.GetValueOrDefault(input), toEnd[node.Name] + 1);
        }
    }

    private int Depth => depth[Output];

    public double Value(string node) => Number(values[node]);

    /// <summary>Of the output by the node's value.</summary>
    public double Derivative(string node) => derivatives.ByNode.TryGetValue(node, out var derivative) ? Number(derivative) : double.NaN;

    public GraphWalk Walk() => new(
        new(
            program.Nodes.Select(node => new PictureNode(
                node.Name, node.IsInput ? node.Name : $"{node.Name} = {node.Source.Operation}", Numerals.Short(Value(node.Name)), null,
                node.IsInput ? NodeLook.Input : NodeLook.Usual, depth[node.Name])
            {
                IsOutput = node.Name == Output,
            }).ToEquatableList(),
            program.Nodes.SelectMany(node => node.Inputs.Select((input, place) => new PictureArrow(
                input, node.Name, place, Numerals.Short(Along(node.Name, place)), BackwardStep(node.Name)))).ToEquatableList()),
        "The graph of the network, from the inputs and weights on the left to y on the right. The steps below it say the same in words.",
        Enumerable.Range(0, Depth + 1).Select(Forward).Concat(Enumerable.Range(0, Depth).Select(Backward)).ToEquatableList());

    private int BackwardStep(string target) => Depth + 1 + toEnd[target];

    private WalkStep Forward(int step) => new(
        step == 0 ? "Start" : $"Forward, step {step}",
        program.Nodes.Where(node => depth[node.Name] == step).Select(node => node.IsInput
            ? $"{node.Name} = {Numerals.Short(Value(node.Name))}"
            : $"{node.Name} = {Written(node.Source.Operation, node.Inputs)} = {Written(node.Source.Operation, node.Inputs.Select(input => Argument(node.Source.Operation, Value(input))))} = {Numerals.Short(Value(node.Name))}")
            .ToEquatableList());

    private WalkStep Backward(int back) => new(
        $"Backward, step {back + 1}",
        program.Nodes.Where(node => !node.IsInput && toEnd[node.Name] == back)
            .SelectMany(node => node.Inputs.Select((input, place) => $"{node.Name} → {input}: ∂y/∂{node.Name} · ∂{node.Name}/∂{input} = "
                + $"{Bracketed(Derivative(node.Name))} · {Bracketed(Local(node, place))} = {Numerals.Short(Along(node.Name, place))}"))
            .Concat(Sums(back)).ToEquatableList());

    /// <summary>Values that several boxes used, once the last of them has brought its share back.</summary>
    private IEnumerable<string> Sums(int back) =>
        from node in program.Nodes
        let shares = program.Nodes.SelectMany(user => user.Inputs.Select((input, place) => (User: user.Name, Input: input, place)).Where(use => use.Input == node.Name)).ToList()
        where shares.Count > 1 && shares.Max(share => toEnd[share.User]) == back
        select $"∂y/∂{node.Name} = {string.Join(" + ", shares.Select(share => Bracketed(Along(share.User, share.place))))} = {Numerals.Short(Derivative(node.Name))}";

    private double Along(string target, int place) => Number(derivatives.AlongEdge[(target, place)]);

    /// <summary>The derivative of one operation by one of its arguments.</summary>
    private double Local(GraphProgram.Node node, int place) => node.Source.Operation switch
    {
        "add" => 1,
        "mul" => Value(node.Inputs[1 - place]),
        "relu" => Value(node.Inputs[0]) > 0 ? 1 : 0,
        "sigmoid" => Value(node.Name) * (1 - Value(node.Name)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Written(string operation, IEnumerable<string> of) => operation switch
    {
        "add" => string.Join(" + ", of),
        "mul" => string.Join(" · ", of),
        "sigmoid" => $"σ({of.Single()})",
        _ => $"{operation}({of.Single()})",
    };

    /// <summary>A number as it stands in a sum or product; alone in a function's brackets it needs none of its own.</summary>
    private static string Argument(string operation, double number) => operation is "add" or "mul" ? Bracketed(number) : Numerals.Short(number);

    private static string Bracketed(double number) => number < 0 ? $"({Numerals.Short(number)})" : Numerals.Short(number);

    private static double Number(Value value) => ((Value.Scalar)value).Number;
}
