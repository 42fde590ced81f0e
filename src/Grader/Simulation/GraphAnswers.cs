using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>Graphs: the model under other names, with a broken form, cut short, and such as cannot be run.</summary>
internal sealed class GraphAnswers(PartKind.Graph graph, IReadOnlyList<JToken> samples) : IPartAnswers
{
    private static readonly string[] Prefixes = ["n", "node", "v", "k_"];

    private ComputationGraph Model => graph.Model;

    public Written Right(Pen pen) => samples.Count > 0 && pen.Random.OneIn(3)
        ? Written.Right(pen.One(samples).DeepClone(), "sample")
        : Written.Right(Json(Renamed(pen), pen), "model");

    public Written? Mistaken(Pen pen)
    {
        var own = Renamed(pen);
        var last = own.Nodes.First(node => node.Name == own.Output);
        switch (pen.Random.Next(0, 3))
        {
            case 0:
                var extra = new GraphNode("left_over", "add", [own.Nodes[0].Name, own.Nodes[0].Name], null);
                return new(Json(own with { Nodes = own.Nodes.Append(extra).ToEquatableList() }, pen), Verdict.Partial, "unused node", ["unused-node"]);
            case 1 when own.Marks.Count > 0:
                return new(Json(own with { Marks = own.Marks.Skip(1).ToEquatableList() }, pen), Verdict.Partial, "missing mark", ["missing-mark"]);
            case 2 when own.Marks.Count > 0:
                var moved = own.Marks.Select(mark => mark with { Node = own.Output! }).ToEquatableList();
                return new(Json(own with { Marks = moved }, pen), Verdict.Partial, "wrong mark", ["wrong-mark"]);
            default:
                var shorter = own.Nodes.Where(node => node != last).ToEquatableList();
                return new(Json(own with { Nodes = shorter, Output = last.Inputs[0] }, pen), Verdict.Incorrect, "cut short", []);
        }
    }

    public Written? Unreadable(Pen pen)
    {
        var own = Renamed(pen);
        var last = own.Nodes.First(node => node.Name == own.Output);
        GraphNode Instead(GraphNode node, GraphNode by) => node == last ? by : node;
        ComputationGraph With(GraphNode by) => own with { Nodes = own.Nodes.Select(node => Instead(node, by)).ToEquatableList() };
        return pen.Random.Next(0, 4) switch
        {
            0 => Written.Unreadable(Json(With(last with { Operation = "velocity" }), pen), "unknown operation"),
            1 => Written.Unreadable(Json(With(last with { Inputs = last.Inputs.Select(_ => last.Name).ToEquatableList() }), pen), "cycle"),
            2 => Written.Unreadable(Json(With(last with { Inputs = last.Inputs.Select(_ => "nowhere").ToEquatableList() }), pen), "dangling input"),
            3 => Written.Unreadable(Json(own with { Output = "nowhere" }, pen), "no output"),
            _ => Written.Unreadable("see the figure", "no graph"),
        };
    }

    private ComputationGraph Renamed(Pen pen)
    {
        if (pen.Random.OneIn(3)) return Model;
        var prefix = pen.One(Prefixes);
        var names = Model.Nodes.Select((node, at) => (node.Name, New: $"{prefix}{at + 1}")).ToDictionary(pair => pair.Name, pair => pair.New);
        return new(
            Model.Nodes.Select(node => node with { Name = names[node.Name], Inputs = node.Inputs.Select(input => names[input]).ToEquatableList() }).ToEquatableList(),
            names[Model.Output!],
            Model.Marks.Select(mark => mark with { Node = names[mark.Node] }).ToEquatableList());
    }

    private static JObject Json(ComputationGraph graph, Pen pen)
    {
        var json = new JObject
        {
            ["nodes"] = new JObject(graph.Nodes.Select(node => new JProperty(node.Name, Json(node)))),
            ["output"] = graph.Output,
        };
        if (graph.Marks.Count > 0) json["marks"] = new JObject(graph.Marks.Select(mark => new JProperty(mark.Mark, mark.Node)));
        return pen.Random.OneIn(2) ? new JObject { ["graph"] = json } : json;
    }

    private static JObject Json(GraphNode node)
    {
        var json = new JObject { ["op"] = node.Operation };
        if (node.Inputs.Count > 0) json["in"] = new JArray(node.Inputs);
        if (node.Value is { } value) json["value"] = value;
        return json;
    }
}
