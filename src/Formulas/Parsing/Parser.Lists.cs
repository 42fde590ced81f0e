using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class Parser
{
    /// <summary>
    /// A list of values, [a, b] or [a; b]; semicolons part the rows of a matrix, [a, b; c, d]. A single value in square
    /// brackets is a bracketed expression.
    /// </summary>
    private Syntax List()
    {
        var start = tokens[position++].Span;
        if (Current.Kind == TokenKind.RightBracket) throw Unexpected(Messages.Expected.Operand);
        var rows = new List<Syntax>();
        do
        {
            var rowStart = Current.Span;
            var items = new List<Syntax> { Inside() };
            while (Accept(TokenKind.Comma)) items.Add(Inside());
            if (rows.Count == 0 && Current.Kind == TokenKind.RightBracket) return Single(items, start);
            rows.Add(items.Count == 1 ? items[0] : Listed(items, rowStart.Through(Previous.Span)));
        }
        while (Accept(TokenKind.Semicolon));
        var end = Expect(TokenKind.RightBracket, Messages.Expected.CommaOrRightBracket);
        return Listed(rows, start.Through(end.Span));
    }

    private Syntax Single(List<Syntax> items, SourceSpan start)
    {
        var span = start.Through(tokens[position++].Span);
        if (items is [Syntax.Compared] && IsFactor(start)) return Bounded(new Syntax.Indicated(items[0], span));
        return items.Count == 1 && items[0] is not Syntax.Listed ? items[0] with { Span = span } : Listed(items, span);
    }

    /// <summary>[a > 0] is 1 or 0, as Iverson wrote it, where it is reckoned with; alone or between "and" and "or" it is a condition in brackets.</summary>
    private bool IsFactor(SourceSpan bracket)
    {
        var before = tokens.FindLastIndex(position - 1, token => token.Span.End <= bracket.Start);
        return IsReckoning(Current.Kind) || (before >= 0 && (IsReckoning(tokens[before].Kind) || tokens[before].Kind is TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace));
    }

    private static bool IsReckoning(TokenKind kind) =>
        kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash or TokenKind.Dot || StartsOperand(kind);

    private static Syntax.Listed Listed(List<Syntax> items, SourceSpan span) => Bounded(new Syntax.Listed(items.ToEquatableList(), span));

    /// <summary>No array has three indices, so a bracket with two commas or more is a vector: g'(u) [a, b, c].</summary>
    private bool StartsVector() => CommasUntilClosed(position + 1) >= 2;

    /// <summary>(a, b, c), as many write a vector; two numbers with a comma could be one number with a decimal comma.</summary>
    private bool StartsTuple() => !IsDecimalComma() && CommasUntilClosed(position) >= 2;

    private Syntax.Listed Tuple(Syntax first, SourceSpan start)
    {
        var items = new List<Syntax> { first };
        while (Accept(TokenKind.Comma)) items.Add(Inside());
        var end = Expect(TokenKind.RightParenthesis, Messages.Expected.CommaOrRightParenthesis);
        return Listed(items, start.Through(end.Span));
    }

    /// <summary>The commas from a place on until the bracket closes in which it stands.</summary>
    private int CommasUntilClosed(int start)
    {
        var commas = 0;
        var nesting = 0;
        for (var at = start; at < tokens.Count && nesting >= 0; at++)
        {
            nesting += Statements.Nesting(tokens[at].Kind);
            if (nesting == 0 && tokens[at].Kind == TokenKind.Comma) commas++;
        }

        return commas;
    }
}
