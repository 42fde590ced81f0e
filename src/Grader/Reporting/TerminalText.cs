namespace Grader.Reporting;

/// <summary>Text of students and of file names, made safe to show on a terminal.</summary>
public static class TerminalText
{
    private const int Most = 60;

    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Without control characters, which could move a terminal's cursor, recolour it or retitle its window, and without
    /// marks of writing direction, which could turn the text behind them around. Line ends and tabs stay.
    /// </summary>
    public static string Safe(string text) =>
        HoldsUnsafe(text) ? string.Concat(text.Select(character => IsUnsafe(character) ? Replacement : character)) : text;

    /// <summary>JSON without such characters: they can only stand in its texts, where their numbers mean the same.</summary>
    public static string SafeJson(string json) =>
        HoldsUnsafe(json) ? string.Concat(json.Select(character => IsUnsafe(character) ? $"\\u{(int)character:x4}" : character.ToString())) : json;

    /// <summary>Safe, and in one line.</summary>
    public static string OneLine(string text) => Safe(text.ReplaceLineEndings(" "));

    /// <summary>In one line, and cut where it is too long for a column.</summary>
    public static string Short(string text)
    {
        var line = OneLine(text);
        return line.Length <= Most ? line : line[..(Most - 1)] + "…";
    }

    private static bool HoldsUnsafe(string text)
    {
        foreach (var character in text)
        {
            if (IsUnsafe(character)) return true;
        }

        return false;
    }

    private static bool IsUnsafe(char character) =>
        (char.IsControl(character) && character is not '\n' and not '\t')
        || character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
