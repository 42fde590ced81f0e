using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>Whether a formula equals a reference wherever the reference has a value, in real numbers.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Within the bounds of rounding at every point tried, and at some of them to more digits than doubles have.</summary>
    /// <param name="Gap">An isolated point where the answer has no value and the reference has, if one was met: it is not held against the answer.</param>
    public sealed record Equal(DifferingPoint? Gap = null) : Decision;

    /// <summary>Beyond the bounds of rounding at one point, or without a value on a part of the reference's domain.</summary>
    public sealed record Different(DifferingPoint At) : Decision;

    /// <summary>Neither could be shown.</summary>
    /// <param name="Reason">A full sentence.</param>
    public sealed record Undecided(string Reason) : Decision
    {
        /// <summary>Whether a limit was met, of operations or of the size of numbers: the formula asks too much, and more digits would not help.</summary>
        public bool MetLimit { get; init; }
    }
}

/// <summary>Inputs at which two formulas differ, as simple as could be found.</summary>
/// <param name="Answer">Null where the answer has no value.</param>
/// <param name="Undefined">Why the answer has no value, as in "ln of -1"; null where it has one.</param>
public sealed record DifferingPoint(Assignment Inputs, Value? Answer, string? Undefined, Value Reference);
