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
