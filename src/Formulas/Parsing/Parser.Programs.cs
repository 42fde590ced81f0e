using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class Parser
{
    /// <summary>The name of the number of entries, len(x): programs alone have it.</summary>
    public const string Length = "len";

    /// <summary>x.sum(), x.mean(), x.transpose() and x.shape[0], as programs write them; null where no such thing stands here.</summary>
    private Syntax? MethodOf(Syntax operand)
    {
        if (Current.Text != "." || !Peek(1).Touches(Current) || Peek(1).Kind != TokenKind.Name || IsKnown(Peek(1).Text)) return null;
        var (name, span) = (Peek(1), operand.Span);
        var isCall = name.Text is "sum" or "mean" or "max" or "min" or "transpose" && Peek(2).Kind == TokenKind.LeftParenthesis && Peek(3).Kind == TokenKind.RightParenthesis;
        var isShape = name.Text is "shape" && Peek(2).Kind == TokenKind.LeftBracket && Peek(3) is { Kind: TokenKind.Number, Text: "0" or "1" } && Peek(4).Kind == TokenKind.RightBracket;
        if (!isCall && !isShape) return null;
        var axis = Peek(3).Text;
        position += isCall ? 4 : 5;
        span = span.Through(Previous.Span);
        var counted = isShape && axis == "1" ? new Syntax.Transposed(operand, false, operand.Span) : operand;
        return Bounded(new Syntax.Called(isCall ? name.Text : Length, 0, [counted], name.Span, span));
    }

    /// <summary>Functions of programs that are operators here: outer(a, b), multiply(a, b), power(a, b), square(a), where(c, a, b), array([a, b]), len(a).</summary>
    private Syntax? ProgramCall()
    {
        var name = Current;
        var count = name.Text switch { "where" => 3, "outer" or "multiply" or "power" => 2, "square" or "array" or Length => 1, _ => 0 };
        if (count == 0 || IsKnown(name.Text) || Peek(1).Kind != TokenKind.LeftParenthesis) return null;
        position++;
        var call = CallWithBrackets(name.Text, 0, name.Span);
        if (call.Arguments.Count != count) throw new Refusal(Messages.WrongArgumentCount(name.Text, count, count, call.Arguments.Count, call.Span));
        var (first, last) = (call.Arguments[0], call.Arguments[^1]);
        Syntax made = name.Text switch
        {
            "where" => new Syntax.Conditional([new ConditionalBranch(first, call.Arguments[1])], last, call.Span),
            "outer" => new Syntax.Binary(BinaryOperator.Juxtaposed, first, new Syntax.Transposed(last, false, last.Span), call.Span),
            "multiply" => new Syntax.Binary(BinaryOperator.Entrywise, first, last, call.Span),
            "array" => first,
            Length => call,
            "power" => new Syntax.Binary(BinaryOperator.EntrywisePower, first, last, call.Span),
            _ => new Syntax.Binary(BinaryOperator.EntrywisePower, first, new Syntax.Number(2, "2", call.Span), call.Span),
        };
        return Bounded(made);
    }
}
