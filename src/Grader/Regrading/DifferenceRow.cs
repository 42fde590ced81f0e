using Grader.Batching;
using Grader.Checking;
using Grader.Exporting;
using Grader.Marking;
using Grader.Reporting;

namespace Grader.Regrading;

/// <summary>A moved part, or a submission that moved as a whole, in words: the same for console, page and table.</summary>
/// <param name="Part">Blank for the submission as a whole.</param>
public sealed record DifferenceRow(
    string File, string Student, string Worksheet, string Part, string VerdictBefore, string VerdictAfter, string ScoreBefore, string ScoreAfter, string Why)
{
    public const string None = "-";

    /// <summary>A row for the whole, then one for each part that moved.</summary>
    public static IEnumerable<DifferenceRow> Of(Difference difference)
    {
        var known = difference.Known;
        var student = known.Name is { } name ? $"{name} ({known.Student})" : known.Student ?? string.Empty;
        var whole = new DifferenceRow(
            known.File, student, known.Worksheet ?? string.Empty, string.Empty, Status(difference.Before), Status(difference.After), Total(difference.Before), Total(difference.After), Reason(difference));
        return difference.Parts.Select(part => whole with
        {
            Part = part.Part,
            VerdictBefore = Verdict(part.Before),
            VerdictAfter = Verdict(part.After),
            ScoreBefore = Points(part.Before?.Score, part.Before?.MaxScore),
            ScoreAfter = Points(part.After?.Score, part.After?.MaxScore),
            Why = part.Why,
        }).Prepend(whole);
    }

    /// <summary><c>regrade.csv</c>.</summary>
    public static string Csv(IEnumerable<DifferenceRow> rows) => CsvWriting.Table(rows
        .Select(row => (IReadOnlyList<CsvCell>)[row.File, row.Student, row.Worksheet, row.Part, Plain(row.VerdictBefore), Plain(row.VerdictAfter), Plain(row.ScoreBefore), Plain(row.ScoreAfter), row.Why])
        .Prepend(["file", "student", "worksheet", "part", "verdict before", "verdict after", "score before", "score after", "why"]));

    // Our own words: a lone dash is no formula.
    private static CsvCell Plain(string words) => new CsvCell.Fixed(words);

    private static string Reason(Difference difference) => (difference.Before, difference.After) switch
    {
        (null, _) => "Handed in since.",
        (_, null) => "No longer there.",
        (_, { Status: not BatchStatus.Graded } after) => after.Reason,
        _ => $"{difference.Parts.Count} parts moved.",
    };

    private static string Status(ResultLine? line) => line?.Status.ToString().ToLowerInvariant() ?? None;

    private static string Total(ResultLine? line) => line is { Status: BatchStatus.Graded } ? Points(line.Score, line.MaxScore) : None;

    private static string Verdict(ResultPart? part) => part?.Verdict.ToString().ToLowerInvariant() ?? None;

    private static string Points(decimal? score, decimal? most) => score is null || most is null ? None : $"{Scoring.Written(score.Value)} of {Scoring.Written(most.Value)}";
}
