namespace Formulas.Parsing;

/// <summary>The LaTeX commands that stand for a name, an operator or nothing, by what they stand for.</summary>
internal static class LatexCommands
{
    private static readonly HashSet<string> GreekNames = Words(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega "
        + "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega");

    private static readonly Dictionary<string, string> Variants = new()
    {
        ["varepsilon"] = "epsilon", ["vartheta"] = "theta", ["varkappa"] = "kappa", ["varpi"] = "pi", ["varrho"] = "rho",
        ["varsigma"] = "sigma", ["varphi"] = "phi", ["ell"] = "ell", ["nabla"] = "nabla", ["e"] = "e",
    };

    private static readonly HashSet<string> Functions = Words(
        "exp ln log sin cos tan sec csc cot arcsin arccos arctan sinh cosh tanh sech csch coth max min det tr diag relu ReLU softmax sigmoid softplus sign sgn norm rank");

    /// <summary>Spaces, sizes and layout: they change nothing.</summary>
    private static readonly HashSet<string> Silent = Words(
        ", ; : ! > quad qquad enspace enskip thinspace medspace thickspace negthinspace space displaystyle textstyle scriptstyle scriptscriptstyle "
        + "limits nolimits nonumber notag hfill noindent centering left. right. big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm "
        + "mathstrut strut null relax rm bf it sf allowbreak nobreak");

    private static readonly HashSet<string> SilentWithArgument = Words("label tag hspace vspace phantom hphantom vphantom color intertext mathchoice");

    /// <summary>Fonts and accents that do not change what a letter means.</summary>
    private static readonly HashSet<string> Fonts = Words(
        "mathbf boldsymbol bm pmb vec mathrm mathit mathsf mathtt mathcal mathscr mathfrak mathnormal text textrm textit textbf textsf textnormal mbox "
        + "operatorname overrightarrow underline mathop mathbin mathrel mathord symbf symbfit symup boxed ensuremath underbrace overbrace");

    private static readonly HashSet<string> Accents = Words("hat widehat bar overline tilde widetilde dot");

    private static readonly HashSet<string> Environments = Words(
        "aligned align align* equation equation* gather gather* gathered split multline multline* alignat alignat* alignedat eqnarray eqnarray* displaymath math flalign flalign*");

    private static readonly HashSet<string> Matrices = Words("bmatrix pmatrix matrix smallmatrix Bmatrix array");

    private static readonly Dictionary<string, (TokenKind Kind, string Text)> Operators = new()
    {
        ["cdot"] = (TokenKind.Dot, "."), ["bullet"] = (TokenKind.Dot, "."),
        ["times"] = (TokenKind.Star, "*"), ["ast"] = (TokenKind.Star, "*"), ["div"] = (TokenKind.Slash, "/"), ["slash"] = (TokenKind.Slash, "/"),
        ["odot"] = (TokenKind.Entrywise, "⊙"), ["circ"] = (TokenKind.Entrywise, "⊙"),
        ["top"] = (TokenKind.Transpose, "^T"), ["intercal"] = (TokenKind.Transpose, "^T"), ["transp"] = (TokenKind.Transpose, "^T"),
        ["prime"] = (TokenKind.Prime, "'"),
        ["sum"] = (TokenKind.SumSign, "∑"), ["prod"] = (TokenKind.ProductSign, "∏"),
        ["le"] = (TokenKind.LessOrEqual, "<="), ["leq"] = (TokenKind.LessOrEqual, "<="), ["leqslant"] = (TokenKind.LessOrEqual, "<="),
        ["ge"] = (TokenKind.GreaterOrEqual, ">="), ["geq"] = (TokenKind.GreaterOrEqual, ">="), ["geqslant"] = (TokenKind.GreaterOrEqual, ">="),
        ["lt"] = (TokenKind.Less, "<"), ["gt"] = (TokenKind.Greater, ">"),
        ["ne"] = (TokenKind.NotEqual, "!="), ["neq"] = (TokenKind.NotEqual, "!="),
        ["land"] = (TokenKind.And, "and"), ["wedge"] = (TokenKind.And, "and"), ["lor"] = (TokenKind.Or, "or"), ["vee"] = (TokenKind.Or, "or"),
        ["lnot"] = (TokenKind.Not, "not"), ["neg"] = (TokenKind.Not, "not"),
        ["leftarrow"] = (TokenKind.Assign, ":="), ["gets"] = (TokenKind.Assign, ":="), ["longleftarrow"] = (TokenKind.Assign, ":="),
        ["coloneqq"] = (TokenKind.Assign, ":="), ["coloneq"] = (TokenKind.Assign, ":="),
        ["colon"] = (TokenKind.Colon, ":"), ["vert"] = (TokenKind.Bar, "|"), ["mid"] = (TokenKind.Bar, "|"), ["mapsto"] = (TokenKind.Assign, ":="),
        ["dots"] = (TokenKind.Ellipsis, "..."), ["ldots"] = (TokenKind.Ellipsis, "..."), ["cdots"] = (TokenKind.Ellipsis, "..."), ["dotsc"] = (TokenKind.Ellipsis, "..."), ["dotsb"] = (TokenKind.Ellipsis, "..."),
        ["in"] = (TokenKind.In, "∈"),
        ["partial"] = (TokenKind.Name, LatexRewriting.Partial), ["&"] = (TokenKind.And, "and"),
    };

