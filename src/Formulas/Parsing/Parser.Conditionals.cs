using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>Cases in words, as people and programs write them.</summary>
internal sealed partial class Parser
{
    private bool inCondition;
    private bool inCases;

    /// <summary>1 if a > 0 else 0; 1 if a > 0, 0 otherwise; 1 if a > 0, 0 if a &lt;= 0; a > 0 ? 1 : 0.</summary>
    private Syntax Conditionals(Syntax first)
    {
        if (Accept(TokenKind.Question))
        {
            var value = Expression();
            Expect(TokenKind.Colon, Messages.Expected.Colon);
            return Conditional([new ConditionalBranch(first, value)], Expression(), first.Span);
        }

        if (!Accept(TokenKind.If)) return first;
        var branches = new List<ConditionalBranch> { new(Condition(), first) };
        while (!AcceptElse())
        {
            if (!SeparatesCases())
            {
                return branches.Count > 1 ? Conditional(branches, null, first.Span) : throw Unexpected(Messages.Expected.Else);
            }

            position++;
            var value = Disjunction();
            if (Accept(TokenKind.Else)) return Conditional(branches, value, first.Span);
            Expect(TokenKind.If, Messages.Expected.Else);
            branches.Add(new ConditionalBranch(Condition(), value));
        }

        return Conditional(branches, Expression(), first.Span);
    }

    /// <summary>if a > 0 then 1 else 0; if a > 0: 1, else: 0.</summary>
    private Syntax IfFirst()
    {
        var start = Current.Span;
        var branches = new List<ConditionalBranch>();
        do
        {
            Expect(TokenKind.If, Messages.Expected.Else);
            var condition = Condition();
            if (!Accept(TokenKind.Then) && !Accept(TokenKind.Colon) && !Accept(TokenKind.Comma)) throw Unexpected(Messages.Expected.Then);
            branches.Add(new ConditionalBranch(condition, Disjunction()));
            if (AcceptElse()) return Conditional(branches, Expression(), start);
        }
        while (Current.Kind is TokenKind.Comma or TokenKind.Semicolon && Peek(1).Kind == TokenKind.If && Accept(Current.Kind));
        return branches.Count > 1 ? Conditional(branches, null, start) : throw Unexpected(Messages.Expected.Else);
    }

    private Syntax Condition()
    {
        var outer = inCondition;
        inCondition = true;
        var condition = Disjunction();
        inCondition = outer;
        return condition;
    }

    private bool AcceptElse()
    {
        var ahead = Current.Kind is TokenKind.Comma or TokenKind.Semicolon ? 1 : 0;
        if (Peek(ahead).Kind != TokenKind.Else || (inCases && ahead > 0 && Peek(2).Kind == TokenKind.Colon)) return false;
        position += ahead + 1;
        Accept(TokenKind.Colon);
        return true;
    }

    /// <summary>Whether the sign or "and" here parts one case from the next, as in 1 if a > 0 and 0 if a &lt;= 0.</summary>
    private bool SeparatesCases()
    {
        if (Current.Kind is not (TokenKind.Comma or TokenKind.Semicolon or TokenKind.And)) return false;
        var nesting = 0;
        for (var ahead = 1; Peek(ahead).Kind != TokenKind.End; ahead++)
        {
            var kind = Peek(ahead).Kind;
            nesting += Statements.Nesting(kind);
            if (nesting < 0 || (nesting == 0 && kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.And or TokenKind.Or or TokenKind.Colon)) return false;
            if (nesting == 0 && kind == TokenKind.If) return true;
            if (nesting == 0 && kind == TokenKind.Else) return !StartsOperand(Peek(ahead + 1).Kind) && Peek(ahead + 1).Kind != TokenKind.Minus;
        }

        return false;
    }

    private static Syntax.Conditional Conditional(List<ConditionalBranch> branches, Syntax? otherwise, SourceSpan start) =>
        branches.Count > HeightLimit
            ? throw new Refusal(Messages.TooTall(HeightLimit, start))
            : Bounded(new Syntax.Conditional(branches.ToEquatableList(), otherwise, start.Through((otherwise ?? branches[^1].Condition).Span)));
}
