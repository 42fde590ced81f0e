using Grader.Exercises;

namespace Grader.Reporting;

/// <summary>What may be told now, by a policy.</summary>
/// <param name="Now">The moment that dates are compared with: one for a whole run, so that no two of its pages disagree.</param>
public sealed record Revealing(RevealPolicy Policy, DateTimeOffset Now)
{
    /// <summary>The level for a worksheet's reports.</summary>
    public Reveal For(Worksheet worksheet) => (Policy, DatesOf(worksheet)) switch
    {
        (RevealPolicy.Always always, _) => always.Reveal,
        (_, null) => Reveal.Feedback,
        (_, { } dates) when Now < dates.Feedback => Reveal.Verdict,
        (_, { Solution: { } solution }) when Now >= solution => Reveal.Solution,
        _ => Reveal.Feedback,
    };

    /// <summary>Before the deadline: when the checks at samples of the class begin. Null where all checks run.</summary>
    public DateTimeOffset? FurtherChecksFrom(Worksheet worksheet) => DatesOf(worksheet) is { } dates && Now < dates.Feedback ? dates.Feedback : null;

    private RevealDates? DatesOf(Worksheet worksheet) => Policy switch
    {
        RevealPolicy.Always => null,
        RevealPolicy.ByDate by => by.Dates,
        RevealPolicy.OfTheWorksheet => worksheet.Reveal,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
