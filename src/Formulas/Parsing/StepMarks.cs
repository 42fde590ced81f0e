namespace Formulas.Parsing;

/// <summary>
/// Marks of the step of an iteration. On the right of an update every quantity is the one before the step, so w^(t) and w_t are w.
/// What stands after the step, w^(t+1), is only ever a left side.
/// </summary>
internal static class StepMarks
{
    private const string Step = "t";
    private const string Old = "old";

    /// <summary>The tokens without marks of the old step, unless t has a meaning of its own in the text.</summary>
    public static List<Token> Drop(List<Token> tokens, Vocabulary vocabulary)
    {
        if (vocabulary.IsOpen || vocabulary.DeclaresBase(Step) || HasOwnMeaning(tokens)) return tokens;
        var kept = new List<Token>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (kept.Count > 0 && MarkEnd(tokens, at) is { } end) at = end - 1;
            else kept.Add(WithoutSubscript(tokens[at], vocabulary));
        }

        return kept;
    }

    /// <summary>Where a mark of the old step that starts here ends: ^(t), ^{(t)}, ^old, _{t}.</summary>
    private static int? MarkEnd(List<Token> tokens, int at)
    {
        if (Vocabulary.LayerAt(tokens, at) is (Step or Old, var after)) return after;
        if (tokens[at].Kind == TokenKind.Caret && IsName(tokens, at + 1, Old)) return at + 2;
        var isBraced = tokens[at].Kind is TokenKind.Underscore && tokens[at + 1].Kind == TokenKind.LeftBrace
            && (IsName(tokens, at + 2, Step) || IsName(tokens, at + 2, Old)) && at + 3 < tokens.Count && tokens[at + 3].Kind == TokenKind.RightBrace;
        return isBraced ? at + 4 : null;
    }

    private static bool IsName(List<Token> tokens, int at, string name) => at < tokens.Count && tokens[at].Kind == TokenKind.Name && tokens[at].Text == name;

    private static Token WithoutSubscript(Token token, Vocabulary vocabulary)
    {
        if (token.Kind != TokenKind.Name || vocabulary.Declares(token.Text)) return token;
        foreach (var mark in (ReadOnlySpan<string>)["_" + Step, "_" + Old])
        {
            if (token.Text.EndsWith(mark, StringComparison.Ordinal) && vocabulary.Declares(token.Text[..^mark.Length])) return token with { Text = token.Text[..^mark.Length] };
        }

        return token;
    }

    /// <summary>A t that is not part of a mark, for example an abbreviation or the index of a sum.</summary>
    private static bool HasOwnMeaning(List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!IsName(tokens, at, Step)) continue;
            var isMark = at >= 2 && ((tokens[at - 1].Kind is TokenKind.LeftParenthesis or TokenKind.LeftBrace && tokens[at - 2].Kind is TokenKind.Caret or TokenKind.Underscore)
                || (tokens[at - 1].Kind == TokenKind.LeftParenthesis && tokens[at - 2].Kind == TokenKind.LeftBrace));
            if (!isMark || tokens[at + 1].Kind is TokenKind.Comma or TokenKind.Equal) return true;
        }

        return tokens.Exists(token => token.Kind == TokenKind.Name && token.Text is "sum_t" or "prod_t");
    }
}
