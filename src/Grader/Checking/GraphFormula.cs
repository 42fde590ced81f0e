using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>
/// A computation graph made into a formula: each node becomes an abbreviation, in an order in which every node comes after
/// its inputs. So a graph is run, shaped and judged as any formula is.
/// </summary>
internal sealed class GraphFormula
{
    public const int MostNodes = 100;

    private readonly ComputationGraph graph;
    private readonly Scope scope;
    private readonly IReadOnlyCollection<string> required;
    private readonly Dictionary<string, GraphNode> byName;
    private readonly Dictionary<string, string> abbreviations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expression> formulas = new(StringComparer.Ordinal);
    private readonly List<string> underway = [];
    private readonly string prefix;
    private string definitions = "";

    private GraphFormula(ComputationGraph graph, Scope scope, IReadOnlyCollection<string> required)
    {
        this.graph = graph;
        this.scope = scope;
        this.required = required;
        byName = graph.Nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        prefix = "node";
        while (scope.Symbols.Any(symbol => symbol.Name.StartsWith(prefix, StringComparison.Ordinal))) prefix += "q";
    }

    /// <param name="scope">The names that nodes may use; restrict it to the part's inputs.</param>
    /// <param name="required">Operations that the exercise asks for by name, such as g_1.</param>
    public static Outcome Build(ComputationGraph graph, Scope scope, params IReadOnlyCollection<string> required)
    {
        if (graph.Nodes.Count == 0) return new Outcome.Refused(Messages.GraphEmpty());
        if (graph.Nodes.Count > MostNodes) return new Outcome.Refused(Messages.GraphTooLarge(MostNodes));
        if (graph.Output is not { } output) return new Outcome.Refused(Messages.NoOutput());
        var names = graph.Nodes.Select(node => node.Name).ToList();
        if (!names.Contains(output)) return new Outcome.Refused(Messages.UnknownOutput(output, NearestName.Of(output, names)));
        var builder = new GraphFormula(graph, scope, required);
        // Nodes that do not lead to the output are made too: a mark may stand there, and what is wrong in them is said.
        foreach (var name in names)
        {
            if (builder.Make(name) is { } refusal) return new Outcome.Refused(refusal);
        }

        return new Outcome.Runnable(builder.formulas[output], builder.formulas, builder.UnusedNodes(output));
    }

    /// <summary>The reason why the node cannot be computed; null when it can.</summary>
    private Feedback? Make(string name)
    {
        if (abbreviations.ContainsKey(name)) return null;
        if (underway.Contains(name)) return Messages.Cycle(underway.SkipWhile(node => node != name).Append(name));
        underway.Add(name);
        var refusal = MakeInputs(byName[name]) ?? MakeNode(byName[name]);
        underway.Remove(name);
        return refusal;
    }

    private Feedback? MakeInputs(GraphNode node)
    {
        foreach (var input in node.Inputs)
        {
            if (byName.ContainsKey(input))
            {
                if (Make(input) is { } refusal) return refusal;
            }
            else if (!IsInput(input))
            {
                var candidates = byName.Keys.Concat(scope.Symbols.Select(symbol => symbol.Name));
                return Messages.Dangling(node.Name, input, NearestName.Of(input, candidates));
            }
        }

        return null;
    }

    private Feedback? MakeNode(GraphNode node)
    {
        if (node.Inputs.Count == 0 && IsInput(node.Operation)) return Define(node, [node.Operation]);
        if (!GraphOperations.IsKnown(node.Operation, scope, required))
        {
            if (IsInput(node.Operation)) return Messages.WrongArity(node.Name, $"the input {node.Operation}", "none", node.Inputs.Count);
            var near = NearestName.Of(node.Operation, GraphOperations.Names(scope, required));
            return Messages.UnknownOperation(node.Name, node.Operation, near);
        }

        var inputs = node.Inputs.Select(input => abbreviations.GetValueOrDefault(input, $"({input})")).ToList();
        var (readings, wanted) = GraphOperations.Write(node, inputs, scope, required);
        return wanted is null ? Define(node, readings) : Messages.WrongArity(node.Name, node.Operation, wanted, inputs.Count);
    }

    private Feedback? Define(GraphNode node, IReadOnlyList<string> readings)
    {
        Diagnostic? first = null;
        foreach (var reading in readings)
        {
            var abbreviation = $"{prefix}{abbreviations.Count + 1}";
            var extended = $"{definitions}{abbreviation} = {reading}; ";
            switch (FormulaReader.Read($"{extended}{abbreviation}", scope))
            {
                case Reading<Expression>.Success read:
                    definitions = extended;
                    abbreviations.Add(node.Name, abbreviation);
                    formulas.Add(node.Name, read.Value);
                    return null;
                case Reading<Expression>.Failure failure:
                    first ??= failure.Diagnostic;
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return Messages.NodeShapes(node.Name, node.Operation, InStudentsNames(first!.Message));
    }

    /// <summary>Longer abbreviations first, so that node12 is not taken for node1.</summary>
    private string InStudentsNames(string message) =>
        abbreviations.OrderByDescending(pair => pair.Value.Length).Aggregate(message, (text, pair) => text.Replace(pair.Value, pair.Key, StringComparison.Ordinal));

    /// <summary>An input as a node may name it: a symbol as a whole, an entry or a row, but no calculation.</summary>
    private bool IsInput(string name) =>
        name.Length <= 40
        && FormulaReader.Read(name, scope) is Reading<Expression>.Success
        {
            Value: Expression.Reference or Expression.Entry or Expression.RowOf or Expression.ColumnOf or Expression.SizeOf,
        };

    private EquatableList<string> UnusedNodes(string output)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([output]);
        while (open.TryPop(out var name))
        {
            if (!byName.TryGetValue(name, out var node) || !used.Add(name)) continue;
            foreach (var input in node.Inputs) open.Push(input);
        }

        return graph.Nodes.Select(node => node.Name).Where(name => !used.Contains(name)).ToEquatableList();
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Nodes">Every node's value as a formula of the inputs.</param>
        public sealed record Runnable(Expression Output, IReadOnlyDictionary<string, Expression> Nodes, EquatableList<string> Unused) : Outcome;

        public sealed record Refused(Feedback Reason) : Outcome;
    }
}
