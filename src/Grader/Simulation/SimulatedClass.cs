using System.Globalization;
using System.Text;
using Formulas.Analysis;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>A file that a student hands in, and what it must get.</summary>
public sealed record SimulatedFile(byte[] Content, FileTruth Truth);

/// <summary>
/// A believable class. Each student has an ability and habits of notation; most hand in every worksheet. What each answer must get is
/// known from how it was made. The same seed makes the same class, and a student stays the same when more are added.
/// </summary>
public sealed class SimulatedClass
{
    private const int OneAbsentIn = 40;

    private const int OneBrokenIn = 30;

    private const int OneDoubledIn = 50;

    private readonly ulong seed;
    private readonly List<SimulatedWorksheet> worksheets;

    /// <param name="exercises">The folder of the worksheets, for their right samples.</param>
    public SimulatedClass(IEnumerable<Worksheet> worksheets, string exercises, ulong seed)
    {
        this.seed = seed;
        this.worksheets = [.. worksheets.Select(worksheet => new SimulatedWorksheet(worksheet, exercises))];
    }

    /// <summary>Student by student, a file for each worksheet that the student hands in.</summary>
    public IEnumerable<SimulatedFile> Files(int students) => Enumerable.Range(0, students).SelectMany(FilesOf);

    private IEnumerable<SimulatedFile> FilesOf(int student)
    {
        var nature = new SeededRandom(seed, student, "student");
        var id = string.Create(CultureInfo.InvariantCulture, $"s{2_400_001 + student}");
        // Between a few who know little and a few who know nearly all, most in the middle.
        var ability = 0.15 + (0.8 * (nature.NextUnit() + nature.NextUnit() + nature.NextUnit()) / 3);
        var habit = (Notation)nature.Next(0, 2);
        foreach (var worksheet in worksheets)
        {
            var luck = new SeededRandom(seed, student, worksheet.Id);
            if (luck.OneIn(OneAbsentIn)) continue;
            var answers = worksheet.Answer(ability, part => new(new(seed, student, $"{worksheet.Id}/{part}"), habit));
            yield return File(id, worksheet.Id, answers, luck);
        }
    }

    private static SimulatedFile File(string student, string worksheet, IReadOnlyList<(string Part, Written Written)> answers, SeededRandom luck)
    {
        var path = $"{student}/{worksheet}.json";
        var doubled = luck.OneIn(OneDoubledIn) ? answers.Select(answer => answer.Part).ElementAt(luck.Next(0, answers.Count - 1)) : null;
        var content = Json(student, worksheet, answers, doubled, luck);
        if (luck.OneIn(OneBrokenIn))
        {
            var (broken, made) = BrokenFiles.Of(content, worksheet, luck);
            return new(broken, new(path, student, worksheet, IsReadable: false, made, []));
        }

        var parts = answers.Select(answer => answer.Part == doubled
            ? new PartTruth(answer.Part, Verdict.Unreadable, "doubled key", ["doubled-key"])
            : new PartTruth(answer.Part, answer.Written.Verdict, answer.Written.Made, answer.Written.Codes));
        return new(Encoding.UTF8.GetBytes(content), new(path, student, worksheet, IsReadable: true, "handed in", parts.ToEquatableList()));
    }

    private static string Json(string student, string worksheet, IReadOnlyList<(string Part, Written Written)> answers, string? doubled, SeededRandom luck)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text) { Formatting = luck.OneIn(4) ? Formatting.None : Formatting.Indented };
        json.WriteStartObject();
        json.WritePropertyName("worksheet");
        json.WriteValue(worksheet);
        json.WritePropertyName("student");
        json.WriteValue(student);
        json.WritePropertyName("answers");
        json.WriteStartObject();
        foreach (var (part, written) in answers)
        {
            // A doubled key stands twice, whatever is in it.
            for (var time = part == doubled ? 0 : 1; time < 2; time++)
            {
                if (written.Content is null && part != doubled) continue;
                json.WritePropertyName(part);
                (written.Content ?? JValue.CreateNull()).WriteTo(json);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return text.ToString();
    }
}
