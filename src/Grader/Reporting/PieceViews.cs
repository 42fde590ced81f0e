using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Rendering;
using Grader.Checking;

namespace Grader.Reporting;

/// <summary>The pieces of a formula that a page shows: enough to find a product or a transpose that was read otherwise than it was meant.</summary>
internal static class PieceViews
{
    private const int FewestShown = 3;

    private const int MostShown = 8;

    // A longer piece is seen better in the whole formula above; pages of long formulas stay small.
    private const int LongestPiece = 30;

    private const int MostLookedAt = 60;

    /// <summary>Null where there are too few to be worth a list, or where all are numbers, whose shapes say nothing.</summary>
    public static PiecesView? Of(ReadFormula formula)
    {
        var pieces = Piece.Of(formula.Tree, MostLookedAt)
            .Where((piece, place) => (place > 0 || piece.Name is not null) && !IsSymbol(piece.Formula) && IsShort(piece.Formula))
            .Take(MostShown)
            .ToList();
        if (pieces.Count < FewestShown || pieces.TrueForAll(piece => piece.Formula.Shape is Shape.ScalarShape or Shape.TruthShape)) return null;
        return new PiecesView(
            Piece.InWords(formula.Tree.Shape),
            [.. pieces.Select(piece => new PieceView(piece.Text, Markup(piece, formula.Scope), piece.Shape))]);
    }

    // Also b[i]: its shape says nothing that its look does not.
    private static bool IsSymbol(Expression formula) => formula is Expression.Reference or Expression.Entry { Source: Expression.Reference };

    private static bool IsShort(Expression formula) => Subexpressions.All(formula).Skip(LongestPiece).FirstOrDefault() is null;

    private static string Markup(Piece piece, Scope scope)
    {
        var value = MathMl.Render(piece.Formula, scope);
        return piece.Name is null ? value : $"{MathMl.Render(new Expression.LetReference(piece.Name, piece.Formula.Shape), scope)} = {value}";
    }
}
