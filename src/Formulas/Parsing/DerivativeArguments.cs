using Formulas.Expressions;

namespace Formulas.Parsing;

/// <summary>
/// Where a derivative is taken: \frac{\partial\Phi}{\partial z} stands for J_Phi(z), but in \frac{\partial\Phi}{\partial z}(W x + b) and
/// \frac{\partial\Phi}{\partial z}|_{z = W x + b} the variable is only a place to put the argument.
/// </summary>
internal static class DerivativeArguments
{
    public static List<Token> Put(List<Token> tokens, Vocabulary vocabulary)
    {
        var put = tokens;
        for (var at = 0; at + 4 < put.Count; at++)
        {
            if (put[at + 1].Kind != TokenKind.LeftParenthesis || put[at + 3].Kind != TokenKind.RightParenthesis) continue;
            if (!IsFraction(put, at) || !IsDerivative(put, at, vocabulary)) continue;
            if (WithArgument(put, at + 1, vocabulary) is { } other) put = other;
        }

        return put;
    }

    /// <summary>Whether a name and the bracket behind it were made of one fraction: g'(z)(y - h) is a product of two factors.</summary>
    private static bool IsFraction(List<Token> tokens, int at) => tokens[at + 1].Span.Start < tokens[at].Span.End;

    /// <summary>Whether J_Phi or the prime of g' stands at a place.</summary>
    private static bool IsDerivative(List<Token> tokens, int at, Vocabulary vocabulary) => tokens[at].Kind == TokenKind.Prime
        ? at > 0 && vocabulary.Find(tokens[at - 1].Text)?.Kind == SymbolKind.ScalarFunction
        : tokens[at] is { Kind: TokenKind.Name, Text: ['J', '_', .. var map] } && vocabulary.Find(map)?.Kind == SymbolKind.VectorMap;

    /// <summary>The tokens with the argument in the variable's place; null where the variable itself is the argument.</summary>
    /// <param name="open">Where (z) begins.</param>
    private static List<Token>? WithArgument(List<Token> tokens, int open, Vocabulary vocabulary)
    {
        var variable = tokens[open + 1];
        var next = open + 3;
        if (variable.Kind != TokenKind.Name || next >= tokens.Count) return null;
        if (tokens[next].Kind == TokenKind.LeftParenthesis)
        {
            var isSame = next + 2 < tokens.Count && tokens[next + 1].Text == variable.Text && tokens[next + 2].Kind == TokenKind.RightParenthesis;
            return isSame || IsPlaceholder(variable.Text, tokens, vocabulary) ? [.. tokens[..open], .. tokens[next..]] : null;
        }

        var isPoint = next + 4 < tokens.Count && tokens[next].Kind == TokenKind.Bar && tokens[next + 1].Kind == TokenKind.Underscore
            && tokens[next + 2].Kind == TokenKind.LeftBrace && tokens[next + 3].Text == variable.Text && tokens[next + 4].Kind == TokenKind.Equal;
        if (!isPoint) return null;
        var close = LeftMarks.ClosingOf(tokens, next + 2);
        return [.. tokens[..(open + 1)], .. tokens[(next + 5)..close], tokens[open + 2], .. tokens[(close + 1)..]];
    }

    /// <summary>Whether a variable means nothing else in the answer.</summary>
    private static bool IsPlaceholder(string variable, List<Token> tokens, Vocabulary vocabulary) => !vocabulary.DeclaresBase(variable)
        && !Enumerable.Range(0, tokens.Count - 1).Any(at => tokens[at].Text == variable && tokens[at + 1].Kind is TokenKind.Equal or TokenKind.Assign or TokenKind.Underscore);
}
