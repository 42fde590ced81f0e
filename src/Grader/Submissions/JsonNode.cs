using Formulas.Text;

namespace Grader.Submissions;

/// <summary>JSON as written, with the place of every piece, the digits of every number and every key of an object, doubled ones too.</summary>
internal abstract record JsonNode(FilePosition Position)
{
    public sealed record Object(FilePosition Position, EquatableList<JsonMember> Members) : JsonNode(Position);

    public sealed record Array(FilePosition Position, EquatableList<JsonNode> Items) : JsonNode(Position);

    public sealed record String(FilePosition Position, string Content) : JsonNode(Position);

    public sealed record Number(FilePosition Position, double Value, string Written) : JsonNode(Position);

    public sealed record Null(FilePosition Position) : JsonNode(Position);

    /// <summary>A token that no answer is made of: true, false, NaN, Infinity, a number out of range.</summary>
    public sealed record Unusable(FilePosition Position, Problem Problem) : JsonNode(Position);

    /// <summary>The kind of the node in words, with its article.</summary>
    public string InWords => this switch
    {
        Object => "an object",
        Array => "an array",
        String => "a text",
        Number => "a number",
        Null => "null",
        _ => "something else",
    };
}

internal sealed record JsonMember(string Key, FilePosition Position, JsonNode Value);
