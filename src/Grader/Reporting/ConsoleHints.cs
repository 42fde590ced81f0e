using Formulas.Rendering;
using Grader.Exercises;
using Grader.Hints;
using Newtonsoft.Json.Linq;

namespace Grader.Reporting;

/// <summary>The first hints for a part, as lines of text or as JSON.</summary>
internal static class ConsoleHints
{
    public static void Write(Part part, IReadOnlyList<Hint> hints, int level, ConsoleOutput output)
    {
        output.WriteLine(new ConsoleText($"{part.Id}: {part.Title}", Tone.Heading));
        if (hints.Count == 0) output.WriteLine("There are no hints for this part.");
        foreach (var (place, hint) in hints.Take(level).Index())
        {
            output.WriteLine();
            output.WriteLine(new ConsoleText($"Hint {place + 1} of {hints.Count}", Tone.Heading));
            output.WriteLine(PlainStatement.From(hint.Text));
            if (hint.Frame is { } frame) output.WriteLine($"  {Calculator.Print(frame.Tree)}");
        }

        if (hints.Count > level) output.WriteLine(new ConsoleText($"--hint {level + 1} gives away more.", Tone.Quiet));
    }

    public static JObject ToJson(Worksheet worksheet, Part part, IReadOnlyList<Hint> hints, int level) => new()
    {
        ["worksheet"] = worksheet.Id,
        ["part"] = part.Id,
        ["hints"] = new JArray(hints.Take(level).Select(hint => new JObject
        {
            ["text"] = hint.Text,
            ["outline"] = hint.Frame is { } frame ? Calculator.Print(frame.Tree) : null,
        })),
        ["further"] = Math.Max(0, hints.Count - level),
    };
}
