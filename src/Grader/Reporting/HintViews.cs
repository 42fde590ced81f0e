using Formulas.Rendering;
using Grader.Checking;
using Grader.Hints;

namespace Grader.Reporting;

/// <summary>Hints for a page: each is folded, and lies inside the one before, so that nobody reads further than is needed.</summary>
internal static class HintViews
{
    /// <summary>Null where there are none.</summary>
    public static HintView? Of(IReadOnlyList<Hint> hints)
    {
        HintView? next = null;
        for (var place = hints.Count - 1; place >= 0; place--)
        {
            next = new HintView(place + 1, Statements.ToHtml(hints[place].Text), hints[place].Frame is { } frame ? Outline(frame) : null, next);
        }

        return next;
    }

    private static string Outline(ReadFormula frame) => Scrolling.Block(MathMl.Render(frame.Tree, frame.Scope));
}
