using System.Globalization;
using System.Text;

namespace Formulas.Rendering;

/// <summary>
/// Makes any text safe inside XML and HTML, in element content and in quoted attributes, and honest to look at:
/// characters that reorder or hide text (bidirectional controls, zero-width and control characters) are shown by their number.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with markup escaped and unseen characters written as <c>⟨U+202E⟩</c>. Tab and line feed stay.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = 0;
        while (first < text.Length && IsPlain(text[first])) first++;
        if (first == text.Length) return text;
        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, first);
        foreach (var rune in text.AsSpan(first).EnumerateRunes()) Append(escaped, rune);
        return escaped.ToString();
    }

    /// <summary>What most texts are made of, and what stands for itself.</summary>
    private static bool IsPlain(char character) =>
        character is '\t' or '\n' or (>= ' ' and <= '~' and not '&' and not '<' and not '>' and not '"' and not '\'' and not '`');

    private static void Append(StringBuilder escaped, Rune rune)
    {
        switch (rune.Value)
        {
            case '&': escaped.Append("&amp;"); break;
            case '<': escaped.Append("&lt;"); break;
            case '>': escaped.Append("&gt;"); break;
            case '"': escaped.Append("&quot;"); break;
            case '\'': escaped.Append("&#39;"); break;
            case '`': escaped.Append("&#96;"); break;
            case '\n' or '\t': escaped.Append((char)rune.Value); break;
            case '\r': break;
            default:
                if (IsUnseen(rune)) escaped.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
                else if (rune.IsBmp) escaped.Append((char)rune.Value);
                else escaped.Append(rune.ToString());
                break;
        }
    }

    // Format covers the bidirectional controls, zero-width joiners, soft hyphens and tags; the last two planes' ends are no characters.
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
