using System.Text;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>
/// Cuts LaTeX, with calculator notation freely mixed in, into the tokens of calculator notation: a fraction becomes a
/// quotient in brackets, cases become cases(...), a layer mark comes before the indices. So one parser reads both.
/// What it does not own, single characters and numbers, it leaves to <see cref="CalculatorLexer"/>.
/// </summary>
internal sealed partial class LatexLexer
{
    private readonly string text;
    private readonly Vocabulary vocabulary;
    private readonly CalculatorLexer characters;
    private readonly Stack<TokenKind> closers = new();
    private List<Token> tokens = [];
    private int position;
    private int depth;
    private int aligned;
    private bool spaceBefore;

    private LatexLexer(string text, Vocabulary vocabulary)
    {
        this.text = text;
        this.vocabulary = vocabulary;
        characters = new CalculatorLexer(text);
    }

    /// <summary>Where a run of items ends.</summary>
    private enum Until
    {
        EndOfText,
        Brace,
        Bracket,
        Cell,
    }

    /// <returns>The tokens, the last of which is <see cref="TokenKind.End"/>.</returns>
    /// <exception cref="Refusal">A character or command that has no meaning in a formula.</exception>
    public static List<Token> Read(string text, Vocabulary vocabulary)
    {
        var lexer = new LatexLexer(text, vocabulary);
        lexer.ReadItems(Until.EndOfText);
        var tokens = LatexRewriting.Finish(lexer.tokens, vocabulary);
        tokens.Add(new Token(TokenKind.End, "", new SourceSpan(text.Length, 0), lexer.spaceBefore));
        return tokens;
    }

    private char At(int place) => place < text.Length ? text[place] : '\0';

    private char Current => At(position);

    private bool Follows(string word) => string.CompareOrdinal(text, position, word, 0, word.Length) == 0;

    private void ReadItems(Until until)
    {
        while (position < text.Length && !IsAtEnd(until)) ReadItem(until);
    }

    private bool IsAtEnd(Until until) => until switch
    {
        Until.Brace => Current == '}',
        Until.Bracket => Current == ']',
        Until.Cell => Current == '&' || (Current == '\\' && (At(position + 1) == '\\' || Follows("\\end") || Follows("\\cr"))),
        _ => false,
    };

    private void ReadItem(Until until)
    {
        var character = Current;
        if (character is '\n' or '\r' && until == Until.EndOfText && aligned == 0 && closers.Count == 0) Add(TokenKind.Newline, "\n", 1);
        else if (char.IsWhiteSpace(character) || character is '~' or '\u200b' or '\ufeff' or '\u2062') Skip(1);
        else if (character == '$') ReadDollar();
        else if (character == '\\') ReadCommand();
        else if (character is '^' or '_') ReadScripts();
        else if (character == '{') ReadBrace();
        else if (character == '&' && aligned > 0) Skip(1);
        else if (character is '(' or '[' or ')' or ']' or '}') ReadBracket(character);
        else if (Alphabet.IsLetter(character) || IsGreekName(position)) ReadWord();
        else ReadCharacter();
    }

    private bool IsGreekName(int place) => Alphabet.GreekName(At(place)) is not null && !(At(place) is 'Σ' or 'Π' && At(place + 1) is '_' or 'ᵢ' or 'ⱼ' or 'ₖ');

    private void Skip(int length)
    {
        position += length;
        spaceBefore = true;
    }

    private void SkipSpaces()
    {
        while (position < text.Length && (char.IsWhiteSpace(Current) || Current == '~')) Skip(1);
    }

    private void Add(TokenKind kind, string normal, int length)
    {
        tokens.Add(new Token(kind, normal, SourceSpan.Between(position, Math.Min(text.Length, position + length)), spaceBefore));
        position = Math.Min(text.Length, position + length);
        spaceBefore = false;
    }

    private void AddAt(TokenKind kind, string normal, SourceSpan span)
    {
        tokens.Add(new Token(kind, normal, span, spaceBefore));
        spaceBefore = false;
    }

    private void ReadCharacter()
    {
        position = characters.ReadAt(position, spaceBefore, tokens);
        spaceBefore = false;
    }

    /// <summary>Dollars only mark mathematics; between two formulas with nothing else they end a line.</summary>
    private void ReadDollar()
    {
        if (text.AsSpan().Count('$') % 2 == 1) throw new Refusal(Messages.UnknownCharacter("$", new SourceSpan(position, 1)));
        while (Current == '$') Skip(1);
        var ahead = position;
        while (ahead < text.Length && char.IsWhiteSpace(text[ahead])) ahead++;
        if (ahead > position && At(ahead) == '$' && tokens.Count > 0) Add(TokenKind.Newline, "\n", 0);
    }

