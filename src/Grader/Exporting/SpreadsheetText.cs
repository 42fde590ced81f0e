namespace Grader.Exporting;

/// <summary>
/// Text that a spreadsheet shows and never runs. A cell that would be taken for a formula gets an apostrophe in front,
/// which spreadsheets hide; <see cref="Written"/> takes it off again.
/// </summary>
public static class SpreadsheetText
{
    private const char Shield = '\'';

    // The wide forms of East Asian keyboards start formulas too.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static string Safe(string text) => IsRisky(text) ? Shield + text : text;

    /// <summary>The text as it was before <see cref="Safe"/>.</summary>
    public static string Written(string cell) => cell.Length > 1 && cell[0] == Shield && IsRisky(cell[1..]) ? cell[1..] : cell;

    /// <summary>Whether a spreadsheet would take the text for a formula; it looks past blanks and byte order marks.</summary>
    public static bool IsRisky(string text)
    {
        if (text.Length == 0) return false;
        if (FormulaStarts.Contains(text[0], StringComparison.Ordinal)) return true;
        var start = text.TrimStart(' ', '\u00A0', '\uFEFF', '\u200B', '\t', '\r', '\n');
        return start.Length > 0 && FormulaStarts.Contains(start[0], StringComparison.Ordinal);
    }
}
