using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class Parser
{
    private Syntax Postfix()
    {
        var operand = Operand();
        while (true)
        {
            switch (Current.Kind)
            {
                case TokenKind.LeftBracket when operand is not Syntax.Number && !StartsVector() && !OpensFactor(operand):
                    operand = Subscripted(operand, BracketedSubscripts());
                    break;
                case TokenKind.Dot when MethodOf(operand) is { } method:
                    operand = method;
                    break;
                case TokenKind.LeftParenthesis when CallsEntry(operand):
                    operand = Subscripted(operand, SubscriptList(TokenKind.RightParenthesis, Messages.Expected.RightParenthesis));
                    break;
                case TokenKind.Underscore:
                    position++;
                    operand = Subscripted(operand, WithNumberApart(operand, Subscripts()));
                    break;
                case TokenKind.Bar when openBar == BarKind.None && Peek(1).Kind == TokenKind.Underscore && Current.Touches(Previous):
                    throw new Refusal(Messages.ValueAtPoint(Current.Span));
                case TokenKind.Prime:
                    operand = Bounded(new Syntax.Transposed(operand, true, operand.Span.Through(tokens[position++].Span)));
                    break;
                case TokenKind.Transpose:
                    operand = Bounded(new Syntax.Transposed(operand, false, operand.Span.Through(tokens[position++].Span)));
                    break;
                case TokenKind.Caret when AcceptTranspose():
                    operand = Bounded(new Syntax.Transposed(operand, false, operand.Span.Through(Previous.Span)));
                    break;
                default:
                    return operand;
            }
        }
    }

    /// <summary>w_{2i} is entry i of w2 where there is such a vector.</summary>
    private EquatableList<Syntax> WithNumberApart(Syntax operand, EquatableList<Syntax> subscripts) =>
        operand is Syntax.Name name && subscripts is [Syntax.Binary { Operator: BinaryOperator.Juxtaposed, Left: Syntax.Number number, Right: Syntax.Name index }] && vocabulary.Declares(name.Text + number.Text)
            ? [number, index]
            : subscripts;

    /// <summary>An entry has no entries: in x_j [y - h] the bracket holds a factor, unless a single index stands in it; so in x_j [a > 0].</summary>
    private bool OpensFactor(Syntax operand) =>
        HoldsComparison() || HoldsArray() || operand is Syntax.Subscripted { Source: Syntax.Name name, Subscripts.Count: 1 }
        && vocabulary.Find(name.Text)?.Shape is Shape.VectorShape && vocabulary.FindIndexed(name.Text) is null && Peek(2).Kind != TokenKind.RightBracket;

    /// <summary>^T, ^⊤, ^{T} and ^(T); in W^Tr the T is cut off the name, unless such a name is declared.</summary>
    private bool AcceptTranspose()
    {
        var next = Peek(1);
        if (next.Kind == TokenKind.Transpose)
        {
            position += 2;
            return true;
        }

        if (next.Kind is TokenKind.LeftBrace or TokenKind.LeftParenthesis)
        {
            var inner = Peek(2);
            var closes = next.Kind == TokenKind.LeftBrace ? TokenKind.RightBrace : TokenKind.RightParenthesis;
            var transposes = inner.Kind == TokenKind.Transpose || (inner is { Kind: TokenKind.Name, Text: "T" or "top" } && !IsKnown(inner.Text));
            if (!transposes || Peek(3).Kind != closes) return false;
            position += 4;
            return true;
        }

        if (next.Kind != TokenKind.Name || next.Text[0] != 'T' || IsKnown(next.Text) || IsKnown("T")) return false;
        if (next.Text is "T")
        {
            position += 2;
            return true;
        }

        if (vocabulary.IsOpen) return false;
        tokens[position + 1] = next with { Text = "T", Span = new SourceSpan(next.Span.Start, 1) };
        tokens.Insert(position + 2, next with { Text = next.Text[1..], Span = SourceSpan.Between(next.Span.Start + 1, next.Span.End), SpaceBefore = true });
        position += 2;
        return true;
    }

    /// <summary>Whether the bracket that opens here holds a condition.</summary>
    private bool HoldsComparison()
    {
        var nesting = 0;
        for (var at = position; at < tokens.Count; at++)
        {
            nesting += Statements.Nesting(tokens[at].Kind);
            if (nesting <= 0) return false;
            if (nesting == 1 && ComparisonAt(tokens[at].Kind) is not null) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the bracket that opens here holds a whole vector, matrix or map, and so no index: X^T [y - s(X w)]. In theta[y_r] the
    /// entry of a vector is one.
    /// </summary>
    private bool HoldsArray()
    {
        var nesting = 0;
        for (var at = position; at < tokens.Count; at++)
        {
            nesting += Statements.Nesting(tokens[at].Kind);
            if (nesting <= 0 || (nesting == 1 && tokens[at].Kind is TokenKind.Comma or TokenKind.Semicolon)) return false;
            if (tokens[at].Kind != TokenKind.Name || IsLocal(tokens[at].Text)) continue;
            var isWhole = vocabulary.Find(tokens[at].Text) is { Shape: Shape.VectorShape or Shape.MatrixShape } && tokens[at + 1].Kind is not (TokenKind.Underscore or TokenKind.LeftBracket or TokenKind.LeftParenthesis or TokenKind.Caret);
            if (isWhole || JacobianOf(tokens[at].Text) is not null || vocabulary.Find(tokens[at].Text)?.Kind == SymbolKind.VectorMap) return true;
        }

        return false;
    }

    /// <summary>A transposed 1, as in 1^T x, is a vector of ones.</summary>
    private bool IsTransposeAhead()
    {
        var inner = Peek(2).Kind is TokenKind.LeftBrace or TokenKind.LeftParenthesis ? Peek(3) : Peek(2);
        return Peek(1).Kind == TokenKind.Transpose
            || (Peek(1).Kind == TokenKind.Caret && (inner.Kind == TokenKind.Transpose || (inner.Kind == TokenKind.Name && inner.Text[0] == 'T' && !IsKnown(inner.Text) && !IsKnown("T"))));
    }

    /// <summary>x(i) and d(l-1) are entries as programs write them: a vector times an index would mean nothing.</summary>
    private bool CallsEntry(Syntax operand)
    {
        if (operand is not Syntax.Name name || IsLocal(name.Text) || !Current.Touches(Previous) || vocabulary.Find(name.Text) is not { Shape: Shape.VectorShape } symbol) return false;
        var isCounted = symbol.FirstIndex(0) == 0;
        for (var ahead = 1; ahead <= 4; ahead++)
        {
            var token = Peek(ahead);
            if (token.Kind == TokenKind.RightParenthesis) return isCounted && ahead > 1;
            if (token.Kind is not (TokenKind.Name or TokenKind.Number or TokenKind.Plus or TokenKind.Minus)) return false;
            isCounted |= token.Kind == TokenKind.Name && (indices.Contains(token.Text) || vocabulary.Find(token.Text)?.Kind == SymbolKind.Index);
        }

        return false;
    }

    private Syntax.Subscripted Subscripted(Syntax source, EquatableList<Syntax> subscripts)
    {
        var span = source.Span.Through(Previous.Span);
        var parenthesised = Previous.Span.End > 0 && text[source.Span.Start] == '(';
        return source is Syntax.Subscripted inner && !parenthesised
            ? Bounded(new Syntax.Subscripted(inner.Source, inner.Subscripts.Concat(subscripts).ToEquatableList(), span))
            : Bounded(new Syntax.Subscripted(source, subscripts, span));
    }

    private Syntax Operand()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return token.Text != "1" ? Number() : StartsIndicator() ? Indicator() : IsTransposeAhead() ? PlainName() : Number();
            case TokenKind.Name:
                return Named();
            case TokenKind.LeftParenthesis:
                return Parenthesised();
            case TokenKind.LeftBracket:
                return List();
            case TokenKind.Bar:
                return Bars();
            case TokenKind.Root:
                return Root();
            case TokenKind.SumSign or TokenKind.ProductSign:
                position++;
                return Repeated(token.Kind == TokenKind.SumSign, token.Span);
            default:
                throw Unexpected(Messages.Expected.Operand);
        }
    }

    private Syntax.Number Number()
    {
        var token = tokens[position++];
        return new Syntax.Number(NumberReader.Parse(token.Text), token.Text, token.Span);
    }

    private bool StartsIndicator() =>
        Peek(1).Kind is TokenKind.LeftBracket or TokenKind.LeftBrace || (Peek(1).Kind == TokenKind.Underscore && Peek(2).Kind == TokenKind.LeftBrace);

    private Syntax Indicator()
    {
        var start = tokens[position++].Span;
        Accept(TokenKind.Underscore);
        var closes = Current.Kind == TokenKind.LeftBracket ? TokenKind.RightBracket : TokenKind.RightBrace;
        position++;
        var condition = Inside();
        var end = Expect(closes, closes == TokenKind.RightBracket ? Messages.Expected.RightBracket : Messages.Expected.RightBrace);
        return Bounded(new Syntax.Indicated(condition, start.Through(end.Span)));
    }

    private Syntax Parenthesised()
    {
        var start = tokens[position++].Span;
        var inner = Inside();
        if (Current.Kind == TokenKind.Comma && StartsTuple()) return Tuple(inner, start);
        var end = Expect(TokenKind.RightParenthesis, Messages.Expected.RightParenthesis);
        return inner with { Span = start.Through(end.Span) };
    }

    private Syntax Braced()
    {
        Expect(TokenKind.LeftBrace, Messages.Expected.Operand);
        var inner = Inside();
        Expect(TokenKind.RightBrace, Messages.Expected.RightBrace);
        return inner;
    }

    /// <summary>|x| and ||v||.</summary>
    private Syntax Bars()
    {
        var start = tokens[position++];
        var kind = Current.Kind == TokenKind.Bar && Current.Touches(start) ? BarKind.Double : BarKind.Single;
        if (kind == BarKind.Double) position++;
        var outer = openBar;
        openBar = kind;
        var inner = Expression();
        openBar = outer;
        if (kind == BarKind.Single && Current.Kind is TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace) throw new Refusal(Messages.BarNotClosed(start.Span));
        var end = Expect(TokenKind.Bar, kind == BarKind.Double ? Messages.Expected.DoubleBar : Messages.Expected.Bar);
        if (kind == BarKind.Single) return Bounded(new Syntax.Absolute(inner, start.Span.Through(end.Span)));
        end = Expect(TokenKind.Bar, Messages.Expected.DoubleBar);
        if (Current.Kind == TokenKind.Underscore && Peek(1) is { Kind: TokenKind.Number, Text: "2" }) position += 2;
        return Bounded(new Syntax.Called("norm", 0, [inner], start.Span, start.Span.Through(end.Span)));
    }

    private Syntax Root()
    {
        var start = tokens[position++].Span;
        Descend();
        var inner = Postfix();
        Ascend();
        return Bounded(new Syntax.Called("sqrt", 0, [inner], start, start.Through(inner.Span)));
    }

    /// <summary>Inside brackets bars count afresh: |(|x| + 1)|.</summary>
    private Syntax Inside()
    {
        var (outerBar, outerIndex) = (openBar, runningIndex);
        (openBar, runningIndex) = (BarKind.None, null);
        var result = Expression();
        (openBar, runningIndex) = (outerBar, outerIndex);
        return result;
    }
}
