using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>What stands below a sum sign, and how far the sum reaches.</summary>
internal sealed partial class Parser
{
    /// <param name="From">Null where no range was given; so for <paramref name="To"/>.</param>
    /// <param name="Condition">Which indices count; null for all.</param>
    private readonly record struct Range(List<string> Names, Syntax? From = null, Syntax? To = null, Syntax? Condition = null);

    /// <summary>The index of the sum whose body is read, outside any brackets in it.</summary>
    private string? runningIndex;

    /// <summary>
    /// Whether the next factor is a sum or product over the index that runs already. It would have no use of its own inside, so
    /// ∏_i a_i ∏_i b_i is a product of two.
    /// </summary>
    private bool StartsSumOverSameIndex()
    {
        if (runningIndex is null) return false;
        var at = Current.Kind is TokenKind.Star or TokenKind.Dot ? 1 : 0;
        if (Peek(at).Kind is not (TokenKind.SumSign or TokenKind.ProductSign) || Peek(at + 1).Kind != TokenKind.Underscore) return false;
        var index = Peek(at + 2).Kind is TokenKind.LeftBrace or TokenKind.LeftParenthesis ? Peek(at + 3) : Peek(at + 2);
        return index.Kind == TokenKind.Name && (index.Text == runningIndex || index.Text.EndsWith("_" + runningIndex, StringComparison.Ordinal));
    }

    /// <summary>
    /// ∑ (x_i - m)^2, a sum over the one index that has no other meaning; and ∑ x, over the entries of what stands behind it. Null where
    /// neither can be meant.
    /// </summary>
    private Syntax? Unindexed(bool isSum, SourceSpan start)
    {
        if (!StartsOperand(Current.Kind) || vocabulary.IsOpen) return null;
        var end = EndOfTerm(position);
        var letters = Enumerable.Range(position, end - position).SelectMany(LooseIndices).Distinct().ToList();
        if (letters is [var only]) return IndexedBody(isSum, new Range([only]), start);
        var isOfArray = Enumerable.Range(position, end - position).Any(at => vocabulary.Find(tokens[at].Text)?.Shape is Expressions.Shape.VectorShape
            && tokens[at + 1].Kind is not (TokenKind.Underscore or TokenKind.LeftBracket));
        if (letters.Count > 0 || !isOfArray) return null;
        Descend();
        var body = BodyOfSum();
        Ascend();
        return Bounded(new Syntax.Called(isSum ? "sum" : "prod", 0, [body], start, start.Through(body.Span)));
    }

