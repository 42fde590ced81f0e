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

    /// <summary>What a derivative is taken by, in a normal left side: w1 of dl/dw1; null for what is no derivative.</summary>
    public static string? Denominator(string normal)
    {
        var slash = normal.IndexOf("/d", StringComparison.Ordinal);
        return slash > 0 && normal[0] == 'd' && normal.AsSpan(1, slash - 1).IndexOfAnyExcept(Alphabetic) < 0 ? normal[(slash + 2)..] : null;
    }

    private static bool IsSilent(TokenKind kind) => kind is TokenKind.Underscore or TokenKind.LeftBrace or TokenKind.RightBrace
        or TokenKind.LeftBracket or TokenKind.RightBracket or TokenKind.Comma or TokenKind.Star or TokenKind.End or TokenKind.Newline;
}
