using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>
/// Recursive descent over the tokens of one statement, a method per grammar rule:
/// <code>
/// expression  = disjunction ["if" disjunction {separator disjunction "if" disjunction} ["else" expression]] | "if" disjunction ("then" | ":") ...
/// disjunction = conjunction {"or" conjunction}
/// conjunction = negation {"and" negation}
/// negation    = "not" negation | comparison
/// comparison  = sum {("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "=" | "!=") sum}
/// sum         = product {("+" | "-") product}
/// product     = signed {("*" | "." | "⊙" | "/" | nothing) signed}
/// signed      = ("-" | "+") signed | power
/// power       = postfix [("^" | ".^") signed]
/// postfix     = operand {subscript | transpose}
/// </code>
/// Which names are functions decides whether f(x) is a call or a product, so the parser knows the vocabulary.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>Brackets, signs, exponents and sums inside one another.</summary>
    public const int DepthLimit = 200;

    /// <summary>Bounds long chains such as 1 + 1 + ..., whose trees are as deep as they are long.</summary>
    public const int HeightLimit = 500;

    /// <summary>The name of the vector of ones, \mathbf{1} and the 1 of 1^T x: no name that can be written.</summary>
    public const string Ones = "1";

    /// <summary>Longer sums are put together from pieces of this many terms, so that their trees stay low.</summary>
    private const int TermsPerPiece = 100;

    private readonly string text;
    private readonly List<Token> tokens;
    private readonly Vocabulary vocabulary;
    private readonly HashSet<string> abbreviations;
    private readonly List<string> indices;
    private readonly bool isProgram;
    private int position;
    private int depth = -1;
    private BarKind openBar;

    /// <param name="tokens">Of one statement, ending with <see cref="TokenKind.End"/>; words are cut further while reading.</param>
    /// <param name="abbreviations">Names that the answer introduces itself.</param>
    /// <param name="parameters">Indices that the statement is given by, as k in z_k = ...</param>
    public Parser(string text, List<Token> tokens, Vocabulary vocabulary, HashSet<string> abbreviations, IEnumerable<string> parameters)
    {
        this.text = text;
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.abbreviations = abbreviations;
        indices = [.. parameters];
        isProgram = ProgramNames.CallsArrays(text);
    }

    private enum BarKind
    {
        None,
        Single,
        Double,
    }

    private Token Current => tokens[position];

    private Token Previous => tokens[position - 1];

    public Syntax ParseStatement()
    {
        var result = Expression();
        if (Current.Kind != TokenKind.End) throw Unexpected(Messages.Expected.OperatorOrEnd);
        return result;
    }

    private Token Peek(int ahead) => tokens[Math.Min(position + ahead, tokens.Count - 1)];

    private bool Accept(TokenKind kind)
    {
        if (Current.Kind != kind) return false;
        position++;
        return true;
    }

    private Token Expect(TokenKind kind, string expected)
    {
        if (Current.Kind != kind) throw Unexpected(expected);
        return tokens[position++];
    }

    private void Descend()
    {
        if (++depth > DepthLimit) throw new Refusal(Messages.TooDeep(DepthLimit, Current.Span));
    }

    private void Ascend() => depth--;

    private static T Bounded<T>(T syntax)
        where T : Syntax =>
        syntax.Height <= HeightLimit ? syntax : throw new Refusal(Messages.TooTall(HeightLimit, syntax.Span));

    private Refusal Unexpected(string expected)
    {
        if (IsDecimalComma()) return new Refusal(Messages.DecimalComma($"{Previous.Text},{Peek(1).Text}", $"{Previous.Text}.{Peek(1).Text}", Previous.Span.Through(Peek(1).Span)));
        if (Current.Kind == TokenKind.Ellipsis) return new Refusal(Messages.NotCalculable(Slice(Current.Span), "leaves open what stands between", Current.Span));
        if (Current.Kind == TokenKind.In) return new Refusal(Messages.NotCalculable(Slice(Current.Span), "says where something lies and gives no value", Current.Span));
        // A bracket without a text of its own was made of a bar.
        if (Current.Kind == TokenKind.End && OpenBracket() is { Span.Length: 0 }) return new Refusal(Messages.UnexpectedEnd(Messages.Expected.Bar, Current.Span));
        if (Current.Kind == TokenKind.End && OpenBracket() is { } open && IsOfClosing(expected)) return new Refusal(Messages.NotClosed(Slice(open.Span), expected, open.Span));
        if (Statements.Nesting(Current.Kind) < 0 && OpenBracket() is null && openBar == BarKind.None) return new Refusal(Messages.ClosesNothing(Slice(Current.Span), Current.Span));
        return new Refusal(Current.Kind == TokenKind.End
            ? Messages.UnexpectedEnd(expected, Current.Span)
            : Messages.Unexpected(text.Substring(Current.Span.Start, Current.Span.Length), expected, Current.Span));
    }

    private static bool IsOfClosing(string expected) => expected is Messages.Expected.RightParenthesis or Messages.Expected.RightBracket or Messages.Expected.RightBrace
        or Messages.Expected.CommaOrRightParenthesis or Messages.Expected.CommaOrRightBracket;

    /// <summary>The last bracket before this place that is not closed; null where all are.</summary>
    private Token? OpenBracket()
    {
        var nesting = 0;
        for (var at = position - 1; at >= 0; at--)
        {
            nesting += Statements.Nesting(tokens[at].Kind);
            if (nesting > 0) return tokens[at];
        }

        return null;
    }

    private bool IsDecimalComma() =>
        Current.Kind == TokenKind.Comma && position > 0 && Previous.Kind == TokenKind.Number && Current.Touches(Previous)
        && Peek(1).Kind == TokenKind.Number && Peek(1).Touches(Current);
}
