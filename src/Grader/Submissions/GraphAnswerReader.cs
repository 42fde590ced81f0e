using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Submissions;

/// <summary>A computation graph from its JSON form. Whether it can be run, and what it computes, is for checking to say.</summary>
internal static class GraphAnswerReader
{
    /// <summary>Of a number typed as text: longer than any double written out in digits.</summary>
    private const int LongestNumber = 40;

    public static Answer Read(JsonNode.Object graph)
    {
        var nodes = new List<GraphNode>();
        var marks = new List<GraphMark>();
        string? output = null;
        if (Doubled(graph) is { } doubled) return new Answer.Unusable(doubled);
        foreach (var (key, position, value) in graph.Members)
        {
            Problem? problem = null;
            switch (key, value)
            {
                case ("nodes", JsonNode.Object content):
                    problem = ReadNodes(content, nodes);
                    break;
                case ("output", JsonNode.String content):
                    output = content.Content;
                    break;
                case ("output", JsonNode.Array { Items: [JsonNode.String only] }):
                    output = only.Content;
                    break;
                case ("output", JsonNode.Array { Items.Count: > 1 }):
                    problem = FileMessages.SeveralOutputs(value.Position);
                    break;
                case ("marks", JsonNode.Object content):
                    problem = ReadMarks(content, marks);
                    break;
                case ("output", JsonNode.Null):
                case ("marks", JsonNode.Null):
                    break;
                default:
                    problem = FileMessages.BadGraph($"A graph has \"nodes\", \"output\" and \"marks\"; \"{key}\" with {value.InWords} does not fit.", position);
                    break;
            }

            if (problem is not null) return new Answer.Unusable(problem);
        }

        return new Answer.Graph(new(nodes.ToEquatableList(), output, marks.ToEquatableList()));
    }

    private static Problem? ReadNodes(JsonNode.Object content, List<GraphNode> nodes)
    {
        if (Doubled(content) is { } doubled) return doubled;
        foreach (var (name, _, value) in content.Members)
        {
            if (value is not JsonNode.Object fields)
            {
                return FileMessages.BadGraph($"The node \"{name}\" is {value.InWords}; a node is an object with \"op\" and \"in\".", value.Position);
            }

            var (node, problem) = ReadNode(name, fields);
            if (problem is not null) return problem;
            nodes.Add(node!);
        }

        return null;
    }

    private static (GraphNode? Node, Problem? Problem) ReadNode(string name, JsonNode.Object fields)
    {
        string? operation = null;
        double? constant = null;
        var inputs = new List<string>();
        if (Doubled(fields) is { } doubled) return (null, doubled);
        foreach (var (key, position, value) in fields.Members)
        {
            switch (key, value)
            {
                case ("op", JsonNode.String text):
                    operation = text.Content;
                    break;
                case ("value", JsonNode.Number number):
                    constant = number.Value;
                    break;
                case ("value", JsonNode.String text):
                    if (NumberIn(text.Content) is not { } typed) return (null, FileMessages.NoConstant(name, text.Content, value.Position));
                    constant = typed;
                    break;
                case ("value", JsonNode.Unusable unusable):
                    return (null, unusable.Problem);
                // That a number is no node is for checking to say, beside what else is wrong.
                case ("in", JsonNode.String or JsonNode.Number):
                    inputs.Add(Written(value));
                    break;
                case ("in", JsonNode.Array array) when array.Items.All(item => item is JsonNode.String or JsonNode.Number):
                    inputs.AddRange(array.Items.Select(Written));
                    break;
                default:
                    return (null, FileMessages.BadGraph(
                        $"In the node \"{name}\", \"{key}\" with {value.InWords} does not fit: \"op\" is a name, \"in\" a list of names, \"value\" a number.", position));
            }
        }

        return operation is null
            ? (null, FileMessages.BadGraph($"The node \"{name}\" has no \"op\".", fields.Position))
            : (new(name, operation, inputs.ToEquatableList(), constant), null);
    }

    /// <summary>A number as people type it, also as a fraction; null for what is none.</summary>
    private static double? NumberIn(string text) =>
        text.Length <= LongestNumber && FormulaReader.Read(text, Scope.Empty) is Reading<Expression>.Success { Value: var formula }
        && Evaluation.Evaluate(formula, new(new Dictionary<string, Value>(), new Dictionary<string, int>())) is Outcome.Known { Value: Value.Scalar(var number) }
            ? number
            : null;

    private static string Written(JsonNode node) => node is JsonNode.Number number ? number.Written : ((JsonNode.String)node).Content;

    private static Problem? Doubled(JsonNode.Object content)
    {
        var first = new Dictionary<string, FilePosition>(StringComparer.Ordinal);
        foreach (var (key, position, _) in content.Members)
        {
            if (!first.TryAdd(key, position)) return FileMessages.DoubledKey(key, first[key], position);
        }

        return null;
    }

    private static Problem? ReadMarks(JsonNode.Object content, List<GraphMark> marks)
    {
        if (Doubled(content) is { } doubled) return doubled;
        foreach (var (mark, position, value) in content.Members)
        {
            if (value is not JsonNode.String node)
            {
                return FileMessages.BadGraph($"The mark \"{mark}\" must be the name of a node.", position);
            }

            marks.Add(new(mark, node.Content));
        }

        return null;
    }
}
