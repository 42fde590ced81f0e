using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>A spelling with index places: w_ij^(2) has base w^(2) and two places.</summary>
internal readonly record struct IndexedSpelling(Symbol Symbol, int Places);

/// <summary>The names that a scope declares, with all their spellings, ready to be looked up while reading.</summary>
internal sealed class Vocabulary
{
    private const int MostSubscripts = 8;

    private readonly Dictionary<string, Symbol> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IndexedSpelling> indexed = new(StringComparer.Ordinal);
    private readonly HashSet<string> sizes = new(StringComparer.Ordinal);
    private readonly List<Phrase> phrases = [];

    private readonly Lazy<AskedQuantity> asked;

    public Vocabulary(Scope scope)
    {
        Scope = scope;
        asked = new(() => new AskedQuantity(scope.Asked, scope));
        foreach (var size in scope.Sizes) sizes.Add(size);
        foreach (var symbol in scope.Symbols) names[symbol.Name] = symbol;
        foreach (var symbol in scope.Symbols)
        {
            foreach (var spelling in symbol.Spellings) Declare(symbol, spelling);
        }

        // The longest first: dg_i(w)/dw before dg_i.
        phrases.Sort((left, right) => right.Words.Count.CompareTo(left.Words.Count));
    }

    public Scope Scope { get; }

    /// <summary>The left sides that name what is asked.</summary>
    public AskedQuantity Asked => asked.Value;

    public bool IsOpen => Scope.Open;

    public IReadOnlyList<Phrase> Phrases => phrases;

    /// <summary>Whether a word could be the first of a spelling of several words, with or without an index: dg, dg_i of dg_i/dw.</summary>
    public bool StartsPhrase(string word) => phrases.Any(phrase => phrase.Words[0] == word || phrase.Words[0].StartsWith(word + "_", StringComparison.Ordinal));

    /// <summary>Whether tokens are a left side that names the asked quantity, or a spelling of several words.</summary>
    public bool IsSpelled(List<Token> tokens)
    {
        var written = LeftSide.Normal(tokens);
        return Scope.Asked.Any(asked => LeftSide.Normal(asked) == written) || phrases.Any(phrase => phrase.Fits(tokens.Count, word => tokens[word].Text));
    }

    /// <summary>
    /// Where a word may be cut into a name and its subscripts: at its end, and before its last few underscores, for no name has more
    /// subscripts. So words of a thousand underscores are not cut a thousand times.
    /// </summary>
    public static IEnumerable<int> Cuts(string word)
    {
        var end = word.Length;
        for (var cut = 0; cut <= MostSubscripts && end > 0; cut++)
        {
            yield return end;
            end = word.LastIndexOf('_', end - 1);
        }
    }

    /// <summary>The tokens with built-in functions under their canonical names.</summary>
    public List<Token> WithFunctionNames(List<Token> tokens)
    {
        var plain = ProgramNames.Plain(tokens, this);
        if (Scope.FunctionNames.Count == 0) return plain;
        return plain.ConvertAll(token => token.Kind == TokenKind.Name && Scope.FunctionNames.FirstOrDefault(name => name.Name == token.Text) is { } name ? token with { Text = name.Function } : token);
    }

    public static string Layered(string name, string layer) => $"{name}^({layer})";

    public Symbol? Find(string name) => names.GetValueOrDefault(name);

    public IndexedSpelling? FindIndexed(string name) => indexed.TryGetValue(name, out var spelling) ? spelling : null;

    public bool IsSize(string name) => sizes.Contains(name);

    public bool Declares(string name) => names.ContainsKey(name) || sizes.Contains(name);

    /// <summary>True for what may stand before a subscript.</summary>
    public bool DeclaresBase(string name) => Declares(name) || indexed.ContainsKey(name);

    public bool IsIndex(string name) => Find(name)?.Kind == SymbolKind.Index || IsSize(name);

    public bool IsFunction(string name) => Find(name) is { } symbol
        ? symbol.Kind is SymbolKind.ScalarFunction or SymbolKind.VectorMap
        : !IsSize(name) && (FunctionSignature.Find(name) is not null || name is "dot" or "transpose" or "mean");

    /// <summary>Every name that could be meant, for "did you mean".</summary>
    public IEnumerable<string> AllNames()
    {
        foreach (var name in names.Keys) yield return name;
        foreach (var name in indexed.Keys) yield return name;
        foreach (var name in sizes) yield return name;
        foreach (var function in FunctionSignature.All)
        {
            yield return function.Name;
            foreach (var spelling in function.Spellings) yield return spelling;
        }

        yield return "pi";
        yield return "transpose";
        yield return "mean";
        yield return "cases";
    }

