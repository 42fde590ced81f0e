using Formulas.Text;
using Grader.Exercises;

namespace Grader.Submissions;

/// <summary>A computation graph from its JSON form. Whether it can be run, and what it computes, is for checking to say.</summary>
internal static class GraphAnswerReader
{
    public static Answer Read(JsonNode.Object graph)
    {
        var nodes = new List<GraphNode>();
        var marks = new List<GraphMark>();
        string? output = null;
        foreach (var (key, position, value) in graph.Members)
        {
            if (graph.Members.First(member => member.Key == key).Position is var first && first != position)
            {
                return new Answer.Unusable(FileMessages.DoubledKey(key, first, position));
            }

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
        foreach (var (name, position, value) in content.Members)
        {
            if (content.Members.First(member => member.Key == name).Position is var first && first != position)
            {
                return FileMessages.DoubledKey(name, first, position);
            }

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
                case ("in", JsonNode.String text):
                    inputs.Add(text.Content);
                    break;
                case ("in", JsonNode.Array array) when array.Items.All(item => item is JsonNode.String):
                    inputs.AddRange(array.Items.OfType<JsonNode.String>().Select(item => item.Content));
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

    private static Problem? ReadMarks(JsonNode.Object content, List<GraphMark> marks)
    {
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
