using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>Several names that are written as one word.</summary>
internal sealed partial class Parser
{
    /// <summary>wx is w x where it can be cut into declared names in one way only; the last may be a function that is called, or have subscripts.</summary>
    private bool SplitsIntoNames(Token token, out List<Token> pieces)
    {
        pieces = [];
        var underscore = token.Text.IndexOf('_', StringComparison.Ordinal);
        var word = underscore < 0 ? token.Text : token.Text[..underscore];
        if (word.Length > 40 || token.Span.Length != token.Text.Length) return false;
        var ways = new int[word.Length + 1];
        var lastStart = new int[word.Length + 1];
        ways[0] = 1;
        for (var end = 1; end <= word.Length; end++)
        {
            for (var start = 0; start < end; start++)
            {
                if (ways[start] == 0 || !IsPiece(token.Text, start, end, word.Length)) continue;
                ways[end] = Math.Min(2, ways[end] + ways[start]);
                lastStart[end] = start;
            }
        }

        if (ways[word.Length] != 1) return false;
        for (var end = word.Length; end > 0; end = lastStart[end])
        {
            var stop = end == word.Length ? token.Text.Length : end;
            var start = lastStart[end];
            pieces.Insert(0, token with { Text = token.Text[start..stop], Span = new SourceSpan(token.Span.Start + start, stop - start), SpaceBefore = true });
        }

        return pieces.Count > 1;
    }

    /// <summary>p_iW_i is p_i W_i, as LaTeX reads it.</summary>
    private bool SplitsBehindIndex(Token token, out List<Token> pieces)
    {
        pieces = [];
        var end = token.Text.IndexOf('_', StringComparison.Ordinal) + 2;
        if (end < 3 || end >= token.Text.Length || !Alphabet.IsLetter(token.Text[end]) || token.Span.Length != token.Text.Length || CutWord(token.Text[..end], null) is null) return false;
        pieces.Add(token with { Text = token.Text[..end], Span = new SourceSpan(token.Span.Start, end) });
        pieces.Add(token with { Text = token.Text[end..], Span = new SourceSpan(token.Span.Start + end, token.Text.Length - end), SpaceBefore = true });
        return true;
    }

    /// <summary>An index is no factor here: xi is x_i mistyped, not x times i.</summary>
    private bool IsPiece(string word, int start, int end, int stemLength)
    {
        var piece = word[start..end];
        if (indices.Contains(piece) || vocabulary.Find(piece)?.Kind == SymbolKind.Index) return false;
        if (end < stemLength) return (IsKnown(piece) && !IsFunction(piece)) || piece == "pi";
        if (end < word.Length) return CutWord(word[start..], null) is not null || JacobianOf(word[start..]) is not null;
        if (JoinsBraces(piece)) return true;
        return IsKnown(piece) ? !IsFunction(piece) || Peek(1).Kind == TokenKind.LeftParenthesis : piece == "pi" || (IsFunction(piece) && Peek(1).Kind is TokenKind.LeftParenthesis or TokenKind.Prime);
    }
}
