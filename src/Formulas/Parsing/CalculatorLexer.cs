using System.Globalization;
using System.Text;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>
/// Cuts calculator notation, ASCII and Unicode, into tokens. A name runs over letters, digits and inner underscores;
/// what it stands for (an entry, a product of names) is decided later, where the declared names are known.
/// </summary>
internal sealed class CalculatorLexer
{
    private readonly string text;
    private List<Token> tokens = [];
    private int position;
    private bool spaceBefore;

    public CalculatorLexer(string text) => this.text = text;

    /// <returns>The tokens, the last of which is <see cref="TokenKind.End"/>.</returns>
    /// <exception cref="Refusal">A character that has no meaning in a formula.</exception>
    public static List<Token> Read(string text)
    {
        var lexer = new CalculatorLexer(text);
        lexer.ReadAll();
        return lexer.tokens;
    }

    /// <summary>Reads the one token, or few that belong together, that starts at a place, and adds it.</summary>
    /// <returns>The place after it.</returns>
    /// <exception cref="Refusal">A character that has no meaning in a formula.</exception>
    public int ReadAt(int start, bool afterSpace, List<Token> into)
    {
        (position, spaceBefore, tokens) = (start, afterSpace, into);
        ReadToken(text[start]);
        return position;
    }

    /// <summary>The token of a word: a name, unless the word is and, or, not, if, else, otherwise or where.</summary>
    public static Token Word(string word, SourceSpan span, bool spaceBefore) => new(WordKind(word), word, span, spaceBefore);

    private char Current => position < text.Length ? text[position] : '\0';

    private char At(int ahead) => position + ahead < text.Length ? text[position + ahead] : '\0';

    private void ReadAll()
    {
        while (position < text.Length)
        {
            var character = text[position];
            if (character is '\n' or '\r')
            {
                Add(TokenKind.Newline, "\n", 1);
                spaceBefore = true;
            }
            else if (char.IsWhiteSpace(character) || character is '\u200b' or '\ufeff' or '\u2062')
            {
                position++;
                spaceBefore = true;
            }
            else
            {
                ReadToken(character);
                spaceBefore = false;
            }
        }

        tokens.Add(new Token(TokenKind.End, "", new SourceSpan(text.Length, 0), spaceBefore));
    }

    private void ReadToken(char character)
    {
        if (char.IsAsciiDigit(character) || (character == '.' && char.IsAsciiDigit(At(1)))) ReadNumber();
        else if (character is 'Σ' or 'Π' && At(1) is '_' or 'ᵢ' or 'ⱼ' or 'ₖ') Add(character == 'Σ' ? TokenKind.SumSign : TokenKind.ProductSign, character.ToString(), 1);
        else if (Alphabet.IsLetter(character) || Alphabet.GreekName(character) is not null) ReadName();
        else if (Alphabet.Superscript(character) is not null) ReadSuperscript();
        else if (Alphabet.Subscript(character) is not null) ReadSubscript();
        else if (Alphabet.Pair(character, At(1)) is { } pair) Add(pair, text.Substring(position, 2), 2);
        else if (character == '.' && At(1) == '.' && At(2) == '.') Add(TokenKind.Ellipsis, "...", 3);
        else if (character == '.') ReadDot();
        else if (character == '^' && At(1) is '\'' or '′' or '″') position++;
        else if (character is '‖' or '∥') ReadDoubleBar();
        else if (character == '″') ReadDoublePrime();
        else if (character is '⟨' or '〈') ReadInnerProduct();
        else if (character is '⟩' or '〉') Add(TokenKind.RightParenthesis, ")", 1);
        else if (Alphabet.Sign(character) is { } sign) Add(sign, character.ToString(), 1);
        else throw new Refusal(Messages.UnknownCharacter(UnknownAt(position), new SourceSpan(position, char.IsSurrogatePair(character, At(1)) ? 2 : 1)));
    }

    private string UnknownAt(int start) => char.IsSurrogatePair(text[start], At(1)) ? text.Substring(start, 2) : text[start].ToString();

    private void Add(TokenKind kind, string normal, int length)
    {
        tokens.Add(new Token(kind, normal, new SourceSpan(position, length), spaceBefore));
        position += length;
    }

    private void ReadNumber()
    {
        var start = position;
        while (char.IsAsciiDigit(Current)) position++;
        if (Current == '.' && char.IsAsciiDigit(At(1)))
        {
            position++;
            while (char.IsAsciiDigit(Current)) position++;
        }
        else if (Current == '.' && At(1) is not ('*' or '/' or ' ' or '(' or '.') && !Alphabet.IsLetter(At(1)) && Alphabet.GreekName(At(1)) is null)
        {
            position++;
        }

        if (Current is 'e' or 'E')
        {
            var sign = At(1) is '+' or '-' or '−' ? 1 : 0;
            if (char.IsAsciiDigit(At(1 + sign)))
            {
                position += 1 + sign;
                while (char.IsAsciiDigit(Current)) position++;
            }
        }

        tokens.Add(new Token(TokenKind.Number, text[start..position].Replace('−', '-'), SourceSpan.Between(start, position), spaceBefore));
    }

