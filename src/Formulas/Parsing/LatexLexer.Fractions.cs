using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class LatexLexer
{
    private void ReadFraction(int start)
    {
        var above = ReadArgument();
        var middle = position;
        var below = ReadArgument();
        var span = SourceSpan.Between(start, position);
        var isDerivative = LatexRewriting.IsDifferential(above, vocabulary) && LatexRewriting.IsDifferential(below, vocabulary);
        if (isDerivative && !(below is [{ Text: "d" }]))
        {
            AddDerivative(LatexRewriting.JoinDifferentials(above), LatexRewriting.JoinDifferentials(below), span);
            return;
        }

        RefuseMixedNumber(above, below, span);
        AddAt(TokenKind.LeftParenthesis, "(", new SourceSpan(start, 1));
        AddPart(above, SourceSpan.Between(start, middle));
        AddAt(TokenKind.Slash, "/", new SourceSpan(middle, 0));
        AddPart(below, SourceSpan.Between(middle, position));
        AddAt(TokenKind.RightParenthesis, ")", new SourceSpan(position, 0));
    }

    /// <summary>2\frac{1}{2} could be one or two and a half.</summary>
    private void RefuseMixedNumber(List<Token> above, List<Token> below, SourceSpan span)
    {
        var isNumber = above is [{ Kind: TokenKind.Number }] && below is [{ Kind: TokenKind.Number }];
        if (!isNumber || tokens.Count == 0 || tokens[^1].Kind != TokenKind.Number || !tokens[^1].Text.All(char.IsAsciiDigit)) return;
        if (tokens.Count > 1 && tokens[^2].Kind is TokenKind.Caret or TokenKind.Underscore) return;
        throw new Refusal(Messages.NumberAfterNumber(tokens[^1].Text, text.Substring(span.Start, span.Length), tokens[^1].Span.Through(span)));
    }

    /// <summary>A number or name needs no brackets, so that deep fractions stay shallow.</summary>
    private void AddPart(List<Token> part, SourceSpan span)
    {
        if (part is [{ Kind: TokenKind.Number }]) tokens.Add(part[0]);
        else AddEnclosed(part, part.Count > 0 ? part[0].Span.Through(part[^1].Span) : span, TokenKind.LeftParenthesis);
    }

    /// <summary>
    /// dg/dz is g'(z) and dPhi/dz its Jacobian where the exercise declares these as functions. Any other derivative stays a
    /// quotient without brackets, which a left side or a spelling of the exercise may be.
    /// </summary>
    private void AddDerivative(List<Token> above, List<Token> below, SourceSpan span)
    {
        List<Token> whole = [.. above, new Token(TokenKind.Slash, "/", new SourceSpan(span.Start, 1), false), .. below];
        if (!vocabulary.IsSpelled(whole) && DifferentiatedFunction(above, below) is { } function)
        {
            var isMap = vocabulary.Find(function)?.Kind == SymbolKind.VectorMap;
            var argument = Variable(below);
            AddAt(TokenKind.Name, isMap ? "J_" + function : function, span);
            if (!isMap) AddAt(TokenKind.Prime, "'", span);
            AddEnclosed(argument, span, TokenKind.LeftParenthesis);
            return;
        }

        whole[0] = whole[0] with { Span = whole[0].Span.Through(new SourceSpan(span.Start, 0)) };
        whole[^1] = whole[^1] with { Span = whole[^1].Span.Through(new SourceSpan(span.End, 0)) };
        tokens.AddRange(whole);
        spaceBefore = false;
    }

    private static List<Token> Variable(List<Token> below) => [below[0] with { Text = below[0].Text[1..] }, .. below.Skip(1)];

    /// <summary>The f of df/dz or df(z)/dz, where f is a function of just that variable; null for a chain such as dg(2z)/dz.</summary>
    private string? DifferentiatedFunction(List<Token> above, List<Token> below)
    {
        if (below[0].Text.Length == 1) return null;
        var name = above[0].Text[1..];
        var hasArgument = above.Count > 1;
        if (hasArgument && !TakesVariable(above, Variable(below))) return null;
        if (vocabulary.Find(name) is { } symbol) return symbol.Kind is SymbolKind.ScalarFunction or SymbolKind.VectorMap ? name : null;
        return hasArgument && vocabulary.IsFunction(name) ? name : null;
    }

    private static bool TakesVariable(List<Token> call, List<Token> variable) =>
        call.Count == variable.Count + 3 && call[1].Kind == TokenKind.LeftParenthesis && call[^1].Kind == TokenKind.RightParenthesis
            && call.Skip(2).SkipLast(1).Select(token => token.Text).SequenceEqual(variable.Select(token => token.Text), StringComparer.Ordinal);

    /// <summary>\sqrt{x} is sqrt(x), \sqrt[3]{x} is x^(1/3).</summary>
    private void ReadRoot(int start)
    {
        SkipSpaces();
        var degree = Current == '[' ? ReadInside(Until.Bracket, Messages.Expected.RightBracket) : [];
        var radicand = ReadArgument();
        var span = SourceSpan.Between(start, position);
        if (degree.Count == 0 || degree is [{ Kind: TokenKind.Number, Text: "2" }])
        {
            AddAt(TokenKind.Name, "sqrt", new SourceSpan(start, Math.Min(5, span.Length)));
            AddEnclosed(radicand, span, TokenKind.LeftParenthesis);
            return;
        }

        AddAt(TokenKind.LeftParenthesis, "(", span);
        AddEnclosed(radicand, span, TokenKind.LeftParenthesis);
        AddAt(TokenKind.Caret, "^", span);
        AddAt(TokenKind.LeftBrace, "{", span);
        AddAt(TokenKind.Number, "1", span);
        AddAt(TokenKind.Slash, "/", span);
        AddEnclosed(degree, span, TokenKind.LeftParenthesis);
        AddAt(TokenKind.RightBrace, "}", span);
        AddAt(TokenKind.RightParenthesis, ")", span);
    }
}
