using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class LatexLexer
{
    /// <summary>
    /// Superscripts and subscripts in either order. Indices come before a power, and a layer mark that the exercise declares
    /// before indices: x^2_i is x_i^2, and w_{ij}^{(2)} is w^(2)_{ij}.
    /// </summary>
    private void ReadScripts()
    {
        List<Token>? below = null;
        List<Token>? above = null;
        var belowFirst = Current == '_';
        var start = position;
        if (Current == '^' && At(position + 1) is '\'' or '′' or '’')
        {
            Skip(1);
            return;
        }

        while (ScriptAhead(below is null, above is null) is { } mark)
        {
            if (StartsArgument(mark + 1))
            {
                position = mark + 1;
                if (text[mark] == '_') below = ReadBelow();
                else above = ReadAbove();
            }
            else if (below is null && above is null)
            {
                Add(text[position] == '_' ? TokenKind.Underscore : TokenKind.Caret, text[position].ToString(), 1);
                return;
            }
            else
            {
                break;
            }
        }

        AddScripts(below ?? [], above ?? [], belowFirst, SourceSpan.Between(start, position));
        spaceBefore = false;
    }

    private void AddScripts(List<Token> below, List<Token> above, bool belowFirst, SourceSpan span)
    {
        var layerLength = LayerLength(above);
        var layerFirst = layerLength > 0 && (!belowFirst || IsDeclaredLayer(above));
        var aboveFirst = !layerFirst && !belowFirst && below.Count > 0 && IsTransposedMatrix(above);
        if (layerFirst) AddLayer(above, layerLength, span);
        if (aboveFirst) AddAbove(above, span);
        if (below.Count > 0) AddBelow(below, span);
        if (layerFirst || aboveFirst)
        {
            if (layerFirst) AddAfterLayer(above, layerLength);
        }
        else if (layerLength > 0)
        {
            AddLayer(above, layerLength, span);
            AddAfterLayer(above, layerLength);
        }
        else if (above.Count > 0)
        {
            AddAbove(above, span);
        }
    }

    /// <summary>The place of a ^ or _ that belongs to the same base; null where none follows.</summary>
    private int? ScriptAhead(bool mayBeBelow, bool mayBeAbove)
    {
        var ahead = position;
        while (At(ahead) is ' ' or '~') ahead++;
        return (At(ahead) == '_' && mayBeBelow) || (At(ahead) == '^' && mayBeAbove) ? ahead : null;
    }

    private bool StartsArgument(int place)
    {
        while (At(place) is ' ') place++;
        if (At(place) == '\\') return string.CompareOrdinal(text, place, "\\left", 0, 5) != 0 || char.IsAsciiLetter(At(place + 5));
        return At(place) == '{' || char.IsAsciiLetterOrDigit(At(place)) || IsGreekName(place);
    }

    private bool AfterSumSign => tokens.Count > 0 && tokens[^1].Kind is TokenKind.SumSign or TokenKind.ProductSign;

    private List<Token> ReadBelow()
    {
        SkipSpaces();
        if (!char.IsAsciiLetterOrDigit(Current)) return ReadArgument();
        var start = position;
        var stem = tokens.Count > 0 && tokens[^1].Kind == TokenKind.Name ? tokens[^1].Text : "";
        if (AfterSumSign || SimpleSubscript(stem, position) is not var (subscript, after)) return ReadArgument();
        position = after;
        var kind = subscript.All(char.IsAsciiDigit) ? TokenKind.Number : TokenKind.Name;
        return [new Token(kind, subscript, SourceSpan.Between(start, after), false)];
    }

    /// <summary>Without braces a letter or number is taken as in calculator notation, x^10 and e^x_i, but of ^Tx only the T.</summary>
    private List<Token> ReadAbove()
    {
        SkipSpaces();
        var isWord = char.IsAsciiLetterOrDigit(Current) || IsGreekName(position);
        if (!isWord || AfterSumSign || (Current == 'T' && !vocabulary.Declares("T"))) return ReadArgument();
        if (char.IsAsciiLetter(Current) && EndsAfterLetter()) return ReadArgument();
        var outer = tokens;
        tokens = [];
        if (char.IsAsciiDigit(Current)) ReadCharacter();
        else ReadWord();
        var above = tokens;
        tokens = outer;
        return above;
    }

    /// <summary>Whether several letters stand here that are no name together, though the first is one.</summary>
    private bool EndsAfterLetter()
    {
        var end = position;
        while (char.IsAsciiLetterOrDigit(At(end))) end++;
        var run = text[position..end];
        return run.Length > 1 && !vocabulary.Declares(run) && !vocabulary.IsFunction(run) && vocabulary.Declares(run[..1]);
    }

    private void AddBelow(List<Token> below, SourceSpan span)
    {
        var isWord = below is [{ Kind: TokenKind.Name or TokenKind.Number }];
        var last = tokens.Count > 0 ? tokens[^1] : default;
        if (last.Text == "log" && LatexCommands.IsFunctionAt(text, last) && below is [{ Text: "2" or "10" or "e" } toBase])
        {
            tokens[^1] = last with { Text = toBase.Text == "e" ? "ln" : last.Text + toBase.Text, Span = last.Span.Through(span) };
            return;
        }

        if (LatexCommands.IsFunctionAt(text, last)) throw new Refusal(Messages.NotCalculable("\\" + last.Text, "is not read with an index", last.Span.Through(span)));
        if (isWord && tokens.Count > 0 && last.Kind == TokenKind.Name && JoinsBase(last.Text, below[0].Text))
        {
            tokens[^1] = last with { Text = $"{last.Text}_{below[0].Text}", Span = last.Span.Through(span) };
            return;
        }

        AddAt(TokenKind.Underscore, "_", new SourceSpan(span.Start, Math.Min(1, span.Length)));
        if (isWord && last.Kind == TokenKind.Bar) tokens.Add(below[0]);
        else AddEnclosed(below, span, TokenKind.LeftBrace);
    }

    private bool JoinsBase(string stem, string subscript) =>
        vocabulary.IsOpen || vocabulary.DeclaresBase(stem) || vocabulary.StartsPhrase(stem) || stem is "J" or "nabla"
            || subscript.Length > 2 || !subscript.All(letter => Alphabet.IsIndexLetter(letter) || char.IsAsciiDigit(letter));

    private void AddAbove(List<Token> above, SourceSpan span)
    {
        if (above is [var only] && IsTranspose(only)) AddAt(TokenKind.Transpose, "^T", span);
        else if (above.All(token => token.Kind == TokenKind.Prime)) tokens.AddRange(above);
        else if (above is [{ Kind: TokenKind.Minus }, var transpose] && IsTranspose(transpose))
        {
            AddAt(TokenKind.Transpose, "^T", span);
            AddAt(TokenKind.Superscript, "-1", span);
        }
        else if (above is [{ Kind: TokenKind.Entrywise }, _, ..])
        {
            AddAt(TokenKind.EntrywisePower, ".^", new SourceSpan(span.Start, Math.Min(1, span.Length)));
            AddEnclosed(above[1..], span, TokenKind.LeftBrace);
        }
        else
        {
            AddAt(TokenKind.Caret, "^", new SourceSpan(span.Start, Math.Min(1, span.Length)));
            if (above is [{ Kind: TokenKind.Number }]) tokens.Add(above[0]);
            else AddEnclosed(above, span, TokenKind.LeftBrace);
        }
    }

    private bool IsTranspose(Token token) =>
        token.Kind == TokenKind.Transpose || (token is { Kind: TokenKind.Name, Text: "T" or "top" } && !vocabulary.Declares(token.Text));

    private bool IsTransposedMatrix(List<Token> above) =>
        above is [var only] && IsTranspose(only) && tokens.Count > 0 && tokens[^1].Kind == TokenKind.Name
            && vocabulary.Find(tokens[^1].Text)?.Shape is Shape.MatrixShape && vocabulary.FindIndexed(tokens[^1].Text) is null;

    /// <summary>How many tokens of a superscript are a layer mark such as (1); 0 where it is another superscript.</summary>
    private int LayerLength(List<Token> above)
    {
        if (MarkAt(above) is not var (_, after)) return 0;
        for (var at = after - 1; at < above.Count; at++)
        {
            if (!IsTranspose(above[at]) && above[at].Kind is not (TokenKind.Prime or TokenKind.Comma)) return 0;
        }

        return after - 1;
    }

    private static (string Layer, int After)? MarkAt(List<Token> above) =>
        Vocabulary.LayerAt([new Token(TokenKind.Caret, "^", default, false), .. above], 0);

    private bool IsDeclaredLayer(List<Token> above)
    {
        if (MarkAt(above) is not var (layer, _) || tokens.Count == 0 || tokens[^1].Kind != TokenKind.Name) return false;
        var word = tokens[^1].Text;
        foreach (var end in Vocabulary.Cuts(word))
        {
            if (vocabulary.DeclaresBase(Vocabulary.Layered(word[..end], layer))) return true;
        }

        return false;
    }

    private void AddLayer(List<Token> above, int length, SourceSpan span)
    {
        AddAt(TokenKind.Caret, "^", new SourceSpan(span.Start, Math.Min(1, span.Length)));
        tokens.AddRange(above.Take(length));
    }

    private void AddAfterLayer(List<Token> above, int length)
    {
        foreach (var token in above.Skip(length))
        {
            if (IsTranspose(token)) AddAt(TokenKind.Transpose, "^T", token.Span);
            else if (token.Kind == TokenKind.Prime) tokens.Add(token);
        }
    }
}
