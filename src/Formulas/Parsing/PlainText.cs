using System.Globalization;
using System.Text;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>
/// A text in which the characters of phones and word processors are replaced by plain ones: full-width and mathematical
/// letters, exponents of raised letters, fractions of one character, curled quotes. Places are kept.
/// </summary>
internal sealed class PlainText
{
    private const int FullWidthOffset = 0xFEE0;

    private readonly int[]? places;

    private PlainText(string text, int[]? places)
    {
        Text = text;
        this.places = places;
    }

    public string Text { get; }

    public bool IsOriginal => places is null;

    public static PlainText Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007e')) return new PlainText(text, null);
        var plain = new StringBuilder(text.Length);
        var places = new List<int>(text.Length + 1);
        var at = 0;
        var arrays = new WordArrays();
        while (at < text.Length)
        {
            var start = at;
            var replacement = arrays.Read(text, plain, ref at) ?? Raised(text, ref at) ?? Lowered(text, ref at) ?? Single(text, plain, ref at);
            foreach (var character in replacement)
            {
                plain.Append(character);
                places.Add(start);
            }
        }

        places.Add(text.Length);
        return new PlainText(plain.ToString(), [.. places]);
    }

    /// <summary>The same stretch in the text as it was written.</summary>
    public SourceSpan Original(SourceSpan span)
    {
        if (places is null) return span;
        var start = places[Math.Min(span.Start, places.Length - 1)];
        var end = places[Math.Min(span.End, places.Length - 1)];
        return SourceSpan.Between(start, span.Length > 0 ? Math.Max(end, start + 1) : end);
    }

    /// <summary>A run of raised characters with a letter among them, as ^{...}; digits alone have a token of their own.</summary>
    private static string? Raised(string text, ref int at)
    {
        var end = at;
        var inner = new StringBuilder("^{");
        var letters = 0;
        while (end < text.Length && (Alphabet.Superscript(text[end]) ?? Alphabet.SuperscriptLetter(text[end])) is { } plain)
        {
            if (Alphabet.SuperscriptLetter(text[end]) is not null) letters++;
            inner.Append(plain);
            end++;
        }

        if (letters == 0) return null;
        at = end;
        return inner.Append('}').ToString();
    }

    /// <summary>A run of lowered characters with a sign among them, as _{...}; letters and digits alone belong to a name.</summary>
    private static string? Lowered(string text, ref int at)
    {
        var end = at;
        var inner = new StringBuilder("_{");
        var signs = 0;
        while (end < text.Length)
        {
            if (text[end] is '₊' or '₋') signs++;
            else if (Alphabet.Subscript(text[end]) is null) break;
            inner.Append(text[end] switch { '₊' => '+', '₋' => '-', var other => Alphabet.Subscript(other) });
            end++;
        }

        if (signs == 0) return null;
        at = end;
        return inner.Append('}').ToString();
    }

    private static string Single(string text, StringBuilder before, ref int at)
    {
        var character = text[at++];
        if (character < '\u0080') return character.ToString();
        if (char.IsHighSurrogate(character) && at < text.Length && char.IsLowSurrogate(text[at]))
        {
            var point = char.ConvertToUtf32(character, text[at++]);
            return MathematicalLetter(point) ?? char.ConvertFromUtf32(point);
        }

        return character switch
        {
            '‘' or '´' or 'ʹ' or 'ʼ' or 'ˈ' => "'",
            '”' or '“' or 'ʺ' => "''",
            '—' or '―' or '‑' or '‒' or '⁃' => "-",
            '…' => "...",
            '½' or '¼' or '¾' or '⅓' or '⅔' or '⅕' or '⅛' when before.Length == 0 || !char.IsAsciiDigit(before[^1]) => Fraction(character),
            // Word's linear format: the sign before the body of a sum, and brackets that are not shown.
            '▒' or '\u2061' => "",
            // Marks that only say how a text is set: soft hyphens, joiners, directions of writing.
            '\u00ad' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\u2060' or '\u2063' => "",
            '〖' => "(",
            '〗' => ")",
            'ŷ' => "yhat",
            'ŵ' => "what",
            '\u0302' => "hat",
            '\u0304' or '\u0305' => "bar",
            '\u0303' => "tilde",
            'ℓ' => "ell",
            'ℒ' => "L",
            'ℎ' => "h",
            'ℯ' => "e",
            'Ω' => "Ω",
            >= '\uff01' and <= '\uff5e' => ((char)(character - FullWidthOffset)).ToString(),
            _ => character.ToString(),
        };
    }

    private static string Fraction(char character) => character switch
    {
        '½' => "(1/2)",
        '¼' => "(1/4)",
        '¾' => "(3/4)",
        '⅓' => "(1/3)",
        '⅔' => "(2/3)",
        '⅕' => "(1/5)",
        _ => "(1/8)",
    };

    /// <summary>
    /// The plain letter or digit that a bold, italic, script or sans-serif one stands for (Unicode's block of mathematical
    /// alphanumeric symbols: 13 alphabets of 52 letters, 5 of 58 Greek letters and signs, 5 runs of 10 digits).
    /// </summary>
    private static string? MathematicalLetter(int point)
    {
        const string latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        const string greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵθκφρπ";
        return point switch
        {
            >= 0x1D400 and <= 0x1D6A3 => latin[(point - 0x1D400) % latin.Length].ToString(),
            >= 0x1D6A8 and <= 0x1D7CB => greek[(point - 0x1D6A8) % greek.Length].ToString(),
            >= 0x1D7CE and <= 0x1D7FF => ((point - 0x1D7CE) % 10).ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
