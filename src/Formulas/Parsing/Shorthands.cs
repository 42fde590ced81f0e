namespace Formulas.Parsing;

/// <summary>What stands short for something else in the same answer, written out before it is parsed.</summary>
internal static class Shorthands
{
    /// <summary>
    /// J_Phi without an argument is the Jacobian at the one place at which the answer takes Phi: J_Phi^T W2^T (W2 Phi(W1 x + b) - y).
    /// Where Phi is taken at no place or at several, nothing is assumed.
    /// </summary>
    public static List<Token> WithArgumentsOfJacobians(List<Token> tokens, Vocabulary vocabulary)
    {
        var bare = tokens.FindIndex(token => MapOf(token, vocabulary) is not null && !IsCalled(tokens, token));
        if (bare < 0 || MapOf(tokens[bare], vocabulary) is not { } map || OnlyArgument(tokens, map, tokens[bare].Text) is not { } argument) return tokens;
        var full = new List<Token>();
        for (var at = 0; at < tokens.Count; at++)
        {
            full.Add(tokens[at]);
            if (MapOf(tokens[at], vocabulary) != map || !StandsBare(tokens, at)) continue;
            foreach (var token in argument) full.Add(token with { Span = tokens[at].Span });
        }

        return full;
    }

    private static bool IsCalled(List<Token> tokens, Token name) => !StandsBare(tokens, tokens.IndexOf(name));

    /// <summary>Whether nothing follows that could be an argument.</summary>
    private static bool StandsBare(List<Token> tokens, int at) => tokens[at + 1].Kind is TokenKind.Transpose or TokenKind.Dot or TokenKind.Star or TokenKind.RightParenthesis
        or TokenKind.End or TokenKind.Newline or TokenKind.Semicolon
        || (tokens[at + 1].Kind == TokenKind.Caret && tokens[at + 2] is { Kind: TokenKind.Name, Text: "T" } or { Kind: TokenKind.Transpose });

    private static string? MapOf(Token token, Vocabulary vocabulary)
    {
        if (token.Kind != TokenKind.Name || token.Text.Length < 2 || token.Text[0] != 'J' || vocabulary.Declares(token.Text)) return null;
        var map = token.Text[1] == '_' ? token.Text[2..] : token.Text[1..];
        return vocabulary.Find(map)?.Kind == Expressions.SymbolKind.VectorMap ? map : null;
    }

    /// <summary>The bracket behind every call of the map and of its Jacobian, where it is the same everywhere; null otherwise.</summary>
    private static List<Token>? OnlyArgument(List<Token> tokens, string map, string jacobian)
    {
        List<Token>? only = null;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind != TokenKind.Name || (tokens[at].Text != map && tokens[at].Text != jacobian) || tokens[at + 1].Kind != TokenKind.LeftParenthesis) continue;
            var argument = Bracket(tokens, at + 1);
            if (only is not null && !only.Select(token => token.Text).SequenceEqual(argument.Select(token => token.Text), StringComparer.Ordinal)) return null;
            only = argument;
        }

        return only;
    }

    private static List<Token> Bracket(List<Token> tokens, int open)
    {
        var nesting = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            nesting += Statements.Nesting(tokens[at].Kind);
            if (nesting == 0) return tokens.GetRange(open, at + 1 - open);
        }

        return tokens.GetRange(open, tokens.Count - open - 1);
    }

    /// <summary>
    /// A derivative that is given its value in the answer is an abbreviation there: w_j - eta dL/dw_j where dL/dw_j = ... Its words are
    /// joined to one name, which no product of names can be.
    /// </summary>
    public static void JoinDerivatives(List<Statement> statements)
    {
        for (var at = 0; at < statements.Count; at++)
        {
            var end = statements[at].LeftSideEnd();
            if (end < 3 || statements[at].Tokens[end].Kind == TokenKind.Less) continue;
            var left = statements[at].Tokens.GetRange(0, end);
            if (LeftSide.Variable(left) is null || left[1].Kind != TokenKind.Slash) continue;
            if (!statements.Exists(other => other != statements[at] && Find(other.Tokens, left, other.LeftSideEnd() + 1) >= 0)) continue;
            foreach (var statement in statements) Join(statement.Tokens, left);
        }
    }

    private static void Join(List<Token> tokens, List<Token> words)
    {
        for (var at = Find(tokens, words, 0); at >= 0; at = Find(tokens, words, at + 1))
        {
            var span = tokens[at].Span.Through(tokens[at + words.Count - 1].Span);
            tokens[at] = tokens[at] with { Text = string.Concat(words.Select(word => word.Text)), Span = span };
            tokens.RemoveRange(at + 1, words.Count - 1);
        }
    }

    private static int Find(List<Token> tokens, List<Token> words, int start)
    {
        for (var at = start; at + words.Count <= tokens.Count; at++)
        {
            if (words.Select(word => word.Text).SequenceEqual(tokens.Skip(at).Take(words.Count).Select(token => token.Text), StringComparer.Ordinal)) return at;
        }

        return -1;
    }
}
