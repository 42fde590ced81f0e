namespace Formulas.Parsing;

/// <summary>A sum over c', as lecture notes write where c is taken: the primed letter gets another name, for a prime means a transpose or a slope.</summary>
internal static class PrimedIndices
{
    private const string Letters = "rklmpqijst";

    public static List<Token> Rename(List<Token> tokens, Vocabulary vocabulary)
    {
        for (var at = 0; at + 4 < tokens.Count; at++)
        {
            if (tokens[at].Kind is not (TokenKind.SumSign or TokenKind.ProductSign) || tokens[at + 1].Kind != TokenKind.Underscore || tokens[at + 2].Kind != TokenKind.LeftBrace) continue;
            if (!IsPrimed(tokens, at + 3, tokens[at + 3].Text) || FreeLetter(tokens, vocabulary) is not { } letter) continue;
            tokens = Renamed(tokens, tokens[at + 3].Text, letter);
        }

        return tokens;
    }

    private static bool IsPrimed(List<Token> tokens, int at, string name) =>
        tokens[at].Kind == TokenKind.Name && tokens[at].Text == name && name.Length == 1 && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Prime && tokens[at + 1].Touches(tokens[at]);

    private static List<Token> Renamed(List<Token> tokens, string name, string letter)
    {
        var renamed = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsPrimed(tokens, at, name)) renamed.Add(tokens[at] with { Text = letter, Span = tokens[at].Span.Through(tokens[++at].Span) });
            else renamed.Add(tokens[at]);
        }

        return renamed;
    }

    /// <summary>A letter for an index that neither the exercise nor the text uses; null where all are taken.</summary>
    private static string? FreeLetter(List<Token> tokens, Vocabulary vocabulary) => Letters.Select(letter => letter.ToString())
        .FirstOrDefault(letter => !vocabulary.DeclaresBase(letter) && !tokens.Exists(token => token.Kind == TokenKind.Name && (token.Text == letter || token.Text.Contains('_', StringComparison.Ordinal) && token.Text[(token.Text.IndexOf('_', StringComparison.Ordinal) + 1)..].Contains(letter, StringComparison.Ordinal))));
}
