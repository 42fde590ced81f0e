namespace Formulas.Parsing;

/// <summary>Cuts an answer into tokens, in whichever notation it is written; the two may be mixed.</summary>
internal static class FormulaLexer
{
    /// <param name="vocabulary">Tells where a subscript ends in <c>y_ix_i</c> and which superscripts are layers.</param>
    /// <returns>The tokens with their places in <paramref name="text"/>, the last of which is <see cref="TokenKind.End"/>.</returns>
    /// <exception cref="Refusal">A character or command that has no meaning in a formula.</exception>
    public static List<Token> Read(string text, Vocabulary vocabulary)
    {
        var plain = PlainText.Of(text);
        try
        {
            var tokens = IsLatex(plain.Text) ? LatexLexer.Read(plain.Text, vocabulary) : CalculatorLexer.Read(plain.Text);
            if (plain.IsOriginal) return tokens;
            for (var at = 0; at < tokens.Count; at++) tokens[at] = tokens[at] with { Span = plain.Original(tokens[at].Span) };
            return tokens;
        }
        catch (Refusal refusal) when (!plain.IsOriginal)
        {
            throw new Refusal(refusal.Diagnostic with { Span = plain.Original(refusal.Diagnostic.Span) });
        }
    }

    /// <summary>Whether nothing but braces marks a text as LaTeX.</summary>
    public static bool HasOnlyBraces(string text) => text.Contains('{', StringComparison.Ordinal) && text.AsSpan().IndexOfAny('\\', '$') < 0;

    private static bool IsLatex(string text) => text.AsSpan().IndexOfAny('\\', '$', '{') >= 0;
}