    /// <summary>Brackets keep account of what must close them, for 1(...) and 1\{...\} stand for 1[...].</summary>
    private void ReadBracket(char character)
    {
        switch (character)
        {
            case '(' or '[':
                Open(character == '(' ? TokenKind.LeftParenthesis : TokenKind.LeftBracket, 1);
                break;
            case ')' or ']':
                Close(character == ')' ? TokenKind.RightParenthesis : TokenKind.RightBracket, 1);
                break;
            default:
                Add(TokenKind.RightBrace, "}", 1);
                break;
        }
    }

    private void Open(TokenKind kind, int length)
    {
        var (text, closer) = kind switch
        {
            TokenKind.LeftBracket => ("[", TokenKind.RightBracket),
            TokenKind.LeftBrace => ("{", TokenKind.RightBrace),
            _ => ("(", TokenKind.RightParenthesis),
        };
        closers.Push(closer);
        Add(kind, text, length);
    }

    private void Close(TokenKind kind, int length)
    {
        if (closers.TryPop(out var expected) && expected == TokenKind.End) closers.TryPop(out expected);
        if (expected == TokenKind.RightBrace) kind = expected;
        Add(kind, kind switch { TokenKind.RightBracket => "]", TokenKind.RightBrace => "}", _ => ")" }, length);
    }

    /// <summary>Braces group; 1{...} is an indicator, as in calculator notation, and {,} a comma without space.</summary>
    private void ReadBrace()
    {
        if (Follows("{,}"))
        {
            Add(TokenKind.Comma, ",", 3);
            return;
        }

        var start = position;
        var isIndicator = tokens.Count > 0 && tokens[^1] is { Kind: TokenKind.Number, Text: "1" };
        var group = ReadGroup();
        if (group.Count == 0 && !isIndicator) return;
        if (!isIndicator && group is [{ Kind: TokenKind.Name or TokenKind.Number }]) tokens.Add(group[0]);
        else AddEnclosed(group, SourceSpan.Between(start, position), isIndicator ? TokenKind.LeftBrace : TokenKind.LeftParenthesis);
    }

    private void AddEnclosed(List<Token> group, SourceSpan span, TokenKind open)
    {
        var isBrace = open == TokenKind.LeftBrace;
        // Deep nesting copies the tokens of each level into the next.
        tokens.EnsureCapacity(tokens.Count + group.Count + 8);
        AddAt(open, isBrace ? "{" : "(", new SourceSpan(span.Start, Math.Min(1, span.Length)));
        tokens.AddRange(group);
        AddAt(isBrace ? TokenKind.RightBrace : TokenKind.RightParenthesis, isBrace ? "}" : ")", new SourceSpan(Math.Max(span.Start, span.End - 1), Math.Min(1, span.Length)));
    }

    /// <summary>What stands in the braces that open here; the position moves behind them.</summary>
    private List<Token> ReadGroup() => ReadInside(Until.Brace, Messages.Expected.RightBrace);

    private List<Token> ReadInside(Until until, string expected)
    {
        if (++depth > Parser.DepthLimit) throw new Refusal(Messages.TooDeep(Parser.DepthLimit, new SourceSpan(position, 1)));
        var outer = tokens;
        tokens = [];
        var open = position++;
        ReadItems(until);
        if (position >= text.Length) throw new Refusal(Messages.NotClosed(text[open].ToString(), expected, new SourceSpan(open, 1)));
        position++;
        depth--;
        var inside = tokens;
        tokens = outer;
        spaceBefore = false;
        return inside;
    }

    /// <summary>An argument of a command: a group, or the next digit, letter or command.</summary>
    private List<Token> ReadArgument()
    {
        SkipSpaces();
        if (position >= text.Length) throw new Refusal(Messages.ArgumentMissing(new SourceSpan(text.Length, 0)));
        if (Current == '{') return ReadGroup();
        if (++depth > Parser.DepthLimit) throw new Refusal(Messages.TooDeep(Parser.DepthLimit, new SourceSpan(position, 1)));
        var outer = tokens;
        tokens = [];
        if (char.IsAsciiDigit(Current)) Add(TokenKind.Number, Current.ToString(), 1);
        else if (char.IsAsciiLetter(Current)) Add(TokenKind.Name, Current.ToString(), 1);
        else if (Current == '\\') ReadCommand();
        else if (IsGreekName(position)) Add(TokenKind.Name, Alphabet.GreekName(Current)!, 1);
        else if (Current is '}' or ')' or ']' or '&') throw new Refusal(Messages.Unexpected(Current.ToString(), Messages.Expected.Operand, new SourceSpan(position, 1)));
        else ReadCharacter();
        depth--;
        var argument = tokens;
        tokens = outer;
        return argument;
    }
}
