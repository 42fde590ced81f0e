using Formulas.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>A place where the results do not say what the truth says.</summary>
/// <param name="Part">Null where the whole file is meant.</param>
public sealed record Disagreement(string File, string? Part, string Made, string Truth, string Found);

/// <summary>The results of a batch held against the truth of a simulated class.</summary>
/// <param name="Verdicts">Verdicts that differ, and files that came out otherwise than they must.</param>
/// <param name="Names">Mistakes for which none of their names was given.</param>
/// <param name="Named">How many mistakes were named, of <paramref name="Mistakes"/>.</param>
public sealed record Verification(
    int Files, int Parts, int Mistakes, int Named, EquatableList<Disagreement> Verdicts, EquatableList<Disagreement> Names)
{
    /// <param name="truth">The lines of the truth file.</param>
    /// <param name="results">The lines of <c>results.jsonl</c>.</param>
    /// <exception cref="FormatException">A line is not as it should be.</exception>
    public static Verification Of(IEnumerable<string> truth, IEnumerable<string> results)
    {
        var open = truth.Where(line => line.Length > 0).Select(FileTruth.FromLine).ToDictionary(file => file.File, StringComparer.Ordinal);
        var (files, parts, mistakes, named) = (open.Count, 0, 0, 0);
        var (verdicts, names) = (new List<Disagreement>(), new List<Disagreement>());
        foreach (var line in results.Where(line => line.Length > 0).Select(Parse))
        {
            var shown = (string?)line["file"] ?? throw new FormatException("A line of the results names no file.");
            if (!open.Remove(Key(shown), out var wanted))
            {
                verdicts.Add(new(shown, null, "", "no such file", (string?)line["status"] ?? ""));
                continue;
            }

            var status = wanted.IsReadable ? "graded" : "unreadable";
            if ((string?)line["status"] != status) verdicts.Add(new(wanted.File, null, wanted.Made, status, (string?)line["status"] ?? ""));
            var found = (line["parts"] ?? new JArray()).ToDictionary(part => (string?)part["part"] ?? "", StringComparer.Ordinal);
            foreach (var part in wanted.Parts)
            {
                parts++;
                if (part.Codes.Count > 0) mistakes++;
                var judged = found.GetValueOrDefault(part.Part);
                var verdict = (string?)judged?["verdict"] ?? "nothing";
                var must = part.Verdict.ToString().ToLowerInvariant();
                if (verdict != must)
                {
                    verdicts.Add(new(wanted.File, part.Part, part.Made, must, $"{verdict} ({string.Join(", ", Codes(judged))})"));
                    continue;
                }

                if (part.Codes.Count == 0) continue;
                if (Codes(judged).Intersect(part.Codes).Any()) named++;
                else names.Add(new(wanted.File, part.Part, part.Made, string.Join(" or ", part.Codes), string.Join(", ", Codes(judged))));
            }
        }

        verdicts.AddRange(open.Values.Select(file => new Disagreement(file.File, null, file.Made, "a result", "nothing")));
        return new(files, parts, mistakes, named, verdicts.ToEquatableList(), names.ToEquatableList());
    }

    /// <summary>The last two steps of a path: a batch over a folder further up shows more of it.</summary>
    private static string Key(string shown) => string.Join('/', shown.Split('/')[^Math.Min(2, shown.Count(c => c == '/') + 1)..]);

    /// <summary>The part's codes and its cells'.</summary>
    private static IEnumerable<string> Codes(JToken? part) => part is null ? [] : part.SelectTokens("$..feedback[*].code").Select(code => (string?)code ?? "").Distinct();

    private static JObject Parse(string line)
    {
        try
        {
            return JObject.Parse(line);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"A line of the results cannot be read: {problem.Message}", problem);
        }
    }
}
