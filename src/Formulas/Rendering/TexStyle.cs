using System.Text;

namespace Formulas.Rendering;

/// <summary>The letter style that an alphabet command sets: <c>\mathbf</c>, <c>\mathbb</c> and their like.</summary>
internal enum TexStyle
{
    Italic,
    Upright,
    Bold,
    Blackboard,
    Calligraphic,
}

internal static class TexStyles
{
    public static TexStyle? Of(string command) => command switch
    {
        "mathbf" or "boldsymbol" or "bm" or "bf" => TexStyle.Bold,
        "mathrm" or "mathsf" or "mathtt" or "rm" => TexStyle.Upright,
        "mathbb" or "mathds" => TexStyle.Blackboard,
        "mathcal" or "mathscr" or "mathfrak" => TexStyle.Calligraphic,
        "mathit" or "mathnormal" => TexStyle.Italic,
        _ => null,
    };

    public static void Letter(MarkupWriter writer, string letter, TexStyle style)
    {
        switch (style)
        {
            case TexStyle.Bold: writer.Identifier(letter, MarkupWriter.Bold); break;
            case TexStyle.Upright: writer.Identifier(letter, MarkupWriter.Upright); break;
            case TexStyle.Blackboard: writer.Identifier(Blackboard(letter)); break;
            case TexStyle.Calligraphic: writer.Identifier(Calligraphic(letter)); break;
            default: writer.Identifier(letter); break;
        }
    }

    public static void Number(MarkupWriter writer, string digits, TexStyle style)
    {
        if (style == TexStyle.Blackboard) writer.Identifier(string.Concat(digits.Select(digit => Blackboard(digit.ToString()))));
        else writer.Number(digits);
    }

    // The common blackboard letters were in Unicode before the block of the others, which has gaps in their places.
    private static string Blackboard(string letter) => letter switch
    {
        "C" => "ℂ",
        "H" => "ℍ",
        "N" => "ℕ",
        "P" => "ℙ",
        "Q" => "ℚ",
        "R" => "ℝ",
        "Z" => "ℤ",
        [>= 'A' and <= 'Z'] => Shifted(letter[0], 'A', 0x1D538),
        [>= 'a' and <= 'z'] => Shifted(letter[0], 'a', 0x1D552),
        [>= '0' and <= '9'] => Shifted(letter[0], '0', 0x1D7D8),
        _ => letter,
    };

    private static string Calligraphic(string letter) => letter switch
    {
        "B" => "ℬ",
        "E" => "ℰ",
        "F" => "ℱ",
        "H" => "ℋ",
        "I" => "ℐ",
        "L" => "ℒ",
        "M" => "ℳ",
        "R" => "ℛ",
        [>= 'A' and <= 'Z'] => Shifted(letter[0], 'A', 0x1D49C),
        _ => letter,
    };

    private static string Shifted(char letter, char first, int block) => new Rune(block + letter - first).ToString();
}
