using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>How likely a change is the mistake that was made, the simplest first: where several explain an answer, the first is named.</summary>
internal enum Plausibility
{
    Sign,
    Missing,
    Function,
    Sum,
    Name,
    Order,
    Number,
    Bracket,
    Several,
    Extra,
    PieceOnly,
}

/// <summary>What stands in place of one node after a mistake.</summary>
/// <param name="Replacement">May have another shape than the node had; then the formula around it is read anew.</param>
/// <param name="Name">Made when asked for: of hundreds of changes hardly one is shown.</param>
internal sealed record Change(Expression Replacement, Plausibility Plausibility, Func<Wording> Name)
{
    /// <summary>Whether the same was done wherever the piece stands.</summary>
    public bool IsEverywhere { get; init; }
}
