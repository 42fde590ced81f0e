using Grader.Submissions;

namespace Grader.Authoring;

/// <summary>The mathematics of <c>statements.md</c>, with its places, by question and part.</summary>
/// <param name="Question">Null before the first question.</param>
/// <param name="Part">Null outside parts.</param>
internal sealed record StatementSpan(string? Question, string? Part, MathPlace Place, StatementMath Math)
{
    private const int LongestSpan = 20_000;

    /// <summary>A display of more lines is not looked at.</summary>
    private const int MostLines = 100;

    public static IEnumerable<StatementSpan> All(string text)
    {
        var (question, part) = ((string?)null, (string?)null);
        var fenced = false;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].StartsWith("```", StringComparison.Ordinal)) fenced = !fenced;
            if (fenced) continue;
            if (HeadingId(lines[line], "## Question ") is { } asked) (question, part) = (asked, null);
            else if (HeadingId(lines[line], "### ") is { } named) part = named;
            foreach (var span in Spans(lines, line)) yield return new(question, part, span.Place, span.Math);
        }
    }

    private static string? HeadingId(string line, string mark) =>
        line.StartsWith(mark, StringComparison.Ordinal) && line.IndexOf(':', StringComparison.Ordinal) is var end && end > mark.Length ? line[mark.Length..end].Trim() : null;

    /// <summary>What begins in this line. Between two dollars it may go on in the next ones, up to an empty one.</summary>
    private static IEnumerable<(MathPlace Place, StatementMath Math)> Spans(string[] lines, int line)
    {
        var text = lines[line];
        if (IsInsideDisplay(lines, line)) yield break;
        var code = false;
        for (var k = 0; k < text.Length; k++)
        {
            if (text[k] == '`') code = !code;
            if (text[k] == '\\') k++;
            if (k >= text.Length || text[k] != '$' || code) continue;
            var marks = k + 1 < text.Length && text[k + 1] == '$' ? "$$" : "$";
            var start = k + marks.Length;
            var whole = marks == "$$" ? string.Join('\n', lines.Skip(line).Take(MostLines).TakeWhile((next, below) => below == 0 || next.Length > 0)) : text;
            var end = whole.IndexOf(marks, start, StringComparison.Ordinal);
            if (end < 0 || end - start > LongestSpan) yield break;
            yield return (new(whole, start, line + 1), StatementMath.Read(whole[start..end]));
            k = end + marks.Length - 1;
        }
    }

    /// <summary>Whether a display that began above is still open here.</summary>
    private static bool IsInsideDisplay(string[] lines, int line)
    {
        var marks = 0;
        for (var above = line - 1; above >= 0 && lines[above].Length > 0 && line - above < MostLines; above--) marks += lines[above].Split("$$").Length - 1;
        return marks % 2 == 1;
    }
}

/// <summary>Where a piece of mathematics begins.</summary>
/// <param name="Text">The line or lines that hold it, from the line <paramref name="Line"/> on.</param>
internal sealed record MathPlace(string Text, int Start, int Line)
{
    public FilePosition Of(StatementLetter letter)
    {
        var before = Text.AsSpan(0, Start + letter.Offset);
        return new(Line + before.Count('\n'), before.Length - before.LastIndexOf('\n'));
    }
}
