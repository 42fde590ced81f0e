namespace Formulas.Text;

/// <summary>Points into the student's text.</summary>
public static class Caret
{
    private const int Before = 40;
    private const int After = 40;

    /// <summary>
    /// Two lines: the part of the text around the diagnostic's span, and carets under the span. Line ends and tabs show as
    /// spaces, so that the carets stand where they should; long texts are cut with an ellipsis on either side.
    /// </summary>
    public static string Render(string text, Diagnostic diagnostic)
    {
        var start = Math.Clamp(diagnostic.Span.Start, 0, text.Length);
        var end = Math.Clamp(diagnostic.Span.End, start, text.Length);
        var from = start <= Before ? 0 : start - Before;
        var to = Math.Min(text.Length, Math.Max(end, start + 1) + After);
        if (to - from > 2 * (Before + After)) to = from + (2 * (Before + After));
        var opening = from > 0 ? "…" : "";
        var closing = to < text.Length ? "…" : "";
        var shown = string.Create(to - from, (text, from), static (line, state) =>
        {
            for (var at = 0; at < line.Length; at++)
            {
                var character = state.text[state.from + at];
                line[at] = char.IsControl(character) ? ' ' : character;
            }
        });
        var width = Math.Max(1, Math.Min(end, to) - start);
        return $"{opening}{shown}{closing}\n{new string(' ', opening.Length + start - from)}{new string('^', width)}";
    }
}
