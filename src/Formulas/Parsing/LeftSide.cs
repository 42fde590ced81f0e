using System.Buffers;
using System.Text;

namespace Formulas.Parsing;

/// <summary>Left sides compared as people write them: spaces, underscores, braces and the kind of d make no difference.</summary>
internal static class LeftSide
{
    private static readonly SearchValues<char> Alphabetic = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>One spelling for dL/dw_j, ∂L/∂w_{j}, dL / dw[j]; a layer mark goes behind the indices.</summary>
    public static string Normal(string text) => Normal(CalculatorLexer.Read(text));

    public static string Normal(List<Token> tokens)
    {
        var normal = new StringBuilder();
        var layer = "";
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (Vocabulary.LayerAt(tokens, at) is var (mark, after))
            {
                layer += $"^({mark})";
                at = after - 1;
                continue;
            }

            if (token.Kind is TokenKind.Slash or TokenKind.Plus or TokenKind.Minus)
            {
                normal.Append(layer);
                layer = "";
            }

            if (IsSilent(token.Kind)) continue;
            normal.Append(Letters(token.Text));
        }

        return normal.Append(layer).ToString();
    }

    /// <summary>A curly l is an l.</summary>
    private static string Letters(string word) => word switch
    {
        "ell" => "l",
        "dell" => "dl",
        _ => word.Replace("_", "", StringComparison.Ordinal),
    };

    /// <summary>What a derivative is taken by: w1 in dl/dW1, d/dW1 l and nabla_W1 l; null for what is no derivative.</summary>
    public static string? Variable(List<Token> tokens)
    {
        if (tokens.Count == 0 || tokens[0].Kind != TokenKind.Name) return null;
        if (tokens[0].Text.StartsWith("nabla", StringComparison.Ordinal)) return OfGradient(tokens);
        if (tokens is [{ Text: "dlog" or "dln" }, { Kind: TokenKind.Name }, { Kind: TokenKind.Slash }, ..]) tokens = [tokens[0], .. tokens[2..]];
        var isQuotient = tokens.Count > 2 && tokens[1].Kind == TokenKind.Slash && IsDifferential(tokens[0]) && IsDifferential(tokens[2]);
        if (!isQuotient || tokens[0].Text.AsSpan().IndexOfAnyExcept(Alphabetic) >= 0) return null;
        var end = tokens[0].Text == "d" ? EndOfName(tokens, 2) : tokens.Count;
        return Normal([tokens[2] with { Text = tokens[2].Text[1..] }, .. tokens[3..end]]);
    }

    /// <summary>A name with index and layer as people shorten it: x, x^(1) and xj for x_j^(1); none for what is more than a name.</summary>
    public static IEnumerable<string> Shortened(List<Token> tokens)
    {
        if (tokens[0].Kind != TokenKind.Name || tokens[0].Text == "nabla" || tokens[EndOfName(tokens, 0)].Kind != TokenKind.End) yield break;
        var stem = tokens[0].Text.Split('_')[0];
        var layer = Enumerable.Range(1, tokens.Count - 1).Select(at => Vocabulary.LayerAt(tokens, at)).FirstOrDefault(mark => mark is not null)?.Layer;
        yield return stem;
        if (layer is null) yield break;
        yield return Vocabulary.Layered(stem, layer);
        yield return Normal(tokens).Replace($"^({layer})", "", StringComparison.Ordinal);
    }

    /// <summary>dy/dc for the chain rule written out, dy/ds ds/dr dr/dc; null for what is none.</summary>
    public static List<Token>? Telescoped(List<Token> left)
    {
        var slashes = Enumerable.Range(1, Math.Max(0, left.Count - 2)).Where(at => left[at].Kind == TokenKind.Slash).ToList();
        var isChain = slashes.Count > 1 && slashes[0] == 1 && slashes.TrueForAll(at => IsDifferential(left[at - 1]) && IsDifferential(left[at + 1]));
        return isChain ? [left[0], .. left[slashes[^1]..]] : null;
    }

    private static bool IsDifferential(Token token) => token.Kind == TokenKind.Name && token.Text[0] == 'd';

    /// <summary>nabla_w l and nabla_{w} l; nabla l says nothing of the variable.</summary>
    private static string? OfGradient(List<Token> tokens)
    {
        if (tokens[0].Text.StartsWith("nabla_", StringComparison.Ordinal)) return Normal([tokens[0] with { Text = tokens[0].Text["nabla_".Length..] }, .. tokens[1..EndOfName(tokens, 0)]]);
        var end = EndOfName(tokens, 0);
        return tokens[0].Text == "nabla" && end > 1 ? Normal(tokens[1..end]) : null;
    }

    /// <summary>Where a name ends with all its indices and layer marks.</summary>
    private static int EndOfName(List<Token> tokens, int start)
    {
        var at = start + 1;
        while (at < tokens.Count && tokens[at].Kind is TokenKind.Underscore or TokenKind.Caret or TokenKind.LeftBracket)
        {
            if (tokens[at].Kind != TokenKind.LeftBracket) at++;
            var nesting = 0;
            do
            {
                if (at < tokens.Count) nesting += Statements.Nesting(tokens[at++].Kind);
            }
            while (nesting > 0 && at < tokens.Count);
        }

        return at;
    }

    private static bool IsSilent(TokenKind kind) => kind is TokenKind.Underscore or TokenKind.LeftBrace or TokenKind.RightBrace
        or TokenKind.LeftBracket or TokenKind.RightBracket or TokenKind.Comma or TokenKind.Star or TokenKind.End or TokenKind.Newline;
}
