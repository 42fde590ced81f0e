using Grader.Submissions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>Reads a worksheet's JSON text into tokens that know their line and column. Comments are allowed.</summary>
internal static class JsonDocumentReader
{
    private const int MaximalDepth = 64;

    /// <summary>The object at the top, or null where the text is no JSON object. Doubled keys are logged, every one of them.</summary>
    public static JObject? Read(string text, ProblemLog log)
    {
        try
        {
            LogDoubledKeys(text, log);
            using var reader = Open(text);
            var settings = new JsonLoadSettings { CommentHandling = CommentHandling.Ignore, LineInfoHandling = LineInfoHandling.Load };
            var token = JToken.ReadFrom(reader, settings);
            while (reader.Read())
            {
                if (reader.TokenType == JsonToken.Comment) continue;
                log.Add(new FilePosition(reader.LineNumber, reader.Column), "There is more after the end of the worksheet's object.");
                return null;
            }

            if (token is JObject record) return record;
            log.Add(token, "A worksheet is a JSON object.", "Begin the file with {.");
            return null;
        }
        catch (JsonReaderException exception)
        {
            log.Add(
                new FilePosition(Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition)),
                $"This is not readable JSON: {exception.Message}");
            return null;
        }
    }

    private static void LogDoubledKeys(string text, ProblemLog log)
    {
        using var reader = Open(text);
        var open = new Stack<HashSet<string>?>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonToken.StartObject:
                    open.Push([]);
                    break;
                case JsonToken.StartArray:
                    open.Push(null);
                    break;
                case JsonToken.EndObject or JsonToken.EndArray:
                    open.Pop();
                    break;
                case JsonToken.PropertyName when reader.Value is string key && !open.Peek()!.Add(key):
                    log.Add(
                        new FilePosition(reader.LineNumber, reader.Column),
                        $"The key \"{key}\" stands twice in {(reader.Path.Length == 0 ? "the file" : reader.Path)}.",
                        "Keep one of them.");
                    break;
            }
        }
    }

    private static PlacedJsonReader Open(string text) =>
        new(text) { DateParseHandling = DateParseHandling.None, MaxDepth = MaximalDepth };
}
