namespace Formulas.Parsing;

/// <summary>
/// Functions as programs call them: np.exp(z), torch.sigmoid(z), X.T.dot(r), np.where(a > 0, 1, 0). The name of the library is dropped
/// and the function gets the name it has in a formula, unless the exercise uses one of these names itself.
/// </summary>
internal static class ProgramNames
{
    private static readonly HashSet<string> Libraries = new(["np", "numpy", "jnp", "torch", "math", "tf", "scipy", "special", "linalg", "nn", "F"], StringComparer.Ordinal);

    private static readonly string[] Arrays = ["np.", "numpy.", "jnp.", "torch.", "tf."];

    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["matmul"] = "dot", ["inner"] = "dot", ["vdot"] = "dot", ["maximum"] = "max", ["minimum"] = "min",
        ["expit"] = "sigmoid", ["absolute"] = "abs",
    };

    /// <summary>Whether a text calls a library of arrays, in which * and ** work entry by entry.</summary>
    public static bool CallsArrays(string text)
    {
        foreach (var library in Arrays)
        {
            var at = text.IndexOf(library, StringComparison.Ordinal);
            if (at == 0 || (at > 0 && !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('_' or '\\'))) return true;
        }

        return text.Contains(".sum()", StringComparison.Ordinal) || text.Contains(".mean()", StringComparison.Ordinal);
    }

    public static List<Token> Plain(List<Token> tokens, Vocabulary vocabulary)
    {
        if (!tokens.Exists(token => token.Kind is TokenKind.Where or TokenKind.Dot || (token.Kind == TokenKind.Name && Functions.ContainsKey(token.Text)))) return tokens;
        var plain = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsLibrary(tokens, at, vocabulary)) at++;
            else if (IsMethod(tokens, at)) plain.Add(tokens[at++]);
            else plain.Add(Named(tokens, at, vocabulary));
        }

        return plain;
    }

    /// <summary>Whether the name of a library stands here with a dot and a name behind it, without any space.</summary>
    private static bool IsLibrary(List<Token> tokens, int at, Vocabulary vocabulary) =>
        at + 2 < tokens.Count && tokens[at].Kind == TokenKind.Name && Libraries.Contains(tokens[at].Text) && !vocabulary.Declares(tokens[at].Text)
            && IsTouchingDot(tokens, at + 1) && tokens[at + 2].Kind is TokenKind.Name or TokenKind.Where;

    /// <summary>Whether the dot of a.dot(b) or a.matmul(b) stands here.</summary>
    private static bool IsMethod(List<Token> tokens, int at) =>
        at > 0 && at + 2 < tokens.Count && IsTouchingDot(tokens, at) && tokens[at + 1].Text is "dot" or "matmul" && Calls(tokens, at + 1);

    private static bool IsTouchingDot(List<Token> tokens, int at) =>
        tokens[at] is { Kind: TokenKind.Dot, Text: ".", SpaceBefore: false } && tokens[at + 1].Touches(tokens[at]);

    private static bool Calls(List<Token> tokens, int at) => at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.LeftParenthesis;

    private static Token Named(List<Token> tokens, int at, Vocabulary vocabulary)
    {
        var token = tokens[at];
        if (!Calls(tokens, at)) return token;
        if (token.Kind == TokenKind.Where && tokens[at + 1].Touches(token) && HasThreeParts(tokens, at + 1)) return token with { Kind = TokenKind.Name };
        return token.Kind == TokenKind.Name && !vocabulary.Declares(token.Text) && Functions.TryGetValue(token.Text, out var name) ? token with { Text = name } : token;
    }

    private static bool HasThreeParts(List<Token> tokens, int open)
    {
        var (nesting, commas) = (0, 0);
        for (var at = open; at < tokens.Count; at++)
        {
            nesting += Statements.Nesting(tokens[at].Kind);
            if (nesting == 0) break;
            if (nesting == 1 && tokens[at].Kind == TokenKind.Comma) commas++;
        }

        return commas == 2;
    }
}
