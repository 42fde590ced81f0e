using Formulas.Text;

namespace Grader.Checking;

/// <summary>A verdict with its reasons, before it is turned into points.</summary>
/// <param name="Credit">From 0 to 1.</param>
internal sealed record Judgement(Verdict Verdict, decimal Credit, EquatableList<Feedback> Feedback, Counterexample? Counterexample = null)
{
    /// <summary>What is earned where the method is right and only the rounding or the form is not.</summary>
    public const decimal HalfCredit = 0.5m;

    public static Judgement Correct(params ReadOnlySpan<Feedback> feedback) => new(Verdict.Correct, 1, EquatableList.Create(feedback));

    public static Judgement Partial(decimal credit, params ReadOnlySpan<Feedback> feedback) => new(Verdict.Partial, credit, EquatableList.Create(feedback));

    public static Judgement Incorrect(params ReadOnlySpan<Feedback> feedback) => new(Verdict.Incorrect, 0, EquatableList.Create(feedback));

    public static Judgement Unreadable(params ReadOnlySpan<Feedback> feedback) => new(Verdict.Unreadable, 0, EquatableList.Create(feedback));

    public static Judgement Pending(params ReadOnlySpan<Feedback> feedback) => new(Verdict.Pending, 0, EquatableList.Create(feedback));

    public static Judgement Missing { get; } = new(Verdict.Missing, 0, []);

    /// <summary>By credit: all of it is correct, none incorrect, and anything between partial.</summary>
    public static Judgement ByCredit(decimal credit, params ReadOnlySpan<Feedback> feedback) =>
        new(credit >= 1 ? Verdict.Correct : credit > 0 ? Verdict.Partial : Verdict.Incorrect, Math.Clamp(credit, 0, 1), EquatableList.Create(feedback));
}
