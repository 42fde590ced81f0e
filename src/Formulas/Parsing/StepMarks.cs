namespace Formulas.Parsing;

/// <summary>
/// Marks of the step of an iteration. On the right of an update every quantity is the one before the step, so w^(t) and w_t are w.
/// What stands after the step, w^(t+1), is only ever a left side.
/// </summary>
internal static class StepMarks
{
    /// <summary>The words for the old step.</summary>
    private static readonly string[] Old = ["old", "alt"];

    /// <summary>The tokens without marks of the old step, unless t has a meaning of its own in the text.</summary>
    public static List<Token> Drop(List<Token> tokens, Vocabulary vocabulary)
    {
        if (vocabulary.IsOpen) return tokens;
        var (step, isStated) = StepOf(tokens);
        if (vocabulary.DeclaresBase(step) || HasOwnMeaning(tokens, step)) return tokens;
        var kept = new List<Token>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (kept.Count > 0 && LayerEnd(tokens, at, step) is { } end) at = end - 1;
            else if (ScriptEnd(tokens, at, step) is not { } after) kept.Add(WithoutSubscript(tokens, at, step, vocabulary));
            else if (!isStated && tokens[at].Kind == TokenKind.Caret && !Old.Contains(tokens[after - 2].Text) && !Old.Contains(tokens[after - 1].Text)) at = AddTransposed(tokens, at, after, kept, vocabulary);
            else at = after - 1;
        }

        return kept;
    }

    /// <summary>The letter that counts steps, k where the left side has k+1, else t; and whether a next step is written, t+1.</summary>
    private static (string Step, bool IsStated) StepOf(List<Token> tokens)
    {
        for (var at = 1; at < tokens.Count && tokens[at].Kind is not (TokenKind.Equal or TokenKind.Assign); at++)
        {
            if (LeftMarks.IsNextStep(tokens, at) && OpensScript(tokens, at)) return (tokens[at].Text, true);
        }

        return ("t", false);
    }

    /// <summary>X^t without any step t+1 is X transposed, where X is a matrix or vector; of a number it means nothing.</summary>
    private static int AddTransposed(List<Token> tokens, int at, int after, List<Token> kept, Vocabulary vocabulary)
    {
        var isArray = kept.Count > 0 && vocabulary.Find(kept[^1].Text)?.Shape is Expressions.Shape.VectorShape or Expressions.Shape.MatrixShape;
        kept.Add(isArray ? tokens[at] with { Kind = TokenKind.Transpose, Text = "^T" } : tokens[at]);
        return isArray ? after - 1 : at;
    }

    /// <summary>Where a mark in round brackets ends: ^(t), ^{(t)}, ^(old).</summary>
    private static int? LayerEnd(List<Token> tokens, int at, string step) =>
        Vocabulary.LayerAt(tokens, at) is var (layer, after) && (layer == step || Old.Contains(layer)) ? after : null;

    /// <summary>Where any other mark of the old step ends: ^t, ^{t}, ^old, ^{old}, _{t}, and the , t of _{j,t}.</summary>
    private static int? ScriptEnd(List<Token> tokens, int at, string step)
    {
        bool IsMark(int place) => IsName(tokens, place, step) || Array.Exists(Old, old => IsName(tokens, place, old));

        if (tokens[at].Kind == TokenKind.Comma && IsMark(at + 1) && tokens[at + 2].Kind == TokenKind.RightBrace) return at + 2;
        if (tokens[at].Kind is not (TokenKind.Caret or TokenKind.Underscore)) return null;
        if (tokens[at].Kind == TokenKind.Caret && IsMark(at + 1)) return at + 2;
        return at + 3 < tokens.Count && tokens[at + 1].Kind == TokenKind.LeftBrace && IsMark(at + 2) && tokens[at + 3].Kind == TokenKind.RightBrace ? at + 4 : null;
    }

    private static bool IsName(List<Token> tokens, int at, string name) => at < tokens.Count && tokens[at].Kind == TokenKind.Name && tokens[at].Text == name;

    private static Token WithoutSubscript(List<Token> tokens, int at, string step, Vocabulary vocabulary)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Name || vocabulary.Declares(token.Text)) return token;
        foreach (var mark in (string[])["_" + step, .. Old.Select(old => "_" + old)])
        {
            if (!token.Text.EndsWith(mark, StringComparison.Ordinal)) continue;
            var stem = token.Text[..^mark.Length];
            var isLayered = Vocabulary.LayerAt(tokens, at + 1) is var (layer, _) && vocabulary.DeclaresBase(Vocabulary.Layered(stem, layer));
            if (vocabulary.Declares(stem) || isLayered) return token with { Text = stem };
        }

        return token;
    }

    /// <summary>A t that is not part of a mark, for example an abbreviation or the index of a sum.</summary>
    private static bool HasOwnMeaning(List<Token> tokens, string step)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsName(tokens, at, step) && (!OpensScript(tokens, at) || tokens[at + 1].Kind is TokenKind.Comma or TokenKind.Equal)) return true;
        }

        return tokens.Exists(token => token.Kind == TokenKind.Name && (token.Text == "sum_" + step || token.Text == "prod_" + step));
    }

    /// <summary>Whether a place is the first of a superscript or subscript, or stands behind a comma in one.</summary>
    private static bool OpensScript(List<Token> tokens, int at)
    {
        var before = at - 1;
        if (before >= 0 && tokens[before].Kind == TokenKind.Comma)
        {
            while (before >= 0 && tokens[before].Kind is TokenKind.Comma or TokenKind.Name or TokenKind.Number) before--;
            return before > 0 && tokens[before].Kind == TokenKind.LeftBrace && tokens[before - 1].Kind == TokenKind.Underscore;
        }

        while (before > 0 && tokens[before].Kind is TokenKind.LeftParenthesis or TokenKind.LeftBrace) before--;
        return before >= 0 && tokens[before].Kind is TokenKind.Caret or TokenKind.Underscore;
    }
}
