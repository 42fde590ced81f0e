using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>Some tokens of an answer that belong together, without an end mark.</summary>
/// <param name="AfterWhere">True for what stands behind "where": only abbreviations may.</param>
internal sealed record Statement(List<Token> Tokens, bool AfterWhere)
{
    public SourceSpan Span => Tokens[0].Span.Through(Tokens[^1].Span);

    /// <summary>
    /// Where the sign stands that parts a left side from the rest: the first = or := (or &lt;- written without space)
    /// outside brackets, unless a condition has begun before; -1 where there is none.
    /// </summary>
    public int LeftSideEnd()
    {
        var nesting = 0;
        for (var at = 0; at < Tokens.Count; at++)
        {
            var token = Tokens[at];
            nesting += Statements.Nesting(token.Kind);
            if (nesting > 0) continue;
            if (token.Kind == TokenKind.Assign) return at;
            if (token.Kind == TokenKind.Equal) return token.Text == "=" && !IsIndexOfSum(at) ? at : -1;
            if (token.Kind == TokenKind.Less && at + 1 < Tokens.Count && Tokens[at + 1].Kind == TokenKind.Minus && Tokens[at + 1].Touches(token)) return at;
            if (IsOfCondition(token)) return -1;
        }

        return -1;
    }

    /// <summary>Whether a token stands only where a condition has begun.</summary>
    public static bool IsOfCondition(Token token) => token.Kind is TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual
        or TokenKind.NotEqual or TokenKind.And or TokenKind.Or or TokenKind.Not or TokenKind.If;

    /// <summary>The = of sum_i=1^n is none that ends a left side.</summary>
    public bool IsIndexOfSum(int equals) =>
        equals > 0 && (Tokens[equals - 1].Text.StartsWith("sum_", StringComparison.Ordinal) || Tokens[equals - 1].Text.StartsWith("prod_", StringComparison.Ordinal)
            || (equals > 2 && Tokens[equals - 2].Kind == TokenKind.Underscore && Tokens[equals - 3].Kind is TokenKind.SumSign or TokenKind.ProductSign));
}

/// <summary>Parts an answer at semicolons, line ends and "where".</summary>
internal static class Statements
{
    public static int Nesting(TokenKind kind) => kind switch
    {
        TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace => 1,
        TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace => -1,
        _ => 0,
    };

    /// <returns>The statements that are not empty, in order of writing.</returns>
    public static List<Statement> Split(List<Token> tokens)
    {
        var statements = new List<Statement>();
        var current = new List<Token>();
        var afterWhere = false;
        var nesting = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            nesting += Nesting(token.Kind);
            if (token.Kind is TokenKind.Newline or TokenKind.Semicolon && nesting <= 0 && GoesOnWithCase(tokens, at, current))
            {
                current.Add(token with { Kind = TokenKind.Comma, Text = "," });
            }
            else if (token.Kind is TokenKind.Newline or TokenKind.End or TokenKind.Where or TokenKind.Semicolon or TokenKind.Comma or TokenKind.And
                && IsBoundary(tokens, at, current, nesting, afterWhere))
            {
                while (current.Count > 0 && current[^1].Kind == TokenKind.Comma) current.RemoveAt(current.Count - 1);
                if (current.Count > 0) statements.Add(new Statement(current, afterWhere));
                current = [];
                afterWhere |= token.Kind is TokenKind.Where or TokenKind.Comma;
            }
            else if (token.Kind != TokenKind.Newline)
            {
                current.Add(token);
            }
        }

        return statements;
    }

    private static bool IsBoundary(List<Token> tokens, int at, List<Token> current, int nesting, bool afterWhere) => tokens[at].Kind switch
    {
        TokenKind.End => true,
        TokenKind.Where or TokenKind.Semicolon => nesting <= 0,
        TokenKind.Comma => nesting <= 0 && (afterWhere || DefinesNext(tokens, at)),
        TokenKind.And => nesting <= 0 && afterWhere,
        _ => nesting <= 0 && EndsLine(tokens, at, current),
    };

    /// <summary>Whether the next case follows a semicolon or line end, as in 1 if a > 0; 0 otherwise.</summary>
    private static bool GoesOnWithCase(List<Token> tokens, int at, List<Token> current)
    {
        if (current.FindLastIndex(token => token.Kind == TokenKind.If) <= current.FindLastIndex(token => token.Kind == TokenKind.Else)) return false;
        for (var next = at + 1; next < tokens.Count; next++)
        {
            if (tokens[next].Kind is TokenKind.If or TokenKind.Else) return true;
            if (tokens[next].Kind is TokenKind.Semicolon or TokenKind.Newline or TokenKind.End or TokenKind.Equal or TokenKind.Assign) return false;
        }

        return false;
    }

    /// <summary>Whether an abbreviation follows a comma, as in s(z), z = w . x or in s(z), where z = w . x.</summary>
    private static bool DefinesNext(List<Token> tokens, int comma)
    {
        var nesting = 0;
        for (var at = comma + 1; at < tokens.Count; at++)
        {
            nesting += Nesting(tokens[at].Kind);
            if (nesting > 0) continue;
            if (tokens[at].Kind is TokenKind.Equal or TokenKind.Assign) return at > comma + 1 && tokens[comma + 1].Kind == TokenKind.Name;
            if (Nesting(tokens[at].Kind) == 0 && tokens[at].Kind is not (TokenKind.Name or TokenKind.Underscore or TokenKind.Caret or TokenKind.Number or TokenKind.Slash)) return false;
        }

        return false;
    }

    /// <summary>
    /// A line end parts two statements unless the formula plainly goes on: the line ends with an operator or the next begins
    /// with one. A minus may be a sign; it begins the answer where the line above is an abbreviation and this line is the last.
    /// </summary>
    private static bool EndsLine(List<Token> tokens, int newline, List<Token> current)
    {
        if (current.Count == 0 || IsOperator(current[^1].Kind)) return false;
        var next = newline;
        while (tokens[next].Kind == TokenKind.Newline) next++;
        if (tokens[next].Kind != TokenKind.Minus) return !IsOperator(tokens[next].Kind);
        return new Statement(current, false).LeftSideEnd() > 0 && IsLastLine(tokens, next);
    }

    private static bool IsLastLine(List<Token> tokens, int start)
    {
        for (var at = start; tokens[at].Kind != TokenKind.End; at++)
        {
            var goesOn = tokens[at].Kind is TokenKind.Newline && tokens[at + 1].Kind is not (TokenKind.Newline or TokenKind.End);
            if (goesOn || (tokens[at].Kind == TokenKind.Semicolon && tokens[at + 1].Kind is not (TokenKind.Newline or TokenKind.End))) return false;
        }

        return true;
    }

    private static bool IsOperator(TokenKind kind) => kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash
        or TokenKind.Caret or TokenKind.Dot or TokenKind.Entrywise or TokenKind.Comma or TokenKind.Assign or TokenKind.Equal or TokenKind.NotEqual
        or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual or TokenKind.And or TokenKind.Or
        or TokenKind.If or TokenKind.Else or TokenKind.Colon or TokenKind.Semicolon or TokenKind.Where;
}
