using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class Parser
{
    /// <summary>f(...), g'(z), sin^2(x); and ln x where nothing that could belong to the argument follows.</summary>
    private Syntax Call(string function, int primes)
    {
        var name = tokens[position++];
        while (Current.Kind == TokenKind.Prime)
        {
            position++;
            primes++;
        }

        var power = PowerOfFunction(name);
        var call = Current.Kind == TokenKind.LeftParenthesis
            ? CallWithBrackets(function, primes, name.Span)
            : CallWithoutBrackets(function, primes, name);
        return power is null ? call : Join(BinaryOperator.Power, call, power);
    }

    private Syntax? PowerOfFunction(Token name)
    {
        if (Current.Kind == TokenKind.Superscript)
        {
            if (Current.Text[0] == '-') throw new Refusal(Messages.InverseOfFunction(name.Text, name.Span.Through(Current.Span)));
            return SuperscriptDigits();
        }

        if (Current.Kind != TokenKind.Caret) return null;
        var negative = Peek(1).Kind == TokenKind.Minus || (Peek(1).Kind is TokenKind.LeftBrace or TokenKind.LeftParenthesis && Peek(2).Kind == TokenKind.Minus);
        if (negative) throw new Refusal(Messages.InverseOfFunction(name.Text, name.Span.Through(Peek(1).Span)));
        if (Peek(1).Kind != TokenKind.Number) return null;
        position++;
        return Number();
    }

    private Syntax.Called CallWithBrackets(string function, int primes, SourceSpan nameSpan)
    {
        position++;
        var arguments = new List<Syntax>();
        if (Current.Kind != TokenKind.RightParenthesis)
        {
            arguments.Add(Inside());
            while (Accept(TokenKind.Comma)) arguments.Add(Inside());
        }

        var end = Expect(TokenKind.RightParenthesis, Messages.Expected.CommaOrRightParenthesis);
        return Bounded(new Syntax.Called(function, primes, arguments.ToEquatableList(), nameSpan, nameSpan.Through(end.Span)));
    }

    private Syntax CallWithoutBrackets(string function, int primes, Token name)
    {
        if (function is "I" or "eye" && primes == 0) return new Syntax.Name("I", name.Span);
        if (!StartsOperand(Current.Kind) && Current.Kind != TokenKind.Bar || (Current.Kind == TokenKind.Bar && openBar != BarKind.None))
        {
            throw new Refusal(Messages.FunctionWithoutArgument(name.Text, name.Span));
        }

        Descend();
        var argument = Power();
        Ascend();
        var goesOn = StartsOperand(Current.Kind) || Current.Kind is TokenKind.Star or TokenKind.Slash or TokenKind.Dot or TokenKind.Entrywise;
        if (goesOn && argument is not Syntax.Repeated)
        {
            throw new Refusal(Messages.AmbiguousArgument(name.Text, Slice(argument.Span), name.Span.Through(Current.Span)));
        }

        return Bounded(new Syntax.Called(function, primes, [argument], name.Span, name.Span.Through(argument.Span)));
    }

    private string Slice(SourceSpan span) => text.Substring(span.Start, span.Length);

    /// <summary>cases(a > 0: 1, else: 0.3)</summary>
    private Syntax.Conditional Cases()
    {
        var start = tokens[position].Span;
        position += 2;
        var branches = new List<ConditionalBranch>();
        Syntax? otherwise = null;
        do
        {
            if (Accept(TokenKind.Else))
            {
                Expect(TokenKind.Colon, Messages.Expected.Colon);
                otherwise = Inside();
                break;
            }

            var condition = Inside();
            Expect(TokenKind.Colon, Messages.Expected.Colon);
            branches.Add(new ConditionalBranch(condition, Inside()));
        }
        while (Accept(TokenKind.Comma) || Accept(TokenKind.Semicolon));
        var end = Expect(TokenKind.RightParenthesis, Messages.Expected.CommaOrRightParenthesis);
        var span = start.Through(end.Span);
        if (branches.Count == 0) throw new Refusal(Messages.CasesWithoutCondition(span));
        if (branches.Count > HeightLimit) throw new Refusal(Messages.TooTall(HeightLimit, span));
        return Bounded(new Syntax.Conditional(branches.ToEquatableList(), otherwise, span));
    }

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
            return IndexedBody(isSum, [letters], token.Span);
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

    /// <summary>∑_i body, ∑_{i,j} body, ∑_{i=1}^{n} body, sum_(i=1)^n body</summary>
    private Syntax Repeated(bool isSum, SourceSpan start)
    {
        Expect(TokenKind.Underscore, Messages.Expected.IndexOfSum);
        var closing = Current.Kind switch
        {
            TokenKind.LeftBrace => TokenKind.RightBrace,
            TokenKind.LeftParenthesis => TokenKind.RightParenthesis,
            _ => TokenKind.End,
        };
        if (closing != TokenKind.End) position++;
        var names = new List<string> { IndexName() };
        while (closing != TokenKind.End && Accept(TokenKind.Comma)) names.Add(IndexName());
        Syntax? from = null;
        if (closing != TokenKind.End)
        {
            if (names.Count == 1 && Accept(TokenKind.Equal)) from = Inside();
            Expect(closing, closing == TokenKind.RightBrace ? Messages.Expected.RightBrace : Messages.Expected.RightParenthesis);
        }

        return IndexedBody(isSum, names, start, from);
    }

    private string IndexName()
    {
        var token = Expect(TokenKind.Name, Messages.Expected.IndexOfSum);
        return token.Text;
    }

    private Syntax IndexedBody(bool isSum, List<string> names, SourceSpan start, Syntax? from = null)
    {
        var indexSpan = start.Through(Previous.Span);
        foreach (var name in names) CheckIndexName(name, indexSpan);
        if (from is null && names.Count == 1 && Current.Kind == TokenKind.Equal)
        {
            position++;
            from = Bound();
        }

        Syntax? to = null;
        if (names.Count == 1 && Accept(TokenKind.Caret)) to = Bound();
        if (from is not null && to is null) throw new Refusal(Messages.MalformedSum(isSum ? "sum" : "prod", 2, indexSpan));
        Descend();
        indices.AddRange(names);
        var body = BodyOfSum();
        indices.RemoveRange(indices.Count - names.Count, names.Count);
        Ascend();
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
