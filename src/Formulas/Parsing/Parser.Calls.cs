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
        // Nobody writes the logarithm of 2 times pi: ln 2 pi sigma^2 is ln(2 pi sigma^2).
        if (argument is Syntax.Number && Current is { Kind: TokenKind.Name, Text: "pi" } && !IsKnown("pi"))
        {
            while (Current.Kind == TokenKind.Name && !IsFunction(Current.Text) && !StartsRepeated(Current)) argument = Join(BinaryOperator.Juxtaposed, argument, Power());
        }

        Ascend();
        var goesOn = StartsOperand(Current.Kind) || Current.Kind is TokenKind.Star or TokenKind.Slash or TokenKind.Dot or TokenKind.Entrywise;
        if (goesOn && argument is not Syntax.Repeated)
        {
            throw new Refusal(Messages.AmbiguousArgument(name.Text, Slice(argument.Span), Slice(argument.Span.Through(Current.Span)), name.Span.Through(Current.Span)));
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
        var outer = inCases;
        inCases = true;
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
        inCases = outer;
        var end = Expect(TokenKind.RightParenthesis, Messages.Expected.CommaOrRightParenthesis);
        var span = start.Through(end.Span);
        if (branches.Count == 0) throw new Refusal(Messages.CasesWithoutCondition(span));
        if (branches.Count > HeightLimit) throw new Refusal(Messages.TooTall(HeightLimit, span));
        return Bounded(new Syntax.Conditional(branches.ToEquatableList(), otherwise, span));
    }
}
