namespace Formulas.Parsing;

/// <summary>Single characters that stand for a name, an operator or a digit.</summary>
internal static class Alphabet
{
    private static readonly Dictionary<char, string> Greek = new()
    {
        ['α'] = "alpha", ['β'] = "beta", ['γ'] = "gamma", ['δ'] = "delta", ['ε'] = "epsilon", ['ϵ'] = "epsilon",
        ['ζ'] = "zeta", ['η'] = "eta", ['θ'] = "theta", ['ϑ'] = "theta", ['ι'] = "iota", ['κ'] = "kappa",
        ['λ'] = "lambda", ['μ'] = "mu", ['µ'] = "mu", ['ν'] = "nu", ['ξ'] = "xi", ['π'] = "pi", ['ρ'] = "rho",
        ['σ'] = "sigma", ['ς'] = "sigma", ['τ'] = "tau", ['υ'] = "upsilon", ['φ'] = "phi", ['ϕ'] = "phi",
        ['χ'] = "chi", ['ψ'] = "psi", ['ω'] = "omega", ['Γ'] = "Gamma", ['Δ'] = "Delta", ['Θ'] = "Theta",
        ['Λ'] = "Lambda", ['Ξ'] = "Xi", ['Π'] = "Pi", ['Σ'] = "Sigma", ['Φ'] = "Phi", ['Ψ'] = "Psi", ['Ω'] = "Omega",
        ['∇'] = "nabla",
    };

    private static readonly Dictionary<char, TokenKind> Signs = new()
    {
        ['+'] = TokenKind.Plus,
        ['-'] = TokenKind.Minus, ['−'] = TokenKind.Minus, ['–'] = TokenKind.Minus, ['‐'] = TokenKind.Minus,
        ['*'] = TokenKind.Star, ['×'] = TokenKind.Star, ['∗'] = TokenKind.Star,
        ['/'] = TokenKind.Slash, ['÷'] = TokenKind.Slash, ['∕'] = TokenKind.Slash, ['⁄'] = TokenKind.Slash,
        ['^'] = TokenKind.Caret,
        ['·'] = TokenKind.Dot, ['⋅'] = TokenKind.Dot, ['•'] = TokenKind.Dot, ['∙'] = TokenKind.Dot, ['@'] = TokenKind.Dot,
        ['⊙'] = TokenKind.Entrywise, ['∘'] = TokenKind.Entrywise,
        ['√'] = TokenKind.Root, ['∑'] = TokenKind.SumSign, ['∏'] = TokenKind.ProductSign,
        ['ᵀ'] = TokenKind.Transpose, ['⊤'] = TokenKind.Transpose,
        ['\''] = TokenKind.Prime, ['′'] = TokenKind.Prime, ['’'] = TokenKind.Prime,
        ['('] = TokenKind.LeftParenthesis, [')'] = TokenKind.RightParenthesis,
        ['['] = TokenKind.LeftBracket, [']'] = TokenKind.RightBracket,
        ['{'] = TokenKind.LeftBrace, ['}'] = TokenKind.RightBrace,
        ['|'] = TokenKind.Bar, [','] = TokenKind.Comma, [':'] = TokenKind.Colon, [';'] = TokenKind.Semicolon,
        ['_'] = TokenKind.Underscore,
        ['←'] = TokenKind.Assign, ['⟵'] = TokenKind.Assign, ['≔'] = TokenKind.Assign,
        ['='] = TokenKind.Equal, ['≠'] = TokenKind.NotEqual,
        ['<'] = TokenKind.Less, ['≤'] = TokenKind.LessOrEqual, ['⩽'] = TokenKind.LessOrEqual,
        ['>'] = TokenKind.Greater, ['≥'] = TokenKind.GreaterOrEqual, ['⩾'] = TokenKind.GreaterOrEqual,
        ['&'] = TokenKind.And, ['∧'] = TokenKind.And, ['∨'] = TokenKind.Or,
        ['?'] = TokenKind.Question, ['∈'] = TokenKind.In,
        ['!'] = TokenKind.Not, ['¬'] = TokenKind.Not,
    };

    private static readonly (string Text, TokenKind Kind)[] Pairs =
    [
        ("**", TokenKind.Caret), (".*", TokenKind.Entrywise), (".^", TokenKind.EntrywisePower), ("./", TokenKind.Slash), (":=", TokenKind.Assign),
        ("==", TokenKind.Equal), ("!=", TokenKind.NotEqual), ("<=", TokenKind.LessOrEqual), (">=", TokenKind.GreaterOrEqual),
        ("=<", TokenKind.LessOrEqual), ("&&", TokenKind.And),
    ];

    public static string? GreekName(char letter) => Greek.GetValueOrDefault(letter);

    public static TokenKind? Sign(char character) => Signs.TryGetValue(character, out var kind) ? kind : null;

    public static TokenKind? Pair(char first, char second)
    {
        foreach (var (text, kind) in Pairs)
        {
            if (text[0] == first && text[1] == second) return kind;
        }

        return null;
    }

    /// <summary>The plain character that a superscript stands for: a digit, sign or bracket; null for any other.</summary>
    public static char? Superscript(char character) => character switch
    {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        >= '⁴' and <= '⁹' => (char)('4' + (character - '⁴')),
        '⁻' => '-',
        '⁺' => '+',
        '⁽' => '(',
        '⁾' => ')',
        _ => null,
    };

    /// <summary>The plain character that a subscript stands for: a digit or an index letter; null for any other.</summary>
    public static char? Subscript(char character) => character switch
    {
        >= '₀' and <= '₉' => (char)('0' + (character - '₀')),
        'ᵢ' => 'i',
        'ⱼ' => 'j',
        'ₖ' => 'k',
        'ₗ' => 'l',
        'ₘ' => 'm',
        'ₙ' => 'n',
        'ᵣ' => 'r',
        'ᵤ' => 'u',
        'ᵥ' => 'v',
        'ₓ' => 'x',
        'ₐ' => 'a',
        'ₑ' => 'e',
        'ₒ' => 'o',
        'ₕ' => 'h',
        'ₚ' => 'p',
        'ₛ' => 's',
        'ₜ' => 't',
        _ => null,
    };

    /// <summary>The plain letter that a raised letter stands for; null for any other. ᵀ is a transpose and none of them.</summary>
    public static char? SuperscriptLetter(char character)
    {
        const string raised = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
        const string plain = "abcdefghijklmnoprstuvwxyz";
        var at = raised.IndexOf(character, StringComparison.Ordinal);
        return at < 0 ? null : plain[at];
    }

    public static bool IsLetter(char character) => char.IsAsciiLetter(character) || character == '∂';

    /// <summary>A letter that names an index unless the exercise declares it as something else.</summary>
    public static bool IsIndexLetter(char letter) => letter is >= 'i' and <= 'n' or >= 'p' and <= 'r' or 'u' or 'v' or 'c';
}
