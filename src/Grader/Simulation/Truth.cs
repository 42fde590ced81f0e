using Formulas.Text;
using Grader.Checking;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>What the answer to one part must get, known from how it was made.</summary>
/// <param name="Made">How it was made, in a word or two: <c>misconception</c>, <c>printed</c>.</param>
/// <param name="Codes">Feedback codes of which one must be given; empty where none is asked for.</param>
public sealed record PartTruth(string Part, Verdict Verdict, string Made, EquatableList<string> Codes);

/// <summary>What one file must get. A line of the truth file.</summary>
/// <param name="File">Its path below the folder of submissions, with forward slashes.</param>
/// <param name="IsReadable">False where the whole file must come out as unreadable, with no parts.</param>
/// <param name="Made">What is wrong with the whole file; <c>handed in</c> where nothing is.</param>
public sealed record FileTruth(string File, string Student, string Worksheet, bool IsReadable, string Made, EquatableList<PartTruth> Parts)
{
    public string ToLine() => new JObject
    {
        ["file"] = File,
        ["student"] = Student,
        ["worksheet"] = Worksheet,
        ["status"] = IsReadable ? "graded" : "unreadable",
        ["made"] = Made,
        ["parts"] = new JArray(Parts.Select(part => new JObject
        {
            ["part"] = part.Part,
            ["verdict"] = part.Verdict.ToString().ToLowerInvariant(),
            ["made"] = part.Made,
            ["codes"] = new JArray(part.Codes),
        })),
    }.ToString(Formatting.None);

    /// <exception cref="FormatException">The line is not as <see cref="ToLine"/> writes it.</exception>
    public static FileTruth FromLine(string line)
    {
        try
        {
            var json = JObject.Parse(line);
            return new(
                Text(json, "file"), Text(json, "student"), Text(json, "worksheet"), Text(json, "status") == "graded", Text(json, "made"),
                json["parts"]!.Select(part => new PartTruth(
                    Text(part, "part"), Enum.Parse<Verdict>(Text(part, "verdict"), ignoreCase: true), Text(part, "made"),
                    part["codes"]!.Select(code => (string)code!).ToEquatableList())).ToEquatableList());
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or NullReferenceException or InvalidCastException)
        {
            throw new FormatException($"The line is not one of a truth file: {problem.Message}", problem);
        }
    }

    private static string Text(JToken json, string key) => (string?)json[key] ?? throw new FormatException($"The line is not one of a truth file: it has no \"{key}\".");
}
