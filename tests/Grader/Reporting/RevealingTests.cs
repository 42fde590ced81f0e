using Grader.Exercises;
using Grader.Reporting;

namespace Grader.Tests.Reporting;

public sealed class RevealingTests
{
    private static readonly Worksheet Dated = SampleSubmission.Worksheet with
    {
        Reveal = new(RevealDates.Moment("2026-12-01T18:00+01:00")!.Value, RevealDates.Moment("2026-12-08T18:00+01:00")),
    };

    [TestCase("2026-12-01T16:59:59Z", Reveal.Verdict, true)]
    [TestCase("2026-12-01T17:00Z", Reveal.Feedback, false)]
    [TestCase("2026-12-08T16:59:59Z", Reveal.Feedback, false)]
    [TestCase("2026-12-08T17:00Z", Reveal.Solution, false)]
    public void For_DatedWorksheet_GoesByTheMoment(string now, Reveal level, bool publicOnly)
    {
        var revealing = new Revealing(new RevealPolicy.OfTheWorksheet(), RevealDates.Moment(now)!.Value);

        Assert.That(revealing.For(Dated), Is.EqualTo(level));
        Assert.That(revealing.FurtherChecksFrom(Dated), publicOnly ? Is.EqualTo(Dated.Reveal!.Feedback) : Is.Null);
        Assert.That(revealing.For(SampleSubmission.Worksheet), Is.EqualTo(Reveal.Feedback), "A worksheet without dates.");
    }

    [Test]
    public void For_LevelOfTheCall_GoesBeforeTheDatesAndRunsAllChecks()
    {
        var revealing = new Revealing(new RevealPolicy.Always(Reveal.Solution), RevealDates.Moment("2026-01-01T00:00Z")!.Value);

        Assert.That(revealing.For(Dated), Is.EqualTo(Reveal.Solution));
        Assert.That(revealing.FurtherChecksFrom(Dated), Is.Null);
    }

    [TestCase("verdict")]
    [TestCase("feedback")]
    [TestCase("solution")]
    [TestCase("worksheet")]
    [TestCase("feedback@2026-12-01T18:00:00+01:00")]
    [TestCase("feedback@2026-12-01T18:00:00+01:00,solution@2026-12-08T18:00:00+01:00")]
    public void Parse_Policy_PrintsAsItWasWritten(string text) => Assert.That(RevealPolicy.Parse(text)?.ToString(), Is.EqualTo(text));

    [TestCase("")]
    [TestCase("Feedback")]
    [TestCase("feedback@2026-12-01")]
    [TestCase("feedback@2026-12-01T18:00", Description = "which offset?")]
    [TestCase("feedback@2026-13-01T18:00+01:00")]
    [TestCase("solution@2026-12-01T18:00+01:00")]
    [TestCase("feedback@2026-12-08T18:00+01:00,solution@2026-12-01T18:00+01:00", Description = "solution first")]
    [TestCase("feedback@2026-12-01T18:00+01:00,solution@2026-12-08T18:00+01:00,")]
    public void Parse_AnythingElse_IsNoPolicy(string text) => Assert.That(RevealPolicy.Parse(text), Is.Null);
}
