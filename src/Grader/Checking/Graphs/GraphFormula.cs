using System.Globalization;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking.Graphs;

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
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private readonly List<GraphFault> faults = [];
    private readonly List<GraphStep> steps = [];
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
        if (graph.Nodes.Count == 0) return Refused(null, Messages.GraphEmpty());
        if (graph.Nodes.Count > MostNodes) return Refused(null, Messages.GraphTooLarge(MostNodes));
        var builder = new GraphFormula(graph, scope, required);
        // Nodes that do not lead to the output are made too: a mark may stand there, and what is wrong in them is said.
        foreach (var node in graph.Nodes) builder.Make(node.Name);
        var names = graph.Nodes.Select(node => node.Name).ToList();
        if (graph.Output is null) builder.faults.Add(new(null, Messages.NoOutput(GraphEnds.Of(graph))));
        else if (!names.Contains(graph.Output)) builder.faults.Add(new(null, Messages.UnknownOutput(graph.Output, NearestName.Of(graph.Output, names))));
        return builder.faults.Count > 0
            ? new Outcome.Refused(builder.faults.ToEquatableList())
            : new Outcome.Runnable(builder.formulas[graph.Output!], builder.formulas, GraphEnds.Unused(graph), builder.steps.ToEquatableList());
    }

    private static Outcome.Refused Refused(string? node, Feedback reason) => new([new(node, reason)]);

    /// <summary>Makes the node after its inputs; what is wrong with it is kept, and what rests on it is left out without a word.</summary>
    private void Make(string name)
    {
        if (abbreviations.ContainsKey(name) || broken.Contains(name)) return;
        if (underway.Contains(name))
        {
            var circle = underway.SkipWhile(node => node != name).ToList();
            faults.Add(new(name, Messages.Cycle(circle.Append(name), IsInput(name))));
            broken.UnionWith(circle);
            return;
        }

        underway.Add(name);
        var node = byName[name];
        foreach (var input in node.Inputs.Where(byName.ContainsKey)) Make(input);
        underway.Remove(name);
        if (broken.Contains(name)) return;
        var found = Faults(node).ToList();
        if (found.Count == 0 && !node.Inputs.Any(broken.Contains) && Define(node) is { } shapes) found.Add(shapes);
        faults.AddRange(found.Select(fault => new GraphFault(name, fault)));
        if (!abbreviations.ContainsKey(name)) broken.Add(name);
    }

    /// <summary>What is wrong with a node whatever the values of its inputs are.</summary>
    private IEnumerable<Feedback> Faults(GraphNode node)
    {
        foreach (var dangling in node.Inputs.Where(input => !byName.ContainsKey(input) && !IsInput(input)).Distinct())
        {
            var candidates = byName.Keys.Where(candidate => candidate != node.Name).Concat(scope.Symbols.Select(symbol => symbol.Name));
            yield return double.TryParse(dangling, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? Messages.BareNumber(node.Name, dangling)
                : Messages.Dangling(node.Name, dangling, NearestName.Of(dangling, candidates));
        }

        if (IsWholeInput(node)) yield break;
        if (GraphOperations.IsKnown(node.Operation, scope, required))
        {
            if (GraphOperations.Write(node, node.Inputs, scope, required).Wanted is { } wanted) yield return Messages.WrongArity(node.Name, node.Operation, wanted, node.Inputs.Count);
        }
        else if (IsInput(node.Operation))
        {
            yield return Messages.WrongArity(node.Name, $"the input {node.Operation}", "none", node.Inputs.Count);
        }
        else
        {
            var near = GraphNames.Suggestion(node.Operation, GraphOperations.Names(scope, required));
            yield return Messages.UnknownOperation(node.Name, node.Operation, near, [.. GraphOperations.Operations(scope, required)]);
        }
    }

    private bool IsWholeInput(GraphNode node) => node.Inputs.Count == 0 && IsInput(node.Operation);

    private Feedback? Define(GraphNode node) => Define(node, IsWholeInput(node)
        ? [node.Operation]
        : GraphOperations.Write(node, [.. node.Inputs.Select(input => abbreviations.GetValueOrDefault(input, $"({input})"))], scope, required).Readings);

    private Feedback? Define(GraphNode node, IReadOnlyList<string> readings)
    {
        Diagnostic? first = null;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            var abbreviation = $"{prefix}{abbreviations.Count + 1}";
            var extended = $"{definitions}{abbreviation} = {reading}; ";
            switch (FormulaReader.Read($"{extended}{abbreviation}", scope))
            {
                case Reading<Expression>.Success read:
                    definitions = extended;
                    abbreviations.Add(node.Name, abbreviation);
                    formulas.Add(node.Name, read.Value);
                    steps.Add(new(node, i, read.Value.Shape));
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

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Nodes">Every node's value as a formula of the inputs.</param>
        /// <param name="Steps">The nodes, each after its inputs.</param>
        public sealed record Runnable(
            Expression Output, IReadOnlyDictionary<string, Expression> Nodes, EquatableList<string> Unused, EquatableList<GraphStep> Steps) : Outcome;

        /// <param name="Faults">At least one.</param>
        public sealed record Refused(EquatableList<GraphFault> Faults) : Outcome;
    }
}

/// <summary>Something that keeps a graph from being run.</summary>
/// <param name="Node">Where it is; null where it is no single node.</param>
internal sealed record GraphFault(string? Node, Feedback Reason);

/// <summary>A node that can be computed.</summary>
/// <param name="Reading">Which of its operation's readings the shapes allow.</param>
/// <param name="Shape">Of its value.</param>
internal sealed record GraphStep(GraphNode Node, int Reading, Shape Shape);
