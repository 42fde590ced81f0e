using Grader.Exercises;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary>
/// <c>grader answer --jsonl</c>: lines <c>{"part","inputs"}</c> in, lines <c>{"part","value"}</c> or <c>{"part","error"}</c> out,
/// one for one and flushed each, so that another program can converse with it. No line ends the stream.
/// </summary>
internal sealed class AnswerStream(Library library)
{

    private static readonly string[] Keys = ["part", "inputs"];

    public void Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            output.WriteLine(Reply(line).ToString(Formatting.None));
            output.Flush();
        }
    }

    private JObject Reply(string line)
    {
        JToken? part = null;
        try
        {
            var question = JsonInput.ReadLine(line, "{\"part\": ..., \"inputs\": {...}}");
            part = question["part"];
            return Reply(question);
        }
        catch (JsonException problem)
        {
            return Error(part, $"The line cannot be read as JSON: {problem.Message}");
        }
        catch (UnusableCallException problem)
        {
            return Error(part, problem.Hint is null ? problem.Message : $"{problem.Message} {problem.Hint}");
        }
#pragma warning disable CA1031 // One line harms itself only; the stream goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Error(part, $"A fault of the grader: {fault.Message}");
        }
    }

    private JObject Reply(JObject question)
    {
        if (question.Properties().FirstOrDefault(property => !Keys.Contains(property.Name)) is { } strange)
        {
            throw new UnusableCallException($"The key \"{strange.Name}\" is not known.", Suggestion.For(strange.Name, Keys));
        }

        if (question["part"] is not JValue { Value: string name })
        {
            throw new UnusableCallException("\"part\" must be a text, \"WORKSHEET/PART\".");
        }

        var (worksheet, part) = PartAddress.Find(name, library);
        var inputs = question["inputs"] is { Type: not JTokenType.Null } given ? given : null;
        return ReferenceAnswer.At(worksheet, part, inputs) switch
        {
            ReferenceAnswer.Known(var value) => new JObject { ["part"] = name, ["value"] = value },
            ReferenceAnswer.None(var message) => Error(name, message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static JObject Error(JToken? part, string message) => new() { ["part"] = part?.DeepClone(), ["error"] = message };
}
