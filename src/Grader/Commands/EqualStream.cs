using Grader.Exercises;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary>
/// <c>grader equal --jsonl</c>: lines <c>{"a","b","symbols"}</c> in, lines <c>{"equal","counterexample","diagnosis","error"}</c> out,
/// one for one and flushed each, so that another program can converse with it. No line ends the stream.
/// </summary>
internal static class EqualStream
{

    private static readonly string[] Keys = ["a", "b", "symbols"];

    public static void Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(Reply(line).ToString(Formatting.None));
            output.Flush();
        }
    }

    private static JObject Reply(string line)
    {
        try
        {
            var question = JsonInput.ReadLine(line, "{\"a\": ..., \"b\": ..., \"symbols\": {...}}");
            if (question.Properties().FirstOrDefault(property => !Keys.Contains(property.Name)) is { } strange)
                throw new UnusableCallException($"The key \"{strange.Name}\" is not known.", Suggestion.For(strange.Name, Keys));
            return EqualityReport.Of(Text(question, "a"), Text(question, "b"), EqualSymbols.Read(question["symbols"])).ToJson();
        }
        catch (JsonException problem)
        {
            return EqualityReport.ErrorJson($"The line cannot be read as JSON: {problem.Message}");
        }
        catch (UnusableCallException problem)
        {
            return EqualityReport.ErrorJson(problem.Hint is null ? problem.Message : $"{problem.Message} {problem.Hint}");
        }
#pragma warning disable CA1031 // One line harms itself only; the stream goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return EqualityReport.ErrorJson($"A fault of the grader: {fault.Message}");
        }
    }

    private static string Text(JObject question, string key) => question[key] is JValue { Value: string text }
        ? text
        : throw new UnusableCallException($"\"{key}\" must be a text, a formula.");
}