    private void Declare(Symbol symbol, string spelling)
    {
        var tokens = CalculatorLexer.Read(spelling);
        if (ReadName(tokens) is not var (name, layer))
        {
            var places = symbol.Shape switch { Shape.VectorShape or Shape.RowShape => 1, Shape.MatrixShape => 2, _ => 0 };
            phrases.Add(new Phrase(tokens.SkipLast(1).Select(token => token.Text).ToEquatableList(), symbol, places, symbol.Parameters ?? []));
            return;
        }

        var underscore = name.LastIndexOf('_');
        var letters = underscore < 0 ? "" : name[(underscore + 1)..];
        var stem = IsPlaces(letters, symbol.Shape, layer is not null) ? name[..underscore] : name;
        var key = layer is null ? stem : Layered(stem, layer);
        if (stem.Length < name.Length) DeclareIndexed(key, new IndexedSpelling(symbol, letters.Length));
        else names.TryAdd(key, symbol);
    }

    /// <summary>With w_i and w_ij of one matrix both declared, one index must do, and two may stand.</summary>
    private void DeclareIndexed(string key, IndexedSpelling spelling)
    {
        var isLonger = indexed.TryGetValue(key, out var known) && known.Symbol == spelling.Symbol && known.Places < spelling.Places;
        if (!isLonger) indexed[key] = spelling;
    }

    /// <summary>Whether the letters after the underscore stand for indices (w_i, x_j^(1)) or belong to the name (theta_y, r_1).</summary>
    private static bool IsPlaces(string letters, Shape shape, bool layered)
    {
        if (letters.Length is 0 or > 2 || !letters.All(Alphabet.IsIndexLetter)) return false;
        return layered || shape switch
        {
            Shape.MatrixShape => true,
            Shape.VectorShape or Shape.RowShape => letters.Length == 1,
            _ => true,
        };
    }

    /// <summary>A name with an optional layer: <c>x</c>, <c>x^(1)</c>, <c>x^{(1)}</c>, <c>w^(2)_ij</c>; null for anything else.</summary>
    private static (string Name, string? Layer)? ReadName(List<Token> tokens)
    {
        if (tokens[0].Kind != TokenKind.Name) return null;
        if (tokens.Count == 2) return (tokens[0].Text, null);
        if (LayerAt(tokens, 1) is not var (layer, after)) return null;
        if (tokens[after].Kind == TokenKind.End) return (tokens[0].Text, layer);
        var subscripted = tokens[after].Kind == TokenKind.Underscore && tokens[after + 1].Kind == TokenKind.Name && tokens[after + 2].Kind == TokenKind.End;
        return subscripted ? ($"{tokens[0].Text}_{tokens[after + 1].Text}", layer) : null;
    }

    /// <summary>Reads a layer or step mark that starts at a position: ^(1), ^{(1)}, ^(t), ^(t+1).</summary>
    /// <returns>The mark without brackets and the position after it; null where none stands there.</returns>
    public static (string Layer, int After)? LayerAt(List<Token> tokens, int start)
    {
        if (KindAt(tokens, start) != TokenKind.Caret) return null;
        var at = start + 1;
        var braced = KindAt(tokens, at) == TokenKind.LeftBrace;
        if (braced) at++;
        if (KindAt(tokens, at) != TokenKind.LeftParenthesis || KindAt(tokens, at + 1) is not (TokenKind.Number or TokenKind.Name)) return null;
        var layer = tokens[at + 1].Text;
        at += 2;
        if (KindAt(tokens, at) is TokenKind.Plus or TokenKind.Minus && KindAt(tokens, at + 1) == TokenKind.Number)
        {
            layer += (KindAt(tokens, at) == TokenKind.Plus ? "+" : "-") + tokens[at + 1].Text;
            at += 2;
        }

        if (KindAt(tokens, at) != TokenKind.RightParenthesis) return null;
        if (!braced) return (layer, at + 1);
        return KindAt(tokens, at + 1) == TokenKind.RightBrace ? (layer, at + 2) : null;
    }

    private static TokenKind KindAt(List<Token> tokens, int at) => at < tokens.Count ? tokens[at].Kind : TokenKind.End;
}
