using Formulas.Text;
using Grader.Checking;
using Grader.Reporting;
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
            return Of(JObject.Load(reader));
        }
        catch (Exception problem) when (problem is JsonException or InvalidCastException or ArgumentException or FormatException or OverflowException)
        {
            throw new FormatException($"{place} is not a line that a batch writes: {problem.Message}", problem);
        }
    }

    /// <summary>A line that was not written to a file.</summary>
    /// <exception cref="FormatException">It lacks what every line has.</exception>
    public static ResultLine Of(JObject json) => Of(json, Objects(json, "parts").Select(Part));

    /// <param name="parts">What its parts are.</param>
    internal static ResultLine Of(JObject json, IEnumerable<ResultPart> parts) => new(
        Text(json, "file") ?? throw new FormatException("it names no file."),
        Enum.Parse<BatchStatus>(Text(json, "status") ?? throw new FormatException("it has no status."), ignoreCase: true),
        Text(json, "worksheet"),
        Text(json, "student"),
        (decimal?)json["score"] ?? 0,
        (decimal?)json["maxScore"] ?? 0,
        parts.ToEquatableList(),
        Objects(json, "problems").Select(problem => Text(problem, "message") ?? string.Empty).ToEquatableList())
    {
        Name = Text(json, "name"),
        IsLate = json["late"] is { Type: JTokenType.Boolean } late && (bool)late,
        Attempt = json["attempt"] is { Type: JTokenType.Integer } attempt ? (int)attempt : null,
        ProblemCodes = Objects(json, "problems").Select(problem => Text(problem, "code") ?? string.Empty).ToEquatableList(),
        IsProgram = json["program"] is JObject,
    };

    internal static ResultPart Part(JObject json) => new(
        Text(json, "part") ?? throw new FormatException("a part has no name."),
        Verdict(json),
        (decimal?)json["score"] ?? 0,
        (decimal?)json["maxScore"] ?? 0,
        Text(json, "reading"),
        Feedback(json),
        (json["evidence"] as JObject)?["fault"] is { Type: not JTokenType.Null })
    {
        IsMarked = json["mark"] is JObject,
        Cells = json["evidence"] is JObject evidence ? Objects(evidence, "cells").Select(Cell).ToEquatableList() : [],
    };

    private static ResultCell Cell(JObject json) => new(
        Text(json, "cell") ?? throw new FormatException("a cell has no name."), Verdict(json), Text(json, "reading"), Feedback(json));

    private static Verdict Verdict(JObject json) =>
        Enum.Parse<Verdict>(Text(json, "verdict") ?? throw new FormatException("a part has no verdict."), ignoreCase: true);

    private static EquatableList<Feedback> Feedback(JObject json) =>
        Objects(json, "feedback").Select(item => new Feedback(Text(item, "code") ?? string.Empty, Text(item, "message") ?? string.Empty)).ToEquatableList();

    private static IEnumerable<JObject> Objects(JObject json, string key) => (json[key] as JArray)?.OfType<JObject>() ?? [];

    private static string? Text(JObject json, string key) => json[key] is { Type: JTokenType.String } text ? (string?)text : null;
}
