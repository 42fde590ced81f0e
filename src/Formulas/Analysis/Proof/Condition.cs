using Formulas.Text;

namespace Formulas.Analysis.Proof;

/// <summary>What must hold for a formula to have a value.</summary>
internal enum Requirement
{
    NotZero,
    NotNegative,
    Positive,

    /// <summary>What a function or an entry asks of its operands, whatever that is.</summary>
    Defined,
}

/// <param name="Of">What it is asked of; a factor of one sign is left out.</param>
/// <param name="Loops">The ends of the loops around it, the outermost first.</param>
internal sealed record Condition(Requirement Requirement, Form Of, EquatableList<Form> Loops)
{
    private Form Opposite => Of.Times(-1);

    /// <summary>Whether it holds wherever another one does.</summary>
    public bool FollowsFrom(Condition other) => Loops.Equals(other.Loops) && (Requirement, other.Requirement) switch
    {
        (Requirement.NotZero, Requirement.NotZero) or (Requirement.NotZero, Requirement.Positive) => Of.Equals(other.Of) || Opposite.Equals(other.Of),
        (Requirement.NotNegative, Requirement.Positive) => Of.Equals(other.Of),
        _ => Requirement == other.Requirement && Of.Equals(other.Of),
    };
}
