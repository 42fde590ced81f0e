using Formulas.Text;

namespace Formulas.Parsing;

internal enum TokenKind
{
    Number,
    Name,
    Superscript,
    Plus,
    Minus,
    Star,
    Slash,
    Caret,
    Dot,
    Entrywise,
    EntrywisePower,
    Root,
    SumSign,
    ProductSign,
    Transpose,
    Prime,
    Underscore,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Bar,
    Comma,
    Colon,
    Semicolon,
    Newline,
    Assign,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    Not,
    If,
    Then,
    Else,
    Question,
    In,
    Ellipsis,
    Where,
    End,
}

/// <summary>A word of the text. Both notations come down to these, so there is one parser.</summary>
/// <param name="Text">Normalised: Greek letters by name, digits of superscripts as plain digits; otherwise as written.</param>
/// <param name="SpaceBefore">True where white space stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, SourceSpan Span, bool SpaceBefore)
{
    public bool Touches(Token previous) => !SpaceBefore && Span.Start >= previous.Span.Start;
}
