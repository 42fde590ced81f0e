using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Marking;
using Grader.Reporting;

namespace Grader.Exporting;

/// <summary>What one student has for one worksheet.</summary>
/// <param name="Lines">All that was handed in for it; at least one.</param>
public sealed record StudentMark(string Worksheet, Standing Standing, EquatableList<ResultLine> Lines)
{
    /// <summary>The total, as the submission's page shows it; null where there is none to show.</summary>
    public decimal? Score => Standing is Standing.Final or Standing.Waiting ? Counted.Score : null;

    public decimal MaxScore => Counted.MaxScore;

    public decimal Waiting => Standing == Standing.Waiting ? Counted.Waiting : 0;

    /// <summary>A sentence for the gradebook.</summary>
    public string Remark => Standing switch
    {
        Standing.Final => $"{Scoring.Written(Counted.Score)} of {Scoring.Written(Counted.MaxScore)} points.",
        Standing.Waiting =>
            $"{Scoring.Written(Counted.Score)} of {Scoring.Written(Counted.MaxScore)} points so far; {Scoring.Written(Counted.Waiting)} wait for a person.",
        Standing.Fault => "Not marked yet: a fault of the grader, not of the student.",
        Standing.Unreadable => $"Not marked: the file could not be read. {Counted.Reason}",
        Standing.Doubled => $"Not marked: several files answer this worksheet ({string.Join(", ", Lines.Select(line => line.File))}).",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ResultLine Counted => Lines.FirstOrDefault(line => line.Status == BatchStatus.Graded) ?? Lines[0];

    public static StudentMark Of(string worksheet, IReadOnlyList<ResultLine> lines) => new(worksheet, StandingOf(lines), lines.ToEquatableList());

    private static Standing StandingOf(IReadOnlyList<ResultLine> lines)
    {
        var graded = lines.Where(line => line.Status == BatchStatus.Graded).ToList();
        if (lines.Any(line => line.IsFaulty)) return Standing.Fault;
        if (graded.Count > 1) return Standing.Doubled;
        if (graded.Count == 0) return Standing.Unreadable;
        return graded[0].Parts.Any(part => part.Verdict == Verdict.Pending) ? Standing.Waiting : Standing.Final;
    }
}
