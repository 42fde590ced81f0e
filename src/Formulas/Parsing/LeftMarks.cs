namespace Formulas.Parsing;

/// <summary>What a left side may carry beside the name of the quantity, taken away piece by piece.</summary>
internal static class LeftMarks
{
    private static readonly HashSet<string> Words = new(["new", "neu", "MLE", "ML", "hat"], StringComparer.Ordinal);

    /// <summary>L for L(w; X, y) and p for p(y|X,w); log L(w) is log L.</summary>
    public static List<Token> WithoutArguments(List<Token> left)
    {
        var kept = new List<Token>();
        for (var at = 0; at < left.Count; at++)
        {
            var isCall = left[at].Kind == TokenKind.LeftParenthesis && kept.Count > 0 && kept[^1].Kind is TokenKind.Name or TokenKind.Prime;
            if (!isCall) kept.Add(left[at]);
            else at = ClosingOf(left, at);
        }

        return kept;
    }

    /// <summary>log p for log prod_i p: which factors a likelihood is made of is no part of its name.</summary>
    public static List<Token> WithoutRepetition(List<Token> left)
    {
        var sign = left.FindIndex(IsRepetition);
        if (sign < 0) return left;
        var end = sign + 1;
        while (end + 1 < left.Count && left[end].Kind is TokenKind.Underscore or TokenKind.Caret) end = left[end + 1].Kind is TokenKind.Name or TokenKind.Number ? end + 2 : ClosingOf(left, end + 1) + 1;
        return WithoutRepetition([.. left[..sign], .. left[Math.Min(end, left.Count)..]]);
    }

    private static bool IsRepetition(Token token) => token.Kind is TokenKind.SumSign or TokenKind.ProductSign
        || (token.Kind == TokenKind.Name && (token.Text is "sum" or "prod" || token.Text.StartsWith("sum_", StringComparison.Ordinal) || token.Text.StartsWith("prod_", StringComparison.Ordinal)));

    /// <summary>What stands before a bar with an index: dL/dw for dL/dw|_{w=0}.</summary>
    public static List<Token> WithoutPoint(List<Token> left)
    {
        var bar = left.FindIndex(token => token.Kind == TokenKind.Bar);
        return bar > 0 && bar + 1 < left.Count && left[bar + 1].Kind == TokenKind.Underscore ? left[..bar] : left;
    }

    /// <summary>w for w_{t+1}, w^{(t+1)}, w^{new}, w_new, w' and w^*; w_j for w_{j,t+1}; theta for \hat\theta.</summary>
    public static List<Token> WithoutStep(List<Token> left)
    {
        var kept = new List<Token>();
        for (var at = 0; at < left.Count; at++)
        {
            if (left[at].Kind == TokenKind.Prime || (left[at].Kind == TokenKind.Caret && at + 1 < left.Count && left[at + 1].Kind == TokenKind.Star)) continue;
            if (left[at].Kind == TokenKind.Star && at > 0 && left[at - 1].Kind == TokenKind.Caret) continue;
            if (MarkLength(left, at) is var length and > 0)
            {
                if (kept.Count > 0 && kept[^1].Kind == TokenKind.Comma) kept.RemoveAt(kept.Count - 1);
                at += length - 1;
            }
            else
            {
                kept.Add(WithoutWord(left[at]));
            }
        }

        return WithoutEmptyBrackets(kept);
    }

    /// <summary>The tokens of t+1, k+1, new and the like.</summary>
    private static int MarkLength(List<Token> left, int at)
    {
        if (left[at].Kind != TokenKind.Name || at == 0) return 0;
        if (Words.Contains(left[at].Text)) return 1;
        return IsNextStep(left, at) ? 3 : 0;
    }

    /// <summary>Whether t+1 or k+1 stands at a place.</summary>
    public static bool IsNextStep(List<Token> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at] is { Kind: TokenKind.Name, Text: "t" or "k" }
        && tokens[at + 1].Kind == TokenKind.Plus && tokens[at + 2] is { Kind: TokenKind.Number, Text: "1" };

    /// <summary>theta_y for thetahat_y, and w for w_new.</summary>
    private static Token WithoutWord(Token token)
    {
        if (token.Kind != TokenKind.Name) return token;
        var parts = token.Text.Split('_');
        if (parts[0].Length > 3 && parts[0].EndsWith("hat", StringComparison.Ordinal)) parts[0] = parts[0][..^3];
        return token with { Text = string.Join('_', parts.Where((part, place) => place == 0 || !Words.Contains(part))) };
    }

    /// <summary>Takes away ^{} , _{} and ^{()} that marks have left behind.</summary>
    private static List<Token> WithoutEmptyBrackets(List<Token> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            var isEmpty = Statements.Nesting(tokens[at].Kind) > 0 && Statements.Nesting(tokens[at + 1].Kind) < 0;
            if (!isEmpty) continue;
            tokens.RemoveRange(at, 2);
            at = Math.Max(-1, at - 2);
        }

        tokens.RemoveAll(token => token.Kind is TokenKind.Caret or TokenKind.Underscore && !HasScript(tokens, token));
        return tokens;
    }

    private static bool HasScript(List<Token> tokens, Token mark)
    {
        var next = tokens.IndexOf(mark) + 1;
        return next < tokens.Count && (Statements.Nesting(tokens[next].Kind) > 0 || tokens[next].Kind is TokenKind.Name or TokenKind.Number);
    }

    /// <summary>Where the bracket closes that opens at a place; the last place where it does not.</summary>
    public static int ClosingOf(List<Token> tokens, int open)
    {
        var nesting = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            nesting += Statements.Nesting(tokens[at].Kind);
            if (nesting == 0) return at;
        }

        return tokens.Count - 1;
    }
}
