using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>Writes the rows of \begin{cases} as cases(condition: value, ..., else: value).</summary>
internal static class LatexCases
{
    /// <exception cref="Refusal">A row has no value, or a row before the last no condition.</exception>
    public static void Add(List<List<List<Token>>> rows, SourceSpan span, List<Token> tokens)
    {
        void Write(TokenKind kind, string text) => tokens.Add(new Token(kind, text, span, false));

        Write(TokenKind.Name, "cases");
        Write(TokenKind.LeftParenthesis, "(");
        for (var at = 0; at < rows.Count; at++)
        {
            if (at > 0) Write(TokenKind.Comma, ",");
            var (value, condition) = Halves(rows[at]);
            if (value.Count == 0) throw new Refusal(Messages.Unexpected("an empty row", Messages.Expected.Operand, span));
            if (condition.Count > 0) tokens.AddRange(condition);
            else if (at == rows.Count - 1) Write(TokenKind.Else, "else");
            else throw new Refusal(Messages.CasesWithoutCondition(span));
            Write(TokenKind.Colon, ":");
            tokens.AddRange(value);
        }

        Write(TokenKind.RightParenthesis, ")");
    }

    /// <summary>A row's value and its condition; no condition where the row is for all that is left.</summary>
    private static (List<Token> Value, List<Token> Condition) Halves(List<List<Token>> row)
    {
        var cells = row.Where(cell => cell.Count > 0).ToList();
        if (cells.Count == 0) return ([], []);
        var value = cells[0];
        var condition = cells.Skip(1).SelectMany(cell => cell).ToList();
        if (cells.Count == 1)
        {
            var cut = value.FindIndex(IsLeadingWord);
            if (cut < 0) cut = value.FindLastIndex(token => token.Kind == TokenKind.Comma);
            condition = cut < 0 ? [] : value[cut..];
            value = cut < 0 ? value : value[..cut];
        }

        value = value.ToList();
        while (value.Count > 0 && value[^1].Kind is TokenKind.Comma or TokenKind.Semicolon) value.RemoveAt(value.Count - 1);
        condition = condition.SkipWhile(token => token.Kind is TokenKind.Comma or TokenKind.Colon || IsLeadingWord(token)).ToList();
        while (condition.Count > 0 && condition[^1].Kind is TokenKind.Comma or TokenKind.Semicolon || condition.Count > 0 && condition[^1].Text == ".") condition.RemoveAt(condition.Count - 1);
        return (value, condition);
    }

    private static bool IsLeadingWord(Token token) => token.Kind is TokenKind.If or TokenKind.Else || (token.Kind == TokenKind.Name && token.Text is "falls" or "wenn" or "sonst" or "when");
}
