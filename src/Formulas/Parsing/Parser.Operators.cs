using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class Parser
{
    private Syntax Expression()
    {
        Descend();
        var value = Current.Kind == TokenKind.If ? IfFirst() : Conditionals(Disjunction());
        Ascend();
        return value;
    }

    private Syntax Disjunction()
    {
        var left = Conjunction();
        while (AcceptOr())
        {
            var right = Conjunction();
            left = Bounded(new Syntax.Combined(LogicalOperator.Or, left, right, left.Span.Through(right.Span)));
        }

        return left;
    }

    private bool AcceptOr()
    {
        if (Accept(TokenKind.Or)) return true;
        if (openBar != BarKind.None || Current.Kind != TokenKind.Bar || Peek(1).Kind != TokenKind.Bar || !Peek(1).Touches(Current)) return false;
        position += 2;
        return true;
    }

    private Syntax Conjunction()
    {
        var left = Negation();
        while (Current.Kind == TokenKind.And && !(inCondition && SeparatesCases()))
        {
            position++;
            var right = Negation();
            left = Bounded(new Syntax.Combined(LogicalOperator.And, left, right, left.Span.Through(right.Span)));
        }

        return left;
    }

    private Syntax Negation()
    {
        var start = Current.Span;
        if (!Accept(TokenKind.Not)) return Comparison();
        Descend();
        var operand = Negation();
        Ascend();
        return Bounded(new Syntax.Denied(operand, start.Through(operand.Span)));
    }

    private Syntax Comparison()
    {
        var first = Sum();
        if (ComparisonAt(Current.Kind) is null) return first;
        var operands = new List<Syntax> { first };
        var operators = new List<ComparisonOperator>();
        while (ComparisonAt(Current.Kind) is { } comparison)
        {
            position++;
            operators.Add(comparison);
            operands.Add(Sum());
        }

        return Bounded(new Syntax.Compared(operands.ToEquatableList(), operators.ToEquatableList(), first.Span.Through(operands[^1].Span)));
    }

    private static ComparisonOperator? ComparisonAt(TokenKind kind) => kind switch
    {
        TokenKind.Less => ComparisonOperator.Less,
        TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
        TokenKind.Greater => ComparisonOperator.Greater,
        TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
        TokenKind.Equal => ComparisonOperator.Equal,
        TokenKind.NotEqual => ComparisonOperator.NotEqual,
        _ => null,
    };

    private Syntax Sum()
    {
        var piece = Product();
        Syntax? whole = null;
        for (var terms = 1; Current.Kind is TokenKind.Plus or TokenKind.Minus; terms++)
        {
            var sign = tokens[position++];
            var term = Product();
            if (terms % TermsPerPiece > 0)
            {
                piece = Join(sign.Kind == TokenKind.Plus ? BinaryOperator.Add : BinaryOperator.Subtract, piece, term);
                continue;
            }

            whole = whole is null ? piece : Join(BinaryOperator.Add, whole, piece);
            piece = sign.Kind == TokenKind.Plus ? term : Bounded(new Syntax.Negated(term, sign.Span.Through(term.Span)));
        }

        return whole is null ? piece : Join(BinaryOperator.Add, whole, piece);
    }

    private Syntax Product()
    {
        var left = Signed();
        while (!StartsSumOverSameIndex() && ProductOperator() is { } operation)
        {
            if (operation != BinaryOperator.Juxtaposed) position++;
            left = Join(operation, left, operation == BinaryOperator.Juxtaposed ? Power() : Signed());
        }

        return left;
    }

    private BinaryOperator? ProductOperator() => Current.Kind switch
    {
        TokenKind.Star => isProgram ? BinaryOperator.ProgramTimes : BinaryOperator.Times,
        TokenKind.Slash => BinaryOperator.Divide,
        TokenKind.Dot => BinaryOperator.Dot,
        TokenKind.Entrywise => BinaryOperator.Entrywise,
        // 0.3 1[a <= 0] is a product: its 1 begins an indicator and is no number.
        TokenKind.Number when Previous.Kind == TokenKind.Number && !(Current.Text == "1" && StartsIndicator()) => throw new Refusal(Messages.NumberAfterNumber(Previous.Text, Current.Text, Previous.Span.Through(Current.Span))),
        TokenKind.Bar when openBar == BarKind.None && !(Peek(1).Kind == TokenKind.Bar && Peek(1).Touches(Current) && !ClosesLater()) => BinaryOperator.Juxtaposed,
        _ => StartsOperand(Current.Kind) ? BinaryOperator.Juxtaposed : null,
    };

    /// <summary>Whether a || that follows an operand opens a norm (as in 2 ||v||) and is not an "or": it has a partner further on.</summary>
    private bool ClosesLater()
    {
        var nesting = 0;
        for (var at = position + 2; at + 1 < tokens.Count; at++)
        {
            var kind = tokens[at].Kind;
            if (kind is TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace) nesting++;
            else if (kind is TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace && --nesting < 0) return false;
            else if (nesting == 0 && ComparisonAt(kind) is not null) return false;
            else if (nesting == 0 && kind == TokenKind.Bar && tokens[at + 1].Kind == TokenKind.Bar && tokens[at + 1].Touches(tokens[at])) return true;
        }

        return false;
    }

    private static bool StartsOperand(TokenKind kind) => kind is TokenKind.Number or TokenKind.Name or TokenKind.LeftParenthesis
        or TokenKind.LeftBracket or TokenKind.Root or TokenKind.SumSign or TokenKind.ProductSign;

    private Syntax Signed()
    {
        var sign = Current;
        if (sign.Kind is not (TokenKind.Minus or TokenKind.Plus)) return Power();
        position++;
        Descend();
        var operand = Signed();
        Ascend();
        return sign.Kind == TokenKind.Plus ? operand : Bounded(new Syntax.Negated(operand, sign.Span.Through(operand.Span)));
    }

    private Syntax Power()
    {
        var power = Postfix();
        while (Current.Kind == TokenKind.Superscript) power = Join(BinaryOperator.Power, power, SuperscriptDigits());
        if (Current.Kind is not (TokenKind.Caret or TokenKind.EntrywisePower)) return power;
        var sign = tokens[position++];
        var operation = sign.Kind == TokenKind.Caret && !(isProgram && sign.Text == "**") ? BinaryOperator.Power : BinaryOperator.EntrywisePower;
        Descend();
        var exponent = Current.Kind == TokenKind.LeftBrace ? Braced() : Signed();
        Ascend();
        return Join(operation, power, exponent);
    }

    private Syntax SuperscriptDigits()
    {
        var token = tokens[position++];
        var digits = token.Text.TrimStart('+', '-');
        var number = new Syntax.Number(NumberReader.Parse(digits), digits, token.Span);
        return token.Text[0] == '-' ? new Syntax.Negated(number, token.Span) : number;
    }

    private static Syntax Join(BinaryOperator operation, Syntax left, Syntax right) =>
        Bounded(new Syntax.Binary(operation, left, right, left.Span.Through(right.Span)));
}
