using Newtonsoft.Json;

namespace Grader.Submissions;

/// <summary>What the JSON reader complains about, told with a guess at what is missing.</summary>
internal static class JsonErrors
{
    /// <summary>The reader's own texts, which are all it tells errors apart by, and what they mean here.</summary>
    private static readonly (string Start, string What, string? Hint)[] Known =
    [
        ("After parsing a value an unexpected character", "two entries stand side by side", "Is a comma missing before this place, or a bracket or quote too many?"),
        ("Invalid character after parsing property name", "a key is not followed by its value", "Is the colon after the key missing, or a quote?"),
        ("Invalid property identifier character", "a key was expected here", "Write keys in double quotes: \"1b.value\": \"...\"."),
        ("Unterminated string", "a text is not closed", "Is the closing quote missing? A quote inside a text is written \\\"."),
        ("Bad JSON escape sequence", "a backslash starts no escape that JSON knows", "In JSON a backslash is written twice: \"\\\\sigma\"."),
        ("Unexpected end while parsing comment", "a comment is not closed", "Close the comment with */."),
        ("Unexpected end", "the file ends before everything that was opened is closed", "Is a closing bracket or quote missing at the end?"),
        ("Additional text encountered", "text follows after the end of the answers", "Is a closing bracket } too early, or one too many?"),
        ("Error parsing comment", "a single / stands outside a text", "Write comments as // or /* */."),
    ];

    public static Problem Explain(JsonReaderException error, TextPlaces places)
    {
        var at = places.OffsetOf(error.LineNumber, error.LinePosition);
        foreach (var (start, what, hint) in Known)
        {
            if (error.Message.StartsWith(start, StringComparison.Ordinal)) return FileMessages.Broken(what, places.At(at), hint);
        }

        var what2 = places.CharacterAt(at) is { } met ? $"'{met}' was not expected here" : "the file ends too early";
        return FileMessages.Broken(what2, places.At(at), "Texts stand in double quotes, entries are separated by commas, and every bracket that opens must close.");
    }
}
