using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>Sums and products over an index, in all their spellings.</summary>
internal sealed partial class Parser
{
    private bool StartsRepeated(Token token)
    {
        if (IsLocal("sum") || vocabulary.Declares(token.Text)) return false;
        if (token.Text is "sum" or "prod" or "product")
        {
            if (Peek(1).Kind == TokenKind.Underscore) return true;
            return Peek(1).Kind == TokenKind.LeftParenthesis && Peek(2).Kind == TokenKind.Name && Peek(3).Kind is TokenKind.Comma or TokenKind.Equal;
        }

        return token.Text.StartsWith("sum_", StringComparison.Ordinal) || token.Text.StartsWith("prod_", StringComparison.Ordinal);
    }

    private Syntax NamedRepeated()
    {
        var token = tokens[position++];
        var isSum = token.Text.StartsWith("sum", StringComparison.Ordinal);
        var underscore = token.Text.IndexOf('_', StringComparison.Ordinal);
        if (underscore >= 0)
        {
            var letters = token.Text[(underscore + 1)..];
            return IndexedBody(isSum, new Range([letters]), token.Span);
        }

        return Current.Kind == TokenKind.Underscore ? Repeated(isSum, token.Span) : RepeatedCall(isSum, token);
    }

    /// <summary>sum(i, body), sum(i, from, to, body), sum(i = from, to, body)</summary>
    private Syntax RepeatedCall(bool isSum, Token name)
    {
        position++;
        var index = tokens[position++];
        CheckIndexName(index.Text, index.Span);
        var hasFrom = Current.Kind == TokenKind.Equal;
        position++;
        indices.Add(index.Text);
        var arguments = new List<Syntax> { Inside() };
        while (Accept(TokenKind.Comma)) arguments.Add(Inside());
        indices.RemoveAt(indices.Count - 1);
        var span = name.Span.Through(Current.Span);
        Expect(TokenKind.RightParenthesis, Messages.Expected.CommaOrRightParenthesis);
        if (arguments.Count == 3) return MakeRepeated(isSum, index.Text, arguments[0], arguments[1], arguments[2], index.Span, span);
        if (arguments.Count == 1 && !hasFrom) return MakeRepeated(isSum, index.Text, null, null, arguments[0], index.Span, span);
        throw new Refusal(Messages.MalformedSum(isSum ? "sum" : "prod", arguments.Count + 1, span));
    }

    /// <summary>∑_i body, ∑_{i,j} body, ∑_{i=1}^{n} body, sum_(i=1)^n body, ∑_{i: y_i = 1} body, ∑_{v ∈ {0,1}} body</summary>
    private Syntax Repeated(bool isSum, SourceSpan start)
    {
        if (Current.Kind != TokenKind.Underscore && Unindexed(isSum, start) is { } unindexed) return unindexed;
        Expect(TokenKind.Underscore, Messages.Expected.IndexOfSum);
        var closing = Current.Kind switch
        {
            TokenKind.LeftBrace => TokenKind.RightBrace,
            TokenKind.LeftParenthesis => TokenKind.RightParenthesis,
            _ => TokenKind.End,
        };
        if (closing == TokenKind.End) return IndexedBody(isSum, new Range([IndexName()]), start);
        position++;
        var range = RangeOfSum();
        Expect(closing, closing == TokenKind.RightBrace ? Messages.Expected.RightBrace : Messages.Expected.RightParenthesis);
        return IndexedBody(isSum, range, start);
    }

    private string IndexName()
    {
        var token = Expect(TokenKind.Name, Messages.Expected.IndexOfSum);
        return token.Text;
    }

    private Syntax IndexedBody(bool isSum, Range range, SourceSpan start)
    {
        var (names, from, to) = (range.Names, range.From, range.To);
        var indexSpan = start.Through(Previous.Span);
        foreach (var name in names) CheckIndexName(name, indexSpan);
        if (from is null && range.Condition is null && names.Count == 1 && Current.Kind == TokenKind.Equal)
        {
            position++;
            from = Bound();
        }

        if (to is null && names.Count == 1 && Accept(TokenKind.Caret)) to = Bound();
        if (from is not null && to is null) throw new Refusal(Messages.MalformedSum(isSum ? "sum" : "prod", 2, indexSpan));
        Descend();
        var isOnlyHere = names.Exists(name => !IsKnown(name));
        indices.AddRange(names);
        var outer = runningIndex;
        runningIndex = names[^1];
        var body = BodyOfSum();
        if (isOnlyHere && !vocabulary.IsOpen) body = WithLaterTerms(body, names, indexSpan);
        runningIndex = outer;
        indices.RemoveRange(indices.Count - names.Count, names.Count);
        Ascend();
        if (range.Condition is { } condition) body = Restricted(isSum, condition, body);
        for (var at = names.Count - 1; at >= 0; at--)
        {
            body = MakeRepeated(isSum, names[at], from, to, body, indexSpan, start.Through(body.Span));
        }

        return body;
    }

    /// <summary>The body reaches over products and quotients and stops at the next + or - outside brackets.</summary>
    private Syntax BodyOfSum()
    {
        if (Current.Kind is TokenKind.End or TokenKind.RightParenthesis or TokenKind.RightBracket) throw Unexpected(Messages.Expected.Operand);
        return Product();
    }

    private Syntax Bound() => Current.Kind switch
    {
        TokenKind.LeftBrace => Braced(),
        TokenKind.LeftParenthesis => Parenthesised(),
        TokenKind.Number => Number(),
        TokenKind.Name => PlainName(),
        _ => throw Unexpected(Messages.Expected.BoundOfSum),
    };

    private void CheckIndexName(string name, SourceSpan span)
    {
        var taken = vocabulary.Find(name) is { } symbol && symbol.Kind != SymbolKind.Index;
        if (taken || vocabulary.IsSize(name) || name.Contains('_', StringComparison.Ordinal)) throw new Refusal(Messages.NotAnIndexName(name, span));
    }

    private static Syntax.Repeated MakeRepeated(bool isSum, string index, Syntax? from, Syntax? to, Syntax body, SourceSpan indexSpan, SourceSpan span) =>
        Bounded(new Syntax.Repeated(isSum ? RepeatedOperator.Sum : RepeatedOperator.Product, index, from, to, body, indexSpan, span));
}
