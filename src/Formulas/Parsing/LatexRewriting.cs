using Formulas.Expressions;

namespace Formulas.Parsing;

/// <summary>What is put right when the tokens of LaTeX stand in a row: differentials, and transposes before an argument.</summary>
internal static class LatexRewriting
{
    /// <summary>The name that \partial has until it is joined with what follows.</summary>
    public const string Partial = "∂";

    public static List<Token> Finish(List<Token> tokens, Vocabulary vocabulary)
    {
        var joined = tokens.Any(token => token.Text == Partial) ? JoinDifferentials(tokens) : tokens;
        MoveTransposes(joined, vocabulary);
        RemoveFullStop(joined);
        return joined;
    }

    /// <summary>Whether tokens begin with a d or ∂ of a derivative: d, dL, dw_i, ∂W^(1).</summary>
    public static bool IsDifferential(List<Token> tokens, Vocabulary vocabulary)
    {
        if (tokens.Count == 0 || tokens[0].Kind != TokenKind.Name) return false;
        var word = tokens[0].Text;
        if (word == Partial) return true;
        if (word[0] != 'd' || (word.Length > 1 && word[1] == '_')) return false;
        return word.Length == 1 || !vocabulary.DeclaresBase(word) || vocabulary.StartsPhrase(word);
    }

    /// <summary>∂ w is dw, and d w likewise where it begins.</summary>
    public static List<Token> JoinDifferentials(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var opens = token.Text == Partial || (at == 0 && token is { Kind: TokenKind.Name, Text: "d" });
            if (opens && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Name)
            {
                var next = tokens[++at];
                joined.Add(next with { Text = "d" + next.Text, Span = token.Span.Through(next.Span), SpaceBefore = token.SpaceBefore });
            }
            else
            {
                joined.Add(token.Text == Partial ? token with { Text = "d" } : token);
            }
        }

        return joined;
    }

    /// <summary>J_Phi^T(z) is J_Phi(z)^T.</summary>
    private static void MoveTransposes(List<Token> tokens, Vocabulary vocabulary)
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind != TokenKind.Transpose || tokens[at + 1].Kind != TokenKind.LeftParenthesis || !IsFunctionBefore(tokens, at, vocabulary)) continue;
            var nesting = 0;
            for (var end = at + 1; end < tokens.Count; end++)
            {
                nesting += Statements.Nesting(tokens[end].Kind);
                if (nesting > 0) continue;
                var transpose = tokens[at];
                tokens.RemoveAt(at);
                tokens.Insert(end, transpose);
                break;
            }
        }
    }

    /// <summary>A formula copied from a sentence may end with its full stop or comma.</summary>
    private static void RemoveFullStop(List<Token> tokens)
    {
        while (tokens.Count > 1 && tokens[^1] is { Kind: TokenKind.Newline } or { Kind: TokenKind.Comma } or { Kind: TokenKind.Dot, Text: ".", Span.Length: 1 }) tokens.RemoveAt(tokens.Count - 1);
    }

    private static bool IsFunctionBefore(List<Token> tokens, int at, Vocabulary vocabulary)
    {
        var before = at - 1;
        while (before > 0 && tokens[before].Kind == TokenKind.Prime) before--;
        var token = tokens[before];
        if (token.Kind != TokenKind.Name) return false;
        return vocabulary.Find(token.Text)?.Kind == SymbolKind.VectorMap
            || (token.Text.StartsWith("J_", StringComparison.Ordinal) && vocabulary.Find(token.Text[2..])?.Kind == SymbolKind.VectorMap);
    }
}
