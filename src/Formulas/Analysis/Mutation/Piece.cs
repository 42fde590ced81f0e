using Formulas.Expressions;
using Formulas.Rendering;

namespace Formulas.Analysis.Mutation;

/// <summary>A piece of a formula as a sentence shows it.</summary>
/// <param name="InProduct">Whether a sum stands in brackets.</param>
internal sealed record Piece(Expression Formula, bool InProduct)
{
    private const int Longest = 80;

    public static string Cut(string text) => text.Length <= Longest ? text : $"{text[..Longest]}...";

    public override string ToString()
    {
        var text = Cut(Calculator.Print(Formula));
        return InProduct && Formula is Expression.Additive ? $"({text})" : text;
    }
}
