using System.Text.RegularExpressions;

namespace Grader.Reporting;

/// <summary>
/// A statement for the terminal: Markdown without its marks, and LaTeX in letters that a terminal shows.
/// It is read by people only; a command this does not know stays as it is written.
/// </summary>
public static partial class PlainStatement
{
    private static readonly (string Command, string Letters)[] Letters =
    [
        ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"), ("varepsilon", "ε"), ("eta", "η"),
        ("theta", "θ"), ("lambda", "λ"), ("mu", "μ"), ("pi", "π"), ("phi", "φ"), ("varphi", "φ"), ("sigma", "σ"), ("Phi", "Φ"),
        ("Delta", "Δ"), ("nabla", "∇"), ("partial", "∂"), ("ell", "ℓ"), ("infty", "∞"), ("sum", "∑"), ("prod", "∏"),
        ("cdot", "·"), ("times", "×"), ("odot", "⊙"), ("circ", "∘"), ("pm", "±"), ("le", "≤"), ("leq", "≤"), ("ge", "≥"), ("geq", "≥"),
        ("ne", "≠"), ("neq", "≠"), ("approx", "≈"), ("in", "∈"), ("to", "→"), ("rightarrow", "→"), ("leftarrow", "←"), ("mid", "|"),
        ("mapsto", "↦"), ("ldots", "..."), ("dots", "..."), ("cdots", "..."), ("top", "T"), ("quad", "  "), ("qquad", "    "),
        ("colon", ":"), ("lVert", "||"), ("rVert", "||"), ("left", ""), ("right", ""), ("bigl", ""), ("bigr", ""), ("displaystyle", ""),
    ];

    public static string From(string markdown)
    {
        var text = Mathematics().Replace(markdown, match => FromTex(match.Groups["tex"].Value.Trim()));
        text = Marks().Replace(text, "${text}");
        return text.Trim();
    }

    private static string FromTex(string tex)
    {
        var text = BareFraction().Replace(Matrix().Replace(tex, AsRows), "${command}{${over}}{${under}}");

        // A fraction within a fraction is met in a later round, when the outer one is gone.
        while (Fraction().IsMatch(text)) text = Fraction().Replace(text, match => $"{Grouped(match, "over")}/{Grouped(match, "under")}");
        text = Wrapper().Replace(text, "${text}");
        text = NamedSet().Replace(text, "${letter}");
        text = Accent().Replace(text, Accented);
        text = Word().Replace(text, Letter);
        text = SingleGroup().Replace(text, "${mark}${text}");
        text = BareGroup().Replace(text, "${text}");
        return text.Replace("\\{", "{", StringComparison.Ordinal).Replace("\\}", "}", StringComparison.Ordinal)
            .Replace("\\|", "||", StringComparison.Ordinal).Replace("\\,", " ", StringComparison.Ordinal)
            .Replace("\\\\", "; ", StringComparison.Ordinal).Replace("\\ ", " ", StringComparison.Ordinal)
            .Replace("\\;", " ", StringComparison.Ordinal).Replace("\\!", "", StringComparison.Ordinal);
    }

    private static string Grouped(Match match, string group)
    {
        var text = match.Groups[group].Value;
        return text.Length > 1 && text.Any(character => character is ' ' or '+' or '-' or '/') ? $"({text})" : text;
    }

    /// <summary>Entries with spaces between them and rows with semicolons, between brackets.</summary>
    private static string AsRows(Match match) =>
        $"[{string.Join("; ", match.Groups["rows"].Value.Split("\\\\", StringSplitOptions.TrimEntries).Select(row => string.Join(' ', row.Split('&', StringSplitOptions.TrimEntries))))}]";

    /// <summary>The letter with its mark above it, as one combining character.</summary>
    private static string Accented(Match match) => match.Groups["letter"].Value + match.Groups["accent"].Value switch
    {
        "hat" or "widehat" => '\u0302',
        "bar" or "overline" => '\u0304',
        _ => '\u0303',
    };

    private static string Letter(Match match)
    {
        var name = match.Groups["name"].Value;
        var known = Array.Find(Letters, row => row.Command == name);
        return known.Command is null ? name : known.Letters;
    }

    [GeneratedRegex(@"\$\$(?<tex>.+?)\$\$|\$(?<tex>[^$]+?)\$", RegexOptions.Singleline)]
    private static partial Regex Mathematics();

    [GeneratedRegex(@"(?<!\*)\*\*(?<text>[^*]+)\*\*|(?<![\w*])\*(?<text>[^*\s][^*]*)\*(?![\w*])|`(?<text>[^`]+)`")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\\[dt]?frac\{(?<over>(?:[^{}]|(?<open>\{)|(?<-open>\}))*)(?(open)(?!))\}\{(?<under>(?:[^{}]|(?<open>\{)|(?<-open>\}))*)(?(open)(?!))\}")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\\(?:text|mathrm|operatorname|mathbf|boldsymbol|mathit)\{(?<text>[^{}]*)\}")]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"\\math(?:bb|cal)\{?(?<letter>[A-Za-z0-9])\}?")]
    private static partial Regex NamedSet();

    [GeneratedRegex(@"\\begin\{(?<kind>[pb]?matrix)\}(?<rows>.*?)\\end\{\k<kind>\}", RegexOptions.Singleline)]
    private static partial Regex Matrix();

    [GeneratedRegex(@"\\(?<accent>hat|widehat|bar|overline|tilde|widetilde)\s*(?:\{(?<letter>\\?[A-Za-z]+)\}|(?<letter>\\[A-Za-z]+|(?<=[\s])[A-Za-z]))")]
    private static partial Regex Accent();

    [GeneratedRegex(@"\\(?<name>[A-Za-z]+)")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<mark>[_^])\{(?<text>[^{}]|[+\-]?\w+|\(\w+\))\}")]
    private static partial Regex SingleGroup();

    /// <summary>\frac12 and \frac1n, where braces are left out.</summary>
    [GeneratedRegex(@"(?<command>\\[dt]?frac)\s*(?<over>\d)\s*(?<under>[\dA-Za-z])")]
    private static partial Regex BareFraction();

    /// <summary>{=} and the like: braces that only take the space away around a sign.</summary>
    [GeneratedRegex(@"(?<![\\_^\w}])\{(?<text>[^{}\\]*)\}")]
    private static partial Regex BareGroup();
}
