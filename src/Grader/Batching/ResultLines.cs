using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Batching;

/// <summary>Reads <c>results.jsonl</c> back.</summary>
public static class ResultLines
{
    /// <summary>Every line of the file, in its order.</summary>
    /// <exception cref="FormatException">A line is not as a batch writes it; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<ResultLine> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            yield return Parsed(line, $"{path}, line {number}");
        }
    }

    /// <summary>One line of it.</summary>
    /// <param name="place">Where it stands, for the message.</param>
    /// <exception cref="FormatException">It is not as a batch writes it.</exception>
    public static ResultLine Parsed(string line, string place)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(line))
            {
                FloatParseHandling = FloatParseHandling.Decimal,
                DateParseHandling = DateParseHandling.None,
                MaxDepth = 64,
            };
            return new ResultLineReader(reader).Line();
        }
        catch (Exception problem) when (problem is JsonException or InvalidCastException or ArgumentException or FormatException or OverflowException)
        {
            throw new FormatException($"{place} is not a line that a batch writes: {problem.Message}", problem);
        }
    }

    /// <summary>A line that was not written to a file.</summary>
    /// <exception cref="FormatException">It lacks what every line has.</exception>
    public static ResultLine Of(JObject json)
    {
        using var reader = new JTokenReader(json);
        return new ResultLineReader(reader).Line();
    }

    /// <param name="parts">What its parts are.</param>
    internal static ResultLine Of(JObject json, IEnumerable<ResultPart> parts)
    {
        using var reader = new JTokenReader(json);
        return new ResultLineReader(reader).Line(parts);
    }

    internal static ResultPart Part(JObject json)
    {
        using var reader = new JTokenReader(json);
        return new ResultLineReader(reader).OnlyPart();
    }
}
