using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>Reads the rules and the model of a graph part.</summary>
internal static class GraphReader
{
    public static PartKind.Graph Read(JsonRecord record, PartSymbols symbols, Defaults defaults, ProblemLog log)
    {
        var specification = SpecificationReader.Read(record, symbols, defaults, shape: null, log);
        var marks = ReadFormulas(record, "marks", specification, log);
        var rules = new GraphRules(marks, record.Texts("requiredOperations"), ReadFormulas(record, "requiredNodes", specification, log));
        if (record.Record("model") is not { } model)
        {
            record.Required("model", "a graph that earns full marks");
            return new(specification, rules, new([], null, []));
        }

        var graph = ReadModel(model, log);
        foreach (var mark in marks.Where(mark => graph.Marks.All(own => own.Mark != mark.Name)))
        {
            log.Add(model.Json, $"The model does not mark {mark.Name}.", "Name the node under \"marks\" of the model.");
        }

        return new(specification, rules, graph);
    }

    private static EquatableList<Binding> ReadFormulas(JsonRecord record, string key, FunctionSpecification specification, ProblemLog log)
    {
        var entries = record.Entries(key);
        foreach (var entry in entries) FormulaCheck.Check(entry.Value, specification.Scope, expected: null, log);
        return entries.Select(entry => new Binding(entry.Name, record.TextOf(entry.Value) ?? string.Empty)).ToEquatableList();
    }

    private static ComputationGraph ReadModel(JsonRecord record, ProblemLog log)
    {
        var entries = record.Entries("nodes");
        var nodes = entries.Select(entry => ReadNode(entry, record)).OfType<GraphNode>().ToEquatableList();
        var names = nodes.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (node, input) in nodes.SelectMany(node => node.Inputs.Select(input => (node, input))).Where(edge => !names.Contains(edge.input)))
        {
            log.Add(record.Json, $"The node {node.Name} takes {input}, which is no node.", Suggestion.For(input, names));
        }

        var output = record.Text("output");
        if (!names.Contains(output)) log.Add(record.Json, $"The output \"{output}\" is no node.", Suggestion.For(output, names));
        var marks = record.Entries("marks").Select(entry => new GraphMark(entry.Name, record.TextOf(entry.Value) ?? string.Empty)).ToEquatableList();
        foreach (var mark in marks.Where(mark => !names.Contains(mark.Node)))
        {
            log.Add(record.Json, $"The mark {mark.Mark} stands at \"{mark.Node}\", which is no node.", Suggestion.For(mark.Node, names));
        }

        record.RefuseUnknownKeys();
        return new(nodes, output, marks);
    }

    private static GraphNode? ReadNode(JProperty entry, JsonRecord owner)
    {
        if (owner.RecordOf(entry.Value) is not { } record) return null;
        var node = new GraphNode(entry.Name, record.Text("op"), record.Texts("in"), record.OptionalNumber("value"));
        record.RefuseUnknownKeys();
        return node;
    }
}