    private void ReadName()
    {
        var start = position;
        var name = new StringBuilder();
        ReadNamePart(name);
        while (true)
        {
            if (Current == '_' && (Alphabet.IsLetter(At(1)) || char.IsAsciiDigit(At(1)) || Alphabet.GreekName(At(1)) is not null))
            {
                position++;
                name.Append('_');
                ReadNamePart(name);
            }
            else if (Alphabet.Subscript(Current) is not null)
            {
                name.Append('_');
                ReadSubscriptCharacters(name);
            }
            else
            {
                break;
            }
        }

        AddName(name.ToString(), start);
    }

    /// <summary>A Greek letter is a name by itself, so that ηx is a product and not an unknown name etax.</summary>
    private void ReadNamePart(StringBuilder name)
    {
        if (Alphabet.GreekName(Current) is { } greek)
        {
            name.Append(greek);
            position++;
            while (char.IsAsciiDigit(Current)) name.Append(text[position++]);
            return;
        }

        while (Alphabet.IsLetter(Current) || char.IsAsciiDigit(Current))
        {
            name.Append(Current == '∂' ? 'd' : Current);
            position++;
            if (name[^1] == 'd' && name.Length == 1 && Alphabet.GreekName(Current) is { } greekVariable && text[position - 1] == '∂')
            {
                name.Append(greekVariable);
                position++;
            }
        }
    }

    private void ReadSubscript()
    {
        var start = position;
        var name = new StringBuilder();
        ReadSubscriptCharacters(name);
        tokens.Add(new Token(TokenKind.Underscore, "_", new SourceSpan(start, 0), spaceBefore));
        spaceBefore = false;
        var kind = name.ToString().All(char.IsAsciiDigit) ? TokenKind.Number : TokenKind.Name;
        tokens.Add(new Token(kind, name.ToString(), SourceSpan.Between(start, position), false));
    }

    private void ReadSubscriptCharacters(StringBuilder name)
    {
        while (Alphabet.Subscript(Current) is { } plain)
        {
            name.Append(plain);
            position++;
        }
    }

    /// <summary>x² is a power; x⁽¹⁾ is written out as x^(1), because it may be a layer.</summary>
    private void ReadSuperscript()
    {
        var start = position;
        var plain = new StringBuilder();
        while (Alphabet.Superscript(Current) is { } character)
        {
            plain.Append(character);
            position++;
        }

        var span = SourceSpan.Between(start, position);
        var written = plain.ToString();
        if (written.Length > 2 && written[0] == '(' && written[^1] == ')' && written[1..^1].All(char.IsAsciiDigit))
        {
            tokens.Add(new Token(TokenKind.Caret, "^", new SourceSpan(start, 0), spaceBefore));
            tokens.Add(new Token(TokenKind.LeftParenthesis, "(", new SourceSpan(start, 1), false));
            tokens.Add(new Token(TokenKind.Number, written[1..^1], SourceSpan.Between(start + 1, position - 1), false));
            tokens.Add(new Token(TokenKind.RightParenthesis, ")", new SourceSpan(position - 1, 1), false));
        }
        else if (int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            tokens.Add(new Token(TokenKind.Superscript, written, span, spaceBefore));
        }
        else
        {
            throw new Refusal(Messages.UnknownCharacter(text[start..position], span));
        }
    }

    /// <summary>A dot that is no decimal point: .T on something that ends here is a transpose, any other is a dot product.</summary>
    private void ReadDot()
    {
        var transposes = At(1) == 'T' && !spaceBefore && tokens.Count > 0 && !Alphabet.IsLetter(At(2)) && !char.IsAsciiDigit(At(2)) && At(2) != '_';
        if (transposes) Add(TokenKind.Transpose, ".T", 2);
        else Add(TokenKind.Dot, ".", 1);
    }

    private void ReadDoubleBar()
    {
        tokens.Add(new Token(TokenKind.Bar, "|", new SourceSpan(position, 1), spaceBefore));
        tokens.Add(new Token(TokenKind.Bar, "|", new SourceSpan(position + 1, 0), false));
        position++;
    }

    /// <summary>⟨a, b⟩ is dot(a, b).</summary>
    private void ReadInnerProduct()
    {
        tokens.Add(new Token(TokenKind.Name, "dot", new SourceSpan(position, 0), spaceBefore));
        tokens.Add(new Token(TokenKind.LeftParenthesis, "(", new SourceSpan(position, 1), false));
        position++;
    }

    private void ReadDoublePrime()
    {
        tokens.Add(new Token(TokenKind.Prime, "'", new SourceSpan(position, 1), spaceBefore));
        tokens.Add(new Token(TokenKind.Prime, "'", new SourceSpan(position + 1, 0), false));
        position++;
    }

    private void AddName(string name, int start) => tokens.Add(Word(name, SourceSpan.Between(start, position), spaceBefore));

    private static TokenKind WordKind(string name) => name switch
    {
        "and" => TokenKind.And,
        "or" => TokenKind.Or,
        "not" => TokenKind.Not,
        "if" or "when" or "for" => TokenKind.If,
        "then" => TokenKind.Then,
        "else" or "otherwise" => TokenKind.Else,
        "where" => TokenKind.Where,
        _ => TokenKind.Name,
    };
}
