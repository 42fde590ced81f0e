using Formulas.Text;
using Grader.Drawing;
using Grader.Plotting;

namespace Grader.Demos;

/// <summary>A sentence that the run put a number to.</summary>
/// <param name="Name">For tests and scripts, in kebab-case.</param>
/// <param name="Value">The number, measured.</param>
/// <param name="Sentence">Goes on after the number. Markdown.</param>
/// <param name="Holds">Whether the number bears the claim out; with unusual parameters it may not, and the page says so.</param>
public sealed record Claim(string Name, double Value, string Sentence, bool Holds);

/// <summary>What a run of an experiment showed: claims first, then what to look at and why it is so, then the plots.</summary>
/// <param name="Explanation">What to see and why, in Markdown with mathematics.</param>
public sealed record Demonstration(EquatableList<Claim> Claims, string Explanation, EquatableList<Plot> Plots)
{
    /// <summary>A graph to walk through; null where there is none.</summary>
    public GraphWalk? Walk { get; init; }

    /// <exception cref="KeyNotFoundException">There is no claim of that name.</exception>
    public Claim Claimed(string name) =>
        Claims.FirstOrDefault(claim => claim.Name == name) ?? throw new KeyNotFoundException($"There is no claim '{name}'.");
}

/// <summary>An experiment that a page shows: <c>grader demo NAME</c>. Parts of worksheets name the one that settles them.</summary>
/// <param name="Title">The heading of the page.</param>
/// <param name="Summary">One line for the list.</param>
public sealed record Demo(
    string Name, string Title, string Summary, EquatableList<Parameter> Parameters, Func<ParameterValues, Demonstration> Run);
