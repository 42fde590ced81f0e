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
        if (ConditionFirst(cells) is var (first, rest)) return (Trimmed(rest), Trimmed(first));
        var value = cells[0];
        var condition = cells.Skip(1).SelectMany(cell => cell).ToList();
        if (cells.Count == 1)
        {
            var cut = value.FindIndex(IsLeadingWord);
            if (cut < 0) cut = value.FindLastIndex(token => token.Kind == TokenKind.Comma);
            condition = cut < 0 ? [] : value[cut..];
            value = cut < 0 ? value : value[..cut];
            if (IsCondition(value) && !IsCondition(condition)) (value, condition) = (condition, value);
        }

        return (Trimmed(value), Trimmed(condition));
    }

    /// <summary>Some write the condition before the value, a &gt; 0 &amp; 1, or with a colon, a &gt; 0: 1.</summary>
    private static (List<Token> Condition, List<Token> Value)? ConditionFirst(List<List<Token>> cells)
    {
        if (cells.Count == 2) return IsCondition(cells[0]) && !IsCondition(cells[1]) ? (cells[0], cells[1]) : null;
        var colon = cells[0].FindIndex(token => token.Kind == TokenKind.Colon);
        return cells.Count == 1 && colon > 0 && IsCondition(cells[0][..colon]) ? (cells[0][..colon], cells[0][(colon + 1)..]) : null;
    }

    private static bool IsCondition(List<Token> cell)
    {
        var nesting = 0;
        foreach (var token in cell)
        {
            nesting += Statements.Nesting(token.Kind);
            if (nesting == 0 && (IsLeadingWord(token) || token.Kind == TokenKind.Equal || Statement.IsOfCondition(token))) return true;
        }

        return false;
    }

    /// <summary>Without the words and signs that part a value from its condition.</summary>
    private static List<Token> Trimmed(List<Token> cell)
    {
        var kept = cell.SkipWhile(token => token.Kind is TokenKind.Comma or TokenKind.Colon || IsLeadingWord(token)).ToList();
        while (kept.Count > 0 && (kept[^1].Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon || kept[^1].Text == ".")) kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    private static bool IsLeadingWord(Token token) => token.Kind is TokenKind.If or TokenKind.Else || (token.Kind == TokenKind.Name && token.Text is "falls" or "wenn" or "sonst" or "when");
}