    /// <summary>The letters among the subscripts of a token that are no name and no index so far: the i of x_i and x_{i}.</summary>
    private IEnumerable<string> LooseIndices(int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Name || IsKnown(token.Text)) return [];
        var underscore = token.Text.IndexOf('_', StringComparison.Ordinal);
        var isScript = tokens[at - 1].Kind == TokenKind.Underscore || (tokens[at - 1].Kind == TokenKind.LeftBrace && tokens[at - 2].Kind == TokenKind.Underscore);
        var script = underscore >= 0 ? token.Text[(underscore + 1)..] : isScript ? token.Text : "";
        return script.Length == 1 && Alphabet.IsIndexLetter(script[0]) && !IsKnown(script) ? [script] : [];
    }

    private Range RangeOfSum()
    {
        if (IndexOfCondition() is { } hidden) return new Range([hidden], Condition: ConditionOver([hidden]));
        var start = position;
        var names = new List<string> { IndexName() };
        while (Current.Kind == TokenKind.Comma && Peek(1).Kind == TokenKind.Name && Peek(2).Kind is TokenKind.Comma or TokenKind.RightBrace or TokenKind.RightParenthesis && Accept(TokenKind.Comma)) names.Add(IndexName());
        if (Accept(TokenKind.Colon) || Accept(TokenKind.Bar)) return new Range(names, Condition: ConditionOver(names));
        if (names.Count == 1 && Accept(TokenKind.In)) return Members(names);
        if (names.Count == 1 && Accept(TokenKind.Equal))
        {
            var from = Inside();
            return new Range(names, from, null, Accept(TokenKind.Comma) ? ConditionOver(names) : null);
        }

        if (names.Count > 1 || ComparisonAt(Current.Kind) is null) return new Range(names);
        position = start;
        return new Range(names, Condition: ConditionOver(names));
    }

    /// <summary>The i of ∑_{y_i = 1}: where an entry of a declared array stands in the place of the index, the one free index in it runs.</summary>
    private string? IndexOfCondition()
    {
        var underscore = Current.Kind == TokenKind.Name ? Current.Text.LastIndexOf('_') : -1;
        if (underscore <= 0 || !IsKnownBase(Current.Text[..underscore])) return null;
        var index = Current.Text[(underscore + 1)..];
        return index.Length == 1 && Alphabet.IsIndexLetter(index[0]) && !IsKnown(index) ? index : null;
    }

    private Syntax ConditionOver(List<string> names)
    {
        indices.AddRange(names);
        var condition = Inside();
        indices.RemoveRange(indices.Count - names.Count, names.Count);
        return condition;
    }

    /// <summary>v ∈ {0, 1} and i ∈ {1, ..., n}: whole numbers that follow on each other.</summary>
    private Range Members(List<string> names)
    {
        var start = Previous.Span;
        if (Current.Kind is not (TokenKind.LeftParenthesis or TokenKind.LeftBrace or TokenKind.LeftBracket)) throw new Refusal(Messages.SetOfIndices(names[0], start.Through(Current.Span)));
        var isSize = Current.Kind == TokenKind.LeftBracket;
        position++;
        var members = new List<Syntax>();
        var hasGap = false;
        do
        {
            hasGap |= Current.Kind == TokenKind.Ellipsis;
            if (!Accept(TokenKind.Ellipsis)) members.Add(Inside());
        }
        while (Accept(TokenKind.Comma));
        if (Current.Kind is not (TokenKind.RightParenthesis or TokenKind.RightBrace or TokenKind.RightBracket)) throw Unexpected(Messages.Expected.RightBrace);
        position++;
        if (isSize && members.Count == 1) return new Range(names, new Syntax.Number(1, "1", start), members[0]);
        var follow = hasGap ? members.Count is 2 or 3 : members.Count > 1 && members.Zip(members.Skip(1)).All(pair => pair is (Syntax.Number a, Syntax.Number b) && b.Value == a.Value + 1);
        return follow && !isSize ? new Range(names, members[0], members[^1]) : throw new Refusal(Messages.SetOfIndices(names[0], start.Through(Previous.Span)));
    }

    /// <summary>A sum over a condition adds the body where it holds, a product multiplies it.</summary>
    private static Syntax.Conditional Restricted(bool isSum, Syntax condition, Syntax body)
    {
        var neutral = new Syntax.Number(isSum ? 0 : 1, isSum ? "0" : "1", condition.Span);
        return Bounded(new Syntax.Conditional([new ConditionalBranch(condition, body)], neutral, body.Span));
    }

    /// <summary>
    /// A body stops at the next + or - outside brackets. Where the terms behind it use the index, which means nothing there, they can
    /// only belong to the sum: ∑_i y_i a_i + (1 - y_i) b_i.
    /// </summary>
    private Syntax WithLaterTerms(Syntax body, List<string> names, SourceSpan sum)
    {
        var (belong, others) = (0, 0);
        for (var at = position; tokens[at].Kind is TokenKind.Plus or TokenKind.Minus;)
        {
            var end = EndOfTerm(at + 1);
            if (!UsesIndex(at + 1, end, names)) others++;
            else if (others > 0) throw new Refusal(Messages.ReachOfSum(names[0], sum));
            else belong++;
            at = end;
        }

        if (belong > 0 && others > 0) throw new Refusal(Messages.ReachOfSum(names[0], sum));
        for (; belong > 0; belong--)
        {
            var sign = tokens[position++];
            body = Join(sign.Kind == TokenKind.Plus ? BinaryOperator.Add : BinaryOperator.Subtract, body, Product());
        }

        return body;
    }

    /// <summary>The place of the + or - that begins the next term, or of whatever else ends this one.</summary>
    private int EndOfTerm(int start)
    {
        var nesting = 0;
        for (var at = start; at < tokens.Count; at++)
        {
            var kind = tokens[at].Kind;
            nesting += Statements.Nesting(kind);
            if (nesting < 0) return at;
            if (nesting > 0) continue;
            var isSign = kind is TokenKind.Plus or TokenKind.Minus && at > start && IsOperand(tokens[at - 1].Kind);
            if (isSign || kind is TokenKind.End or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon or TokenKind.If or TokenKind.Else or TokenKind.And or TokenKind.Or || ComparisonAt(kind) is not null) return at;
        }

        return tokens.Count - 1;
    }

    private static bool IsOperand(TokenKind kind) => kind is TokenKind.Number or TokenKind.Name or TokenKind.Superscript or TokenKind.Transpose or TokenKind.Prime
        or TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace or TokenKind.Bar;

    /// <summary>Whether an index stands in a term, but not as the index of another sum, which would give it its meaning.</summary>
    private bool UsesIndex(int start, int end, List<string> names)
    {
        for (var at = start; at < end; at++)
        {
            var token = tokens[at];
            if (token.Kind is TokenKind.SumSign or TokenKind.ProductSign || (token.Kind == TokenKind.Name && (token.Text.StartsWith("sum", StringComparison.Ordinal) || token.Text.StartsWith("prod", StringComparison.Ordinal)))) return false;
            if (token.Kind == TokenKind.Name && names.Exists(name => token.Text == name || IsSubscript(token.Text, name))) return true;
        }

        return false;
    }

    /// <summary>Whether the name of an index is among the subscripts of a word, as in x_i, w_ij and theta_y_i.</summary>
    private bool IsSubscript(string word, string index)
    {
        var underscore = word.IndexOf('_', StringComparison.Ordinal);
        if (underscore < 0 || IsKnown(word)) return false;
        return word[(underscore + 1)..].Split('_').Any(part => part == index || (index.Length == 1 && part.Length <= 2 && part.Contains(index, StringComparison.Ordinal)));
    }
}
