using Grader.Checking.Graphs;
using Grader.Exercises;

namespace Grader.Checking;

/// <summary>What is said about computation graphs.</summary>
internal static partial class Messages
{
    public static Feedback GraphEmpty() => new("graph-empty", "The graph has no nodes.");

    public static Feedback GraphTooLarge(int limit) => new("graph-too-large", $"The graph has more than {limit} nodes. The exercise needs far fewer.");

    /// <param name="ends">The nodes that no other node takes.</param>
    public static Feedback NoOutput(IReadOnlyList<string> ends) => new("no-output", ends.Count switch
    {
        0 => "The graph does not say which node is its \"output\".",
        1 => $"The graph does not say which node is its \"output\". It ends in \"{Cut(ends[0])}\".",
        _ => $"The graph does not say which node is its \"output\". It ends in several: {string.Join(", ", ends.Select(Cut))}.",
    });

    public static Feedback UnknownOutput(string output, string? near) => new("no-output",
        $"The output \"{Cut(output)}\" is not a node of the graph.{DidYouMean(near)}");

    /// <param name="hidesInput">Whether the node that the circle closes at has the name of an input.</param>
    public static Feedback Cycle(IEnumerable<string> nodes, bool hidesInput)
    {
        var named = nodes.Select(Cut).ToList();
        var hint = hidesInput ? $" The node \"{named[0]}\" also hides the input of that name: give one of them another name." : "";
        return new("cycle", $"The graph runs in a circle: {string.Join(" -> ", named)}. A node can only use nodes that are computed before it.{hint}");
    }

    public static Feedback UnknownOperation(string node, string operation, string? near, IReadOnlyList<string> known) => new("unknown-operation",
        $"The node \"{Cut(node)}\" has the operation \"{Cut(operation)}\", which is neither an operation nor an input of this part."
        + (near is null ? $" The operations are {string.Join(", ", known.SkipLast(1))} and {known[^1]}." : DidYouMean(near)));

    public static Feedback Dangling(string node, string input, string? near) => new("dangling-input",
        $"The node \"{Cut(node)}\" takes \"{Cut(input)}\", which is neither a node nor an input of this part.{DidYouMean(near)}");

    public static Feedback BareNumber(string node, string number) => new("dangling-input",
        $"The node \"{Cut(node)}\" takes the number {Cut(number)}. A number stands in a node of its own: {{\"op\": \"constant\", \"value\": {Cut(number)}}}.");

    public static Feedback WrongArity(string node, string operation, string wanted, int found) => new("wrong-arity",
        $"The node \"{Cut(node)}\" gives {operation} {found} input{(found == 1 ? "" : "s")}; it takes {wanted}.");

    public static Feedback NodeShapes(string node, string operation, string reason) => new("shape-mismatch",
        $"The node \"{Cut(node)}\" cannot compute {operation} of its inputs: {reason}");

    public static Feedback UnusedNode(string node) => new("unused-node", $"The node \"{Cut(node)}\" does not lead to the output. Leave it out, or connect it.");

    /// <param name="end">The node to which the output leads on.</param>
    public static Feedback OutputInBetween(string output, string end) => new("unused-node",
        $"The node \"{Cut(end)}\" comes after the output \"{Cut(output)}\". Name it as the output, or leave it out.");

    public static Feedback MissingMark(string mark) => new("missing-mark", $"The mark \"{mark}\" is missing: name the node it belongs to under \"marks\".");

    public static Feedback WrongMark(string mark, string node) => new("wrong-mark", $"The mark \"{mark}\" is at the node \"{Cut(node)}\", where it does not belong.");

    public static Feedback MarkAtNoNode(string mark, string node, string? near) => new("wrong-mark",
        $"The mark \"{mark}\" is at \"{Cut(node)}\", which is no node of the graph.{DidYouMean(near)}");

    public static Feedback UnknownMark(string mark, string? near) => new("unknown-mark",
        $"The exercise asks for no mark \"{Cut(mark)}\"; it counts for nothing.{DidYouMean(near)}");

    public static Feedback MissingOperation(string operation) => new("missing-operation", $"No node uses the operation {operation}, which the exercise asks for.");

    public static Feedback MissingNode(IReadOnlyList<string> quantities) => new("missing-node",
        $"The output is right, but the network asked for also computes quantities on the way that no node of this graph has: {string.Join(", ", quantities)}. Build the graph node by node as the sheet gives it.");

    public static Feedback WrongGraph() => new("wrong-value",
        "The graph's value differs from the right one, for example at the inputs shown. Run it there by hand, node by node.");

    public static Feedback WrongNode(string node, BlameKind kind) => new("wrong-node", kind switch
    {
        BlameKind.RightInputs => $"Look at the node \"{Cut(node)}\": every value that goes into it is right, what it makes of them is not.",
        BlameKind.OtherInputs => $"Look at the node \"{Cut(node)}\": each value that goes into it occurs on the way to the result, but others belong here.",
        BlameKind.EndsTooEarly => $"Look at the node \"{Cut(node)}\": as a step on the way its value is right, but the result is something that is still to be made of it.",
        BlameKind.MendsAll => $"Look at the node \"{Cut(node)}\": with the value that belongs there, the rest of the graph would come out right.",
        BlameKind.FirstUnknown => $"Look first at the node \"{Cut(node)}\": it is the first whose value the sheet's own way does not have, while what goes into it does.",
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
