using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;
using Newtonsoft.Json.Linq;

namespace Grader.Authoring;

/// <summary>What a sample's author says that one of its answers earns.</summary>
/// <param name="Codes">Codes that the feedback must hold; it may hold more.</param>
/// <param name="File">Where it is promised, at <paramref name="Position"/>.</param>
internal sealed record Promise(string PartId, Verdict Verdict, EquatableList<string> Codes, string File, FilePosition? Position)
{
    /// <summary>Nothing is said of how the part is judged, but that it earns full marks.</summary>
    public bool IsFullMarks => Verdict == Verdict.Correct;

    /// <summary>Whether the part was judged so. A part that waits for a person is as right as a machine can say.</summary>
    public bool IsKeptBy(PartResult got) =>
        (got.Verdict == Verdict || (IsFullMarks && got.Verdict == Verdict.Pending))
        && (got.Verdict != Verdict.Correct || got.Score == got.MaxScore || !IsFullMarks)
        && Codes.All(CodesOf(got).Contains);

    public static IEnumerable<string> CodesOf(PartResult got) => FeedbackOf(got).Select(feedback => feedback.Code);

    public static IEnumerable<Feedback> FeedbackOf(PartResult got) => got.Feedback.Concat(got.Cells.SelectMany(cell => cell.Feedback));
}

/// <summary>Reads a file such as <c>signs.expected.json</c>, which stands beside a sample.</summary>
internal static class PromiseReader
{
    /// <summary>As verdicts are written. Nothing is promised of an answer that is not given.</summary>
    private static readonly Verdict[] Verdicts = [Verdict.Correct, Verdict.Partial, Verdict.Incorrect, Verdict.Unreadable, Verdict.Pending];

    private const long LargestFile = 1 << 20;

    public static EquatableList<Promise> Read(string file, ProblemLog log)
    {
        var read = new FileInfo(file).Length > LargestFile ? null : Exercises.JsonDocumentReader.Read(File.ReadAllText(file), log);
        if (read is null)
        {
            if (log.IsEmpty) log.Add(position: null, "The file is larger than 1 MiB.");
            return [];
        }

        var record = new JsonRecord(read, log);
        if (record.Required("parts", "what each answer earns: {\"1.gradient\": {\"verdict\": \"incorrect\", \"codes\": [\"wrong-sign\"]}}") is null) return [];
        var promises = record.Entries("parts").Select(entry => ReadPart(entry, record, file, log)).OfType<Promise>().ToEquatableList();
        record.RefuseUnknownKeys();
        return promises;
    }

    private static Promise? ReadPart(JProperty entry, JsonRecord owner, string file, ProblemLog log)
    {
        if (owner.RecordOf(entry.Value) is not { } record) return null;
        var written = record.Text("verdict");
        var codes = record.Texts("codes");
        record.RefuseUnknownKeys();
        foreach (var code in codes.Where(code => !KnownCodes.Has(code))) log.Add(entry, $"\"{code}\" is no feedback code.", KnownCodes.Near(code));

        if (Verdicts.Any(verdict => Name(verdict) == written)) return new(entry.Name, Verdicts.First(verdict => Name(verdict) == written), codes, file, ProblemLog.PositionOf(entry));
        if (written.Length > 0) log.Add(entry, $"\"{written}\" is no verdict.", Suggestion.For(written, Verdicts.Select(Name)));
        return null;
    }

    public static string Name(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
