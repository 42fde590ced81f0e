namespace Grader.Reporting;

/// <summary>How much a report tells: verdicts alone; hints and counterexamples, never the answer; or the reference answers too.</summary>
public enum Reveal
{
    Verdict,
    Feedback,
    Solution,
}
