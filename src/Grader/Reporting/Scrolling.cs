namespace Grader.Reporting;

/// <summary>
/// Puts mathematics that may be wider than a phone into a region of its own that scrolls sideways, so that the page never does.
/// Such a region takes the keyboard's focus, or it could not be scrolled without a pointer.
/// </summary>
internal static class Scrolling
{
    /// <summary>About what a phone of 360 pixels shows of a line.</summary>
    private const int NarrowLetters = 24;

    public static string Block(string mathMl) => IsWide(mathMl)
        ? $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">{mathMl}</div>"
        : $"<div class=\"scroll\">{mathMl}</div>";

    public static string Inline(string mathMl) => IsWide(mathMl)
        ? $"<span class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">{mathMl}</span>"
        : mathMl;

    private static bool IsWide(string mathMl)
    {
        var letters = 0;
        var inTag = false;
        foreach (var character in mathMl)
        {
            if (character == '<') inTag = true;
            else if (character == '>') inTag = false;
            else if (!inTag) letters++;
        }

        return letters > NarrowLetters;
    }
}
