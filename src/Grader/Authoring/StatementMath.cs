namespace Grader.Authoring;

/// <summary>A letter that a statement writes in its mathematics, at the level of the line: not within a subscript or superscript.</summary>
/// <param name="Name">A Latin letter in lower case, since <c>w_i</c> is a row of W, or a Greek letter's name.</param>
/// <param name="Written">As it stands there.</param>
/// <param name="Offset">Its place in the mathematics, from 0.</param>
internal readonly record struct StatementLetter(string Name, string Written, int Offset);

/// <summary>The letters of one piece of mathematics, and those of them that it says the meaning of.</summary>
/// <param name="Introduced">
/// Named alone or in a list (<c>$K$ outputs</c>), defined (<c>$r = ...$</c>, <c>$f(a) = ...$</c>, <c>$x \in ...$</c>), or an index.
/// </param>
internal sealed record StatementMath(IReadOnlyList<StatementLetter> Letters, IReadOnlySet<string> Introduced)
{
    private static readonly HashSet<string> Definers = [":", "=", "\\in", "\\sim", "\\to", "\\mapsto", "\\leftarrow", "\\equiv", "\\triangleq", "\\gets", "\\coloneqq"];

    private static readonly HashSet<string> ListMarks = [",", ";", "\\dots", "\\ldots", "\\cdots", "\\quad", "\\qquad", "\\,", "\\;", "\\ ", "(", ")", "{", "}", "'", "\\top"];

    private static readonly HashSet<string> WithoutLetters =
        ["text", "mathrm", "operatorname", "mathbb", "mathcal", "mathsf", "mathtt", "mbox", "textbf", "textit", "begin", "end", "tag", "label"];

    private static readonly HashSet<string> Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "rho", "sigma", "tau",
        "upsilon", "phi", "chi", "psi", "omega", "ell",
    ];

    private sealed record Piece(string Text, string? Letter, int Offset);

    public static bool IsGreek(string name) => Greek.Contains(name);

    public static StatementMath Read(string tex)
    {
        var indices = new HashSet<string>(StringComparer.Ordinal);
        var pieces = Pieces(tex, indices);
        for (var k = 0; k < pieces.Count; k++)
        {
            if (pieces[k].Letter is not null && pieces.Skip(k + 1).FirstOrDefault(piece => piece.Text is not ("}" or "'")) is { } next && Definers.Contains(next.Text)) indices.Add(pieces[k].Letter!);
        }

        // A list, or a function with its arguments, alone or before a definer. Letters side by side are a product.
        var list = pieces.TakeWhile(piece => piece.Letter is not null || ListMarks.Contains(piece.Text)).ToList();
        if (list.Zip(list.Skip(1)).Any(pair => pair is { First.Letter: not null, Second.Letter: not null })) list = [];
        if (list.Count == 0) return With(pieces, indices);
        if (list.Count == pieces.Count || Definers.Contains(pieces[list.Count].Text)) indices.UnionWith(list.Select(piece => piece.Letter).OfType<string>());
        return With(pieces, indices);
    }

    private static StatementMath With(List<Piece> pieces, HashSet<string> introduced) =>
        new([.. pieces.Where(piece => piece.Letter is not null).Select(piece => new StatementLetter(piece.Letter!, piece.Text.TrimStart('\\'), piece.Offset))], introduced);

    private static List<Piece> Pieces(string tex, HashSet<string> indices)
    {
        var pieces = new List<Piece>();
        var scriptDepth = 0;
        var closesScript = new Stack<bool>();
        for (var position = 0; position < tex.Length;)
        {
            var start = position;
            var token = Token(tex, ref position);
            if (token is "_" or "^")
            {
                while (position < tex.Length && tex[position] == ' ') position++;
                if (position < tex.Length && tex[position] != '{')
                {
                    AddIndices(Token(tex, ref position), indices);
                    continue;
                }

                position++;
                closesScript.Push(true);
                scriptDepth++;
                continue;
            }

            if (token == "{") closesScript.Push(false);
            if (token == "}" && closesScript.TryPop(out var closes) && closes)
            {
                scriptDepth--;
                continue;
            }

            if (token.StartsWith('\\') && WithoutLetters.Contains(token[1..])) SkipGroup(tex, ref position);
            else if (scriptDepth > 0) AddIndices(token, indices);
            else if (token is not (" " or "\n") && token is not ("\\left" or "\\right")) pieces.Add(new(token, LetterOf(token), start));
        }

        return pieces;
    }

    private static void AddIndices(string token, HashSet<string> indices)
    {
        if (LetterOf(token) is { } letter) indices.Add(letter);
    }

    private static string? LetterOf(string token)
    {
        if (token is [var only] && char.IsAsciiLetter(only)) return token.ToLowerInvariant();
        if (!token.StartsWith('\\')) return null;
        var name = token[1..].ToLowerInvariant();
        if (name.StartsWith("var", StringComparison.Ordinal)) name = name[3..];
        return Greek.Contains(name) ? name : null;
    }

    private static string Token(string tex, ref int position)
    {
        var start = position++;
        if (tex[start] != '\\' || position >= tex.Length) return tex[start].ToString();
        while (position < tex.Length && char.IsAsciiLetter(tex[position])) position++;
        if (position == start + 1) position++;
        return tex[start..position];
    }

    private static void SkipGroup(string tex, ref int position)
    {
        while (position < tex.Length && tex[position] is ' ' or '*') position++;
        if (position >= tex.Length || tex[position] != '{') return;
        var depth = 0;
        do
        {
            depth += tex[position] == '{' ? 1 : tex[position] == '}' ? -1 : 0;
            position++;
        }
        while (position < tex.Length && depth > 0);
    }
}
