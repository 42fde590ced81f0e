using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>A sentence that names a mistake, with the pieces of formulas it shows.</summary>
/// <param name="Sentence">Its arguments are pieces, or words.</param>
/// <param name="WithoutPieces">The same mistake where a piece would give the answer away; null where no piece is shown.</param>
internal sealed record Wording(string Code, FormattableString Sentence, string? WithoutPieces = null)
{
    /// <summary>A missing piece of more leaves is a good part of the work.</summary>
    private const int MostLeaves = 4;

    /// <summary>What is missing may be shown up to this part of the right formula.</summary>
    private const int SmallestShare = 3;

    /// <summary>The mistake, said so that it does not give the right formula away.</summary>
    /// <param name="reference">The right formula.</param>
    /// <param name="mistaken">What the mistake makes of it.</param>
    public Mistake Of(Expression reference, Expression mistaken) => WithoutPieces is { } general && GivesAway(reference, mistaken)
        ? new(Code, general)
        : new(Code, FormattableString.Invariant(Sentence));

    /// <summary>Whether the sentence shows much that is not in the mistaken formula. What stands there already, the student has written.</summary>
    private bool GivesAway(Expression reference, Expression mistaken)
    {
        var news = Sentence.GetArguments().OfType<Piece>().Select(piece => piece.Formula).Distinct()
            .Except(Subexpressions.All(mistaken)).SelectMany(Subexpressions.All).ToList();
        return news.Count(node => Subexpressions.Of(node).Count == 0) > MostLeaves || news.Count * SmallestShare > Subexpressions.All(reference).Count();
    }
}