    /// <summary>Commands with a meaning that is no number, vector or matrix, and what to write instead.</summary>
    private static readonly Dictionary<string, string> NotCalculable = new()
    {
        ["mathbb"] = "is a set of numbers, not a quantity",
        ["pm"] = "leaves open which sign is meant",
        ["mp"] = "leaves open which sign is meant",
        ["vdots"] = "leaves open what stands between",
        ["ddots"] = "leaves open what stands between",
        ["infty"] = "is no number to reckon with",
        ["notin"] = "says where something lies and gives no value",
        ["int"] = "is no operation that is read here",
        ["approx"] = "gives no exact value",
        ["propto"] = "gives no exact value",
        ["sim"] = "gives no exact value",
        ["otimes"] = "could mean several products",
    };

    /// <summary>The name of a Greek letter's command, and of the few other letters with a command; null for any other.</summary>
    public static string? Greek(string command) => GreekNames.Contains(command) ? command : Variants.GetValueOrDefault(command);

    public static bool IsFunction(string command) => Functions.Contains(command);

    /// <summary>Whether a token is written as the command of a function, \sin and not sin, in some text.</summary>
    public static bool IsFunctionAt(string text, Token token) =>
        token.Kind == TokenKind.Name && token.Span.Start < text.Length && text[token.Span.Start] == '\\' && IsFunction(token.Text);

    public static bool IsSilent(string command) => Silent.Contains(command);

    public static bool IsSilentWithArgument(string command) => SilentWithArgument.Contains(command);

    public static bool IsFont(string command) => Fonts.Contains(command);

    public static bool IsAccent(string command) => Accents.Contains(command);

    public static bool OnlyAligns(string environment) => Environments.Contains(environment);

    public static bool IsMatrix(string environment) => Matrices.Contains(environment);

    public static (TokenKind Kind, string Text)? Operator(string command) => Operators.TryGetValue(command, out var sign) ? sign : null;

    public static string? WhyNotCalculable(string command) => NotCalculable.GetValueOrDefault(command);

    /// <summary>Every command that is read, for "did you mean".</summary>
    public static IEnumerable<string> All() =>
        GreekNames.Concat(Variants.Keys).Concat(Functions).Concat(Silent).Concat(Fonts).Concat(Accents).Concat(Operators.Keys)
            .Concat(["frac", "dfrac", "tfrac", "sqrt", "left", "right", "lVert", "rVert", "lvert", "rvert", "begin", "end", "langle", "rangle", "mathbb", "middle"]);

    /// <summary>What a word of prose between formulas stands for, in English or German; null for any other.</summary>
    public static TokenKind? Prose(string word) => word switch
    {
        "if" or "for" or "when" or "whenever" or "provided" or "falls" or "wenn" or "für" => TokenKind.If,
        "otherwise" or "else" or "sonst" or "andernfalls" => TokenKind.Else,
        "where" or "with" or "wobei" or "mit" => TokenKind.Where,
        "and" or "und" => TokenKind.And,
        "or" or "oder" => TokenKind.Or,
        "not" or "nicht" => TokenKind.Not,
        _ => null,
    };

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
