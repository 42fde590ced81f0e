using System.Diagnostics.CodeAnalysis;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class Parser
{
    private bool IsLocal(string name) => indices.Contains(name) || abbreviations.Contains(name);

    private bool IsKnown(string name) => IsLocal(name) || vocabulary.Declares(name);

    private bool IsKnownBase(string name) => IsLocal(name) || vocabulary.DeclaresBase(name);

    private bool IsFunction(string name) => !IsLocal(name) && vocabulary.IsFunction(name);

    /// <summary>Whatever starts with a name: a call, a sum, cases, an entry, a plain name, or several names written as one.</summary>
    private Syntax Named()
    {
        var token = Current;
        if (token.Text == Ones) return PlainName();
        if (MatchPhrase() is { } phrase) return phrase;
        if (JoinedWithBraces(token) is { } joined) return joined;
        if (LogarithmToBase(token) is { } logarithm) return logarithm;
        if (IsKnown(token.Text) && !IsFunction(token.Text) && LayerAfter(token.Text) is null) return PlainName();
        if (token.Text is "cases" && Peek(1).Kind == TokenKind.LeftParenthesis) return Cases();
        if (ProgramCall() is { } program) return program;
        if (StartsRepeated(token)) return NamedRepeated();
        if (JacobianOf(token.Text) is { } map) return Call(map, 1);
        if (token.Text == "D" && Peek(1).Kind == TokenKind.Name && vocabulary.Find(Peek(1).Text)?.Kind == SymbolKind.VectorMap) return DifferentialOf();
        if (DerivativeOf(token.Text) is { } activation) return Call(activation, 1);
        var isFunction = IsFunction(token.Text) && LayerAfter(token.Text) is null;
        if (isFunction && (!vocabulary.IsOpen || IsCalled() || FunctionSignature.IsUnmistakable(token.Text) || LatexCommands.IsFunctionAt(text, token))) return Call(token.Text, 0);
        return Resolved(token);
    }

    private Syntax.Name PlainName()
    {
        var token = tokens[position++];
        return new Syntax.Name(token.Text, token.Span);
    }

    private bool IsCalled()
    {
        var ahead = 1;
        while (Peek(ahead).Kind == TokenKind.Prime) ahead++;
        // sin^2 x is a power of a function, but s^2 x and sigma^2 x may well be variables.
        if (Current.Text is not ("s" or "sigma") && Peek(ahead).Kind == TokenKind.Caret && Peek(ahead + 1).Kind == TokenKind.Number) ahead += 2;
        return Peek(ahead).Kind is TokenKind.LeftParenthesis or TokenKind.Superscript or TokenKind.Name;
    }

    private Syntax? MatchPhrase()
    {
        foreach (var phrase in vocabulary.Phrases)
        {
            if (IsLocal(Current.Text) || !phrase.Fits(tokens.Count - position, word => Peek(word).Text)) continue;
            var start = Current.Span;
            var subscripts = phrase.IndicesIn(word => Peek(word).Text);
            position += phrase.Words.Count;
            return WithSubscripts(phrase.Symbol.Name, subscripts ?? "", start.Through(Previous.Span));
        }

        return null;
    }

    /// <summary>log_{2}(x); log_2(x) is one word.</summary>
    private Syntax? LogarithmToBase(Token token)
    {
        if (token.Text != "log" || IsKnown("log") || Peek(1).Kind != TokenKind.Underscore || Peek(2).Kind != TokenKind.LeftBrace) return null;
        if (Peek(3).Text is not ("2" or "10") || Peek(4).Kind != TokenKind.RightBrace) return null;
        var name = token with { Text = token.Text + Peek(3).Text, Span = token.Span.Through(Peek(4).Span) };
        tokens.RemoveRange(position + 1, 4);
        tokens[position] = name;
        return Call(name.Text, 0);
    }

    private string? JacobianOf(string name)
    {
        if (name[0] != 'J' || name.Length < 2 || IsKnown(name)) return null;
        var map = name[1] == '_' ? name[2..] : name[1..];
        return vocabulary.Find(map)?.Kind == SymbolKind.VectorMap ? map : null;
    }

    /// <summary>D Phi(z), as mathematicians write the Jacobian.</summary>
    private Syntax DifferentialOf()
    {
        position++;
        return Call(Current.Text, 1);
    }

    /// <summary>drelu(a), as programs and lecture notes name the derivative of an activation function.</summary>
    private string? DerivativeOf(string name) =>
        name is "drelu" or "dsigmoid" or "dtanh" or "dsoftplus" && !IsKnown(name) && Peek(1).Kind == TokenKind.LeftParenthesis ? name[1..] : null;

    private string? LayerAfter(string name) =>
        Vocabulary.LayerAt(tokens, position + 1) is var (layer, _) && IsKnownBase(Vocabulary.Layered(name, layer)) ? layer : null;

    /// <summary>The longest declared name that the word starts with, then its subscripts; else names written without space.</summary>
    private Syntax Resolved(Token token)
    {
        var layer = Vocabulary.LayerAt(tokens, position + 1);
        if (layer is var (mark, end) && !IsKnownBase(token.Text) && vocabulary.IsSize(token.Text + mark))
        {
            position = end;
            return new Syntax.Name(token.Text + mark, token.Span.Through(Previous.Span));
        }

        if (layer is var (digits, after) && CutWord(token.Text, digits) is var (layeredName, layeredRest))
        {
            position = after;
            return WithSubscripts(layeredName, layeredRest, token.Span.Through(Previous.Span));
        }

        if (CutWord(token.Text, null) is var (name, rest))
        {
            position++;
            return WithSubscripts(name, rest, token.Span);
        }

        if (!vocabulary.IsOpen && (SplitsIntoNames(token, out var pieces) || SplitsBehindIndex(token, out pieces)))
        {
            tokens.RemoveAt(position);
            tokens.InsertRange(position, pieces);
            return Named();
        }

        return PlainName();
    }

    private Syntax WithSubscripts(string name, string rest, SourceSpan span)
    {
        var source = new Syntax.Name(name, span);
        return rest.Length == 0 ? source : Bounded(new Syntax.Subscripted(source, SubscriptsOf(rest, span), span));
    }

    /// <summary>theta_{y} is theta_y and W_{1} is W1 where those are declared.</summary>
    private Syntax.Name? JoinedWithBraces(Token token)
    {
        if (!JoinsBraces(token.Text)) return null;
        var name = CutWord($"{token.Text}_{Peek(3).Text}", null)!.Value.Name;
        position += 5;
        return new Syntax.Name(name, token.Span.Through(Previous.Span));
    }

    private bool JoinsBraces(string stem) => Peek(1).Kind == TokenKind.Underscore && Peek(2).Kind == TokenKind.LeftBrace && Peek(4).Kind == TokenKind.RightBrace
        && Peek(3).Kind is TokenKind.Name or TokenKind.Number && CutWord($"{stem}_{Peek(3).Text}", null) is (_, "");

    /// <summary>
    /// Cuts a word into a declared name and the letters of its subscripts: delta2_j into delta2 and j, w_xh into itself.
    /// W_1 is W1 where there is no W.
    /// </summary>
    private (string Name, string Subscripts)? CutWord(string word, string? layer)
    {
        foreach (var end in Vocabulary.Cuts(word))
        {
            var stem = word[..end];
            var rest = end == word.Length ? "" : word[(end + 1)..];
            var name = layer is null ? stem : Vocabulary.Layered(stem, layer);
            if (rest.Length == 0 ? IsKnownBase(name) && !(layer is null && IsFunction(name)) : IsKnownBase(name) && AreSubscripts(rest)) return (name, rest);
            if (layer is null && end == word.Length && TryJoinDigits(word, out var joined)) return (joined, "");
        }

        return null;
    }

    private bool TryJoinDigits(string word, [NotNullWhen(true)] out string? joined)
    {
        joined = null;
        var underscore = word.LastIndexOf('_');
        if (underscore <= 0 || underscore == word.Length - 1 || !char.IsAsciiDigit(word[underscore + 1])) return false;
        if (IsKnownBase(word[..underscore]) && vocabulary.Find(word[..underscore])?.Shape is not Shape.ScalarShape) return false;
        var candidate = string.Concat(word.AsSpan(0, underscore), word.AsSpan(underscore + 1));
        if (!vocabulary.Declares(candidate)) return false;
        joined = candidate;
        return true;
    }

    /// <summary>In an open scope any subscript could be part of a new name, so only indices and numbers count.</summary>
    private bool AreSubscripts(string letters)
    {
        foreach (var part in letters.Split('_'))
        {
            if (part.Length == 0) return false;
            if (IsKnown(part) || IsNumber(part)) continue;
            foreach (var letter in part)
            {
                if (!char.IsAsciiDigit(letter) && !char.IsAsciiLetter(letter)) return false;
                if (part.Length > 1 && !char.IsAsciiDigit(letter) && !IsIndex(letter.ToString())) return false;
            }
        }

        return true;
    }

    private bool IsIndex(string name) => indices.Contains(name) || vocabulary.IsIndex(name);

    private static bool IsNumber(string part) => part.All(char.IsAsciiDigit);

    /// <summary>ij is i, j where both are indices and ij is no name; 12 stays a number until the shape is known.</summary>
    private EquatableList<Syntax> SubscriptsOf(string letters, SourceSpan span)
    {
        var subscripts = new List<Syntax>();
        foreach (var part in letters.Split('_'))
        {
            if (IsNumber(part)) subscripts.Add(new Syntax.Number(NumberReader.Parse(part), part, span));
            else if (IsKnown(part) || part.Length == 1) subscripts.Add(new Syntax.Name(part, span));
            else AddLetters(part, span, subscripts);
        }

        return subscripts.ToEquatableList();
    }

    private static void AddLetters(string part, SourceSpan span, List<Syntax> subscripts)
    {
        foreach (var letter in part)
        {
            var written = letter.ToString();
            subscripts.Add(char.IsAsciiDigit(letter) ? new Syntax.Number(letter - '0', written, span) : new Syntax.Name(written, span));
        }
    }

    /// <summary>After an underscore: a number, a name, {i,j} or (i+1).</summary>
    private EquatableList<Syntax> Subscripts()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return [Number()];
            case TokenKind.Name:
                position++;
                return SubscriptsOf(token.Text, token.Span);
            case TokenKind.LeftBrace:
                return SubscriptList(TokenKind.RightBrace, Messages.Expected.RightBrace);
            case TokenKind.LeftParenthesis:
                return SubscriptList(TokenKind.RightParenthesis, Messages.Expected.RightParenthesis);
            default:
                throw Unexpected(Messages.Expected.Subscript);
        }
    }

    private EquatableList<Syntax> BracketedSubscripts() => SubscriptList(TokenKind.RightBracket, Messages.Expected.CommaOrRightBracket);

    private EquatableList<Syntax> SubscriptList(TokenKind closing, string expected)
    {
        position++;
        var subscripts = new List<Syntax>();
        do
        {
            if (Current.Kind == TokenKind.Colon || (Current.Kind is TokenKind.Dot or TokenKind.Star && closing == TokenKind.RightBrace))
            {
                subscripts.Add(new Syntax.WholeAxis(tokens[position++].Span));
                if (Current.Kind != TokenKind.Comma && Current.Kind != closing) subscripts.Add(Inside());
            }
            else if (IsKnown(Current.Text) && Peek(1).Kind is TokenKind.Colon or TokenKind.Dot or TokenKind.Star && Peek(2).Kind == closing)
            {
                subscripts.Add(PlainName());
                subscripts.Add(new Syntax.WholeAxis(tokens[position++].Span));
            }
            else if (Current.Kind == TokenKind.Name && !IsKnown(Current.Text) && Current.Text.Length > 1 && closing == TokenKind.RightBrace && AreSubscripts(Current.Text) && CutWord(Current.Text, null) is null) subscripts.AddRange(SubscriptsOf(Current.Text, tokens[position++].Span));
            else subscripts.Add(Inside());
        }
        while (Accept(TokenKind.Comma));
        Expect(closing, expected);
        return subscripts.ToEquatableList();
    }
}
