using Formulas.Text;

namespace Grader.Submissions;

/// <summary>One answer from its JSON form. What a bare text or number means is for the part to say.</summary>
internal static class AnswerReader
{
    /// <param name="problems">Takes what should be said about the answer besides.</param>
    public static Answer Read(JsonNode node, List<Problem> problems) => node switch
    {
        JsonNode.String text => ReadText(text, problems),
        JsonNode.Number number => new Answer.Number(number.Value, number.Written),
        // `grader new` leaves parts open with an empty text or null: both are no answer.
        JsonNode.Null => new Answer.Text(""),
        JsonNode.Array array => ReadArray(array),
        JsonNode.Object fields => ReadObject(fields, problems),
        JsonNode.Unusable unusable => new Answer.Unusable(unusable.Problem),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Answer.Text ReadText(JsonNode.String text, List<Problem> problems)
    {
        // Tabs and line breaks are layout before a space or bracket; before a letter they are the rest of \theta, \nabla, \rho.
        var swallowed = text.Content.Where((c, i) => c is '\f' or '\b' or '\r' or '\t'
            && i + 1 < text.Content.Length && char.IsAsciiLetterLower(text.Content[i + 1]));
        if (swallowed.Any()) problems.Add(FileMessages.SwallowedBackslash(text.Position));
        return new(text.Content);
    }

    private static Answer ReadArray(JsonNode.Array array)
    {
        if (Flatten(array).OfType<JsonNode.Unusable>().FirstOrDefault() is { } unusable) return new Answer.Unusable(unusable.Problem);
        if (array.Items.Count == 0) return new Answer.Unusable(FileMessages.EmptyArray(array.Position));
        if (array.Items.All(item => item is JsonNode.Number)) return Numbers(array);
        if (array.Items.All(item => item is JsonNode.String or JsonNode.Number))
        {
            return new Answer.TextList(array.Items.Select(Written).ToEquatableList());
        }

        if (!array.Items.All(item => item is JsonNode.Array)) return new Answer.Unusable(FileMessages.MixedArray(array.Position));
        var rows = array.Items.Cast<JsonNode.Array>().ToList();
        if (rows.All(row => row.Items.All(item => item is JsonNode.Number))) return new Answer.NumberTable(rows.Select(Numbers).ToEquatableList());
        return rows.All(row => row.Items.All(item => item is JsonNode.String or JsonNode.Number))
            ? new Answer.Text(MatrixFormula(rows))
            : new Answer.Unusable(FileMessages.MixedArray(array.Position));
    }

    private static IEnumerable<JsonNode> Flatten(JsonNode node) =>
        node is JsonNode.Array array ? array.Items.SelectMany(Flatten) : [node];

    private static Answer.NumberList Numbers(JsonNode.Array array) =>
        new(array.Items.Cast<JsonNode.Number>().Select(number => new Answer.Number(number.Value, number.Written)).ToEquatableList());

    private static string Written(JsonNode node) => node is JsonNode.Number number ? number.Written : ((JsonNode.String)node).Content;

    /// <summary>Rows of texts are one formula, a matrix written out.</summary>
    private static string MatrixFormula(List<JsonNode.Array> rows) =>
        $"[{string.Join(", ", rows.Select(row => $"[{string.Join(", ", row.Items.Select(Written))}]"))}]";

    private static Answer ReadObject(JsonNode.Object fields, List<Problem> problems)
    {
        if (fields.Members.Any(member => member.Key == "nodes")) return GraphAnswerReader.Read(fields);
        if (fields.Members.Any(member => member is { Key: "graph", Value: JsonNode.Object graph } && graph.Members.Any(inner => inner.Key == "nodes"))
            && fields.Members.FirstOrDefault(member => member.Key != "graph") is { } stray)
        {
            return new Answer.Unusable(FileMessages.BadGraph($"\"{stray.Key}\" stands beside the graph; it belongs inside it.", stray.Position));
        }

        if (fields.Members is [var only]) return ReadExplicit(only, problems) ?? ReadCells(fields, problems);
        return ReadCells(fields, problems);
    }

    private static Answer? ReadExplicit(JsonMember member, List<Problem> problems) => (member.Key, member.Value) switch
    {
        ("value", JsonNode.Unusable unusable) => new Answer.Unusable(unusable.Problem),
        ("value", var value) => Read(value, problems) is Answer.Unusable inner ? inner : new Answer.ExplicitValue(Read(value, [])),
        ("formula", JsonNode.String text) => new Answer.ExplicitFormula(ReadText(text, problems).Content),
        ("formula", JsonNode.Number number) => new Answer.ExplicitFormula(number.Written),
        ("formula", JsonNode.Array array) => ReadArray(array) switch
        {
            Answer.Text matrix => new Answer.ExplicitFormula(matrix.Content),
            Answer.Unusable unusable => unusable,
            Answer.NumberTable => new Answer.ExplicitFormula(MatrixFormula(array.Items.Cast<JsonNode.Array>().ToList())),
            _ => new Answer.TextList(array.Items.Select(Written).ToEquatableList()),
        },
        ("option", JsonNode.String text) => new Answer.ExplicitOption(text.Content),
        ("option" or "options", JsonNode.Array array) => ReadArray(array),
        ("text", JsonNode.String text) => new Answer.ExplicitText(text.Content),
        ("graph", JsonNode.Object graph) => GraphAnswerReader.Read(graph),
        ("formula" or "option" or "text" or "graph", var other) => new Answer.Unusable(
            FileMessages.WrongType(member.Key, member.Key == "graph" ? "an object" : "a text", other)),
        _ => null,
    };

    private static Answer.Cells ReadCells(JsonNode.Object fields, List<Problem> problems) =>
        new(fields.Members.GroupBy(member => member.Key.Trim()).Select(same => ReadCell(same.Key, [.. same], problems)).ToEquatableList());

    private static NamedAnswer ReadCell(string name, List<JsonMember> members, List<Problem> problems)
    {
        if (members is [var only]) return new(name, Read(only.Value, problems));
        var doubled = FileMessages.DoubledKey(name, members[0].Position, members[1].Position);
        problems.Add(doubled);
        return new(name, new Answer.Unusable(doubled));
    }
}
