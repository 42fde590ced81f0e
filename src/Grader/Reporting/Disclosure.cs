using Formulas.Expressions;
using Grader.Checking;
using Grader.Exercises;

namespace Grader.Reporting;

/// <summary>What a page may tell at each <see cref="Reveal"/>.</summary>
internal sealed record Disclosure(Reveal Reveal)
{
    public bool Solution => Reveal == Reveal.Solution;

    /// <summary>An answer that could not be read earns its reason always: without it the student cannot hand in what was meant.</summary>
    public bool Feedback(Verdict verdict) => Reveal != Reveal.Verdict || verdict == Verdict.Unreadable;

    public bool Counterexample => Reveal != Reveal.Verdict;

    /// <summary>Beside the solution nobody needs hints.</summary>
    public bool Hints => Reveal == Reveal.Feedback;

    /// <summary>
    /// The experiment that shows what the part is about, after a mistake. The page of an experiment may state a formula, so for parts that ask
    /// for one it waits for the solution; what an option claims is for the student to see happen. Null where there is none to name.
    /// </summary>
    public string? Demo(Part part, Verdict verdict) => Reveal switch
    {
        Reveal.Solution => part.Demo,
        Reveal.Feedback when verdict is (Verdict.Incorrect or Verdict.Partial)
            && part.Kind is (PartKind.Choice or PartKind.Claims or PartKind.Prose or PartKind.Fit) => part.Demo,
        _ => null,
    };

    /// <summary>
    /// The right value at a counterexample is shown with the solution, and before that only at sampled inputs:
    /// at the given inputs it would be the answer to hand in.
    /// </summary>
    public bool Expected(PartKind kind, Counterexample counterexample) =>
        Solution || (Reveal == Reveal.Feedback && GivenOf(kind) is { } given && DiffersFrom(given, counterexample.Inputs));

    /// <summary>The same for a cell of a table.</summary>
    public bool Expected(Cell cell, Counterexample counterexample) =>
        Solution || (Reveal == Reveal.Feedback && DiffersFrom(cell.Specification.Given, counterexample.Inputs));

    private static Assignment? GivenOf(PartKind kind) => kind switch
    {
        PartKind.Function function => function.Specification.Given,
        _ => null,
    };

    private static bool DiffersFrom(Assignment given, Assignment inputs) =>
        inputs.Values.Any(input => given.Values.TryGetValue(input.Key, out var value) && !value.Equals(input.Value));
}
