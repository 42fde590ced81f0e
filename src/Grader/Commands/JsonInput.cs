using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary>JSON that a call is given: a file, or a line of standard input. Doubled keys are refused, dates stay text.</summary>
internal static class JsonInput
{
    private const int DeepestNesting = 64;

    private static readonly JsonLoadSettings Strict = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    /// <exception cref="UnusableCallException">The file cannot be read, or is no JSON.</exception>
    public static JToken ReadFile(string file)
    {
        try
        {
            using var reader = Reader(File.ReadAllText(file));
            return JToken.ReadFrom(reader, Strict);
        }
        catch (JsonException problem)
        {
            throw new UnusableCallException($"{file} cannot be read as JSON: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"{file} cannot be read: {problem.Message}");
        }
    }

    /// <param name="form">The object that is wanted, for the message.</param>
    /// <exception cref="JsonException">The line is no JSON, or more than one value.</exception>
    /// <exception cref="UnusableCallException">The line is no object.</exception>
    public static JObject ReadLine(string line, string form)
    {
        using var reader = Reader(line);
        var token = JToken.ReadFrom(reader, Strict);
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment) throw new JsonReaderException("Something follows the object on the same line.");
        }

        return token as JObject ?? throw new UnusableCallException($"A line must be an object, {form}.");
    }

    private static JsonTextReader Reader(string text) =>
        new(new StringReader(text)) { MaxDepth = DeepestNesting, DateParseHandling = DateParseHandling.None };
}
