using Grader.Exercises;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>The answers that a worksheet keeps as right samples, by part. Files with verdicts of their own beside them are left out.</summary>
internal static class RightSamples
{
    public const string Folder = "right";

    public static ILookup<string, JToken> Of(string exercises, Worksheet worksheet)
    {
        var folder = Path.Combine(exercises, worksheet.Id, Folder);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList() : [];
        return files.Where(file => !file.EndsWith(".expected.json", StringComparison.Ordinal) && !File.Exists(Path.ChangeExtension(file, ".expected.json")))
            .SelectMany(Answers).ToLookup(answer => answer.Name, answer => answer.Value);
    }

    private static IEnumerable<JProperty> Answers(string file)
    {
        using var reader = new JsonTextReader(new StreamReader(file)) { FloatParseHandling = FloatParseHandling.Decimal };
        return JObject.Load(reader)["answers"] is JObject answers ? answers.Properties() : [];
    }
}
