using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class Parser
{
    /// <summary>Functions of programs that are operators here: outer(a, b), multiply(a, b), power(a, b), square(a), where(c, a, b).</summary>
    private Syntax? ProgramCall()
    {
        var name = Current;
        var count = name.Text switch { "where" => 3, "outer" or "multiply" or "power" => 2, "square" => 1, _ => 0 };
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
            "power" => new Syntax.Binary(BinaryOperator.EntrywisePower, first, last, call.Span),
            _ => new Syntax.Binary(BinaryOperator.EntrywisePower, first, new Syntax.Number(2, "2", call.Span), call.Span),
        };
        return Bounded(made);
    }
}
