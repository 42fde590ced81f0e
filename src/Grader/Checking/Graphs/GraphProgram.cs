using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking.Graphs;

/// <summary>
/// A runnable graph node by node, each with the formula of its one operation over its own inputs: run forward for the values, and
/// backward by the chain rule for the derivatives. Inputs that a node takes directly are nodes of their own here.
/// </summary>
internal sealed class GraphProgram
{
    private readonly string prefix;
    private readonly Scope scope;

    private GraphProgram(Scope scope, string output)
    {
        this.scope = scope;
        Output = output;
        prefix = "arg";
        while (scope.Symbols.Any(symbol => symbol.Name.StartsWith(prefix, StringComparison.Ordinal))) prefix += "q";
    }

    public string Output { get; }

    /// <summary>Every node after its inputs.</summary>
    public IReadOnlyList<Node> Nodes { get; private init; } = [];

    /// <param name="scope">The part's inputs, in which the graph was made.</param>
    public static GraphProgram Of(string output, EquatableList<GraphStep> steps, Scope scope, IReadOnlyCollection<string> required)
    {
        var program = new GraphProgram(scope, output);
        var nodes = new List<Node>();
        var shapes = steps.ToDictionary(step => step.Node.Name, step => step.Shape, StringComparer.Ordinal);
        foreach (var step in steps)
        {
            foreach (var direct in step.Node.Inputs.Distinct().Where(input => !shapes.ContainsKey(input)).ToList())
            {
                if (program.Read(direct, []) is not { } formula) continue;
                shapes.Add(direct, formula.Shape);
                nodes.Add(new(new(direct, direct, [], null), formula, null, true));
            }

            nodes.Add(program.NodeOf(step, shapes, required));
        }

        return new(scope, output) { Nodes = nodes };
    }

    /// <param name="inputs">Of the part.</param>
    /// <param name="instead">A node whose value is another one; null for none.</param>
    /// <returns>The value of each node that has one.</returns>
    public IReadOnlyDictionary<string, Value> Forward(Assignment inputs, (string Node, Value Value)? instead = null)
    {
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var node in Nodes)
        {
            if (instead is { } other && other.Node == node.Name) values.Add(node.Name, other.Value);
            else if (At(inputs, node, values) is { } at && Evaluation.Evaluate(node.Formula, at) is Outcome.Known known) values.Add(node.Name, known.Value);
        }

        return values;
    }

    /// <summary>The derivative of the output (of the sum of its entries) along each edge and by each node, from the end to the beginning.</summary>
    public GraphDerivatives Backward(Assignment inputs, IReadOnlyDictionary<string, Value> values)
    {
        var byNode = new Dictionary<string, Value>(StringComparer.Ordinal);
        var alongEdge = new Dictionary<(string, int), Value>();
        if (values.TryGetValue(Output, out var last)) byNode.Add(Output, Values.OnesLike(last));
        foreach (var node in Nodes.Reverse())
        {
            if (!byNode.TryGetValue(node.Name, out var above) || node.Contraction is null || At(inputs, node, values) is not { } at) continue;
            var with = at with { Values = new Dictionary<string, Value>(at.Values) { [$"{prefix}0"] = above } };
            for (var k = 0; k < node.Inputs.Count; k++)
            {
                if (Differentiation.Gradient(node.Contraction, with, $"{prefix}{k + 1}") is not Outcome.Known { Value: var part }) continue;
                alongEdge.Add((node.Name, k), part);
                byNode[node.Inputs[k]] = byNode.TryGetValue(node.Inputs[k], out var sum) ? Values.Add(sum, part) : part;
            }
        }

        return new(byNode, alongEdge);
    }

    private Node NodeOf(GraphStep step, Dictionary<string, Shape> shapes, IReadOnlyCollection<string> required)
    {
        var arguments = step.Node.Inputs.Select((input, k) => Symbol($"{prefix}{k + 1}", shapes[input])).ToList();
        var isInput = step.Node.Inputs.Count == 0 && step.Node.Operation != "constant";
        var written = step.Node.Inputs.Select((input, k) => shapes[input] is Shape.RowShape ? $"transpose({prefix}{k + 1})" : $"{prefix}{k + 1}");
        var text = isInput ? step.Node.Operation : GraphOperations.Write(step.Node, [.. written], scope, required).Readings[step.Reading];
        var formula = Read(text, arguments) ?? throw new InvalidOperationException($"The operation {step.Node.Operation} was read before and cannot be read now.");
        var contraction = arguments.Count == 0 ? null : Read(Contracted(text, step.Shape), [.. arguments, Symbol($"{prefix}0", step.Shape)]);
        return new(step.Node, formula, contraction, isInput);
    }

    /// <summary>The node's value times what comes from above, as one number: its gradient is what goes further down.</summary>
    private string Contracted(string text, Shape shape) => shape switch
    {
        Shape.ScalarShape => $"{prefix}0 * ({text})",
        Shape.MatrixShape => $"tr(transpose({prefix}0) @ ({text}))",
        Shape.RowShape => $"dot({prefix}0, transpose({text}))",
        _ => $"dot({prefix}0, {text})",
    };

    private Assignment? At(Assignment inputs, Node node, Dictionary<string, Value> values) => At(inputs, node, (IReadOnlyDictionary<string, Value>)values);

    private Assignment? At(Assignment inputs, Node node, IReadOnlyDictionary<string, Value> values)
    {
        if (!node.Inputs.All(values.ContainsKey)) return null;
        var all = new Dictionary<string, Value>(inputs.Values);
        for (var k = 0; k < node.Inputs.Count; k++) all[$"{prefix}{k + 1}"] = values[node.Inputs[k]];
        return inputs with { Values = all };
    }

    private Expression? Read(string text, IReadOnlyList<Symbol> arguments) =>
        FormulaReader.Read(text, scope with { Symbols = scope.Symbols.Concat(arguments).ToEquatableList() }) is Reading<Expression>.Success read ? read.Value : null;

    /// <summary>Values do not tell rows from columns, so an argument is always a column and is turned where a row is meant.</summary>
    private static Symbol Symbol(string name, Shape shape) =>
        new(name, SymbolKind.Variable, shape is Shape.RowShape(var length) ? new Shape.VectorShape(length) : shape, Domain.Reals, [], []);

    /// <param name="Formula">The operation, over arguments of its own.</param>
    /// <param name="Contraction">Null where nothing goes further down.</param>
    /// <param name="IsInput">Whether the node is an input of the part.</param>
    internal sealed record Node(GraphNode Source, Expression Formula, Expression? Contraction, bool IsInput)
    {
        public string Name => Source.Name;

        public EquatableList<string> Inputs => Source.Inputs;
    }
}

/// <param name="AlongEdge">By the node that an edge ends in and the place among its inputs: what that edge alone brings back.</param>
internal sealed record GraphDerivatives(IReadOnlyDictionary<string, Value> ByNode, IReadOnlyDictionary<(string Node, int Place), Value> AlongEdge);
