using System.Globalization;
using System.Text;
using Formulas.Rendering;

namespace Grader.Plotting;

/// <summary>
/// A plot as the text of an SVG element. Colours are CSS classes (<c>templates/plot.hbs</c> defines them, light and dark);
/// dashes, markers and the legend tell the marks apart without them.
/// </summary>
public static class SvgPlot
{
    /// <summary>Narrow, so that on a phone the letters are hardly smaller than drawn.</summary>
    internal const double Width = 380, Height = 270;

    internal const double Left = 56, Right = 14, Top = 30, Bottom = 46;

    /// <param name="anchor">Begins the ids of title and description: letters, digits and hyphens, unlike any other on the page.</param>
    public static string Render(Plot plot, string anchor)
    {
        ArgumentNullException.ThrowIfNull(plot);
        var legend = SvgLegend.Of(plot);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg class=\"plot\" viewBox=\"0 0 {Width:0} {Height + legend.Height:0}\" role=\"img\" aria-labelledby=\"{anchor}-title {anchor}-desc\">");
        text.Append(CultureInfo.InvariantCulture, $"<title id=\"{anchor}-title\">{VisibleText.Escape(plot.Title)}</title>");
        text.Append(CultureInfo.InvariantCulture, $"<desc id=\"{anchor}-desc\">{VisibleText.Escape(plot.TextAlternative)}</desc>");
        var marks = new SvgMarks(plot);

        // A surface fills its place and would hide the grid; lines lie on top of it.
        var surfaces = plot.Marks.Any(mark => mark is PlotMark.HeatMap);
        if (surfaces) text.Append(marks.Markup());
        AppendAxes(text, plot);
        if (!surfaces) text.Append(marks.Markup());
        text.Append(legend.Markup(Height));
        return text.Append("</svg>").ToString();
    }

    internal static double AcrossOf(Plot plot, double x) => Left + (plot.X.Share(x) * (Width - Left - Right));

    internal static double DownOf(Plot plot, double y) => Height - Bottom - (plot.Y.Share(y) * (Height - Bottom - Top));

    /// <summary>A place in the drawing, to a hundredth of a unit.</summary>
    internal static string Place(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static void AppendAxes(StringBuilder text, Plot plot)
    {
        text.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"4\" y=\"14\">{VisibleText.Escape(plot.Y.Label)}</text>");
        text.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"{Place(Width - Right)}\" y=\"{Place(Height - 8)}\" text-anchor=\"end\">{VisibleText.Escape(plot.X.Label)}</text>");
        foreach (var tick in plot.Y.Ticks)
        {
            var down = DownOf(plot, tick.At);
            text.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Place(Left)}\" y1=\"{Place(down)}\" x2=\"{Place(Width - Right)}\" y2=\"{Place(down)}\"/>");
            text.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{Place(Left - 6)}\" y=\"{Place(down + 4)}\" text-anchor=\"end\">{VisibleText.Escape(tick.Text)}</text>");
        }

        foreach (var tick in plot.X.Ticks)
        {
            var across = AcrossOf(plot, tick.At);
            text.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Place(across)}\" y1=\"{Place(Height - Bottom)}\" x2=\"{Place(across)}\" y2=\"{Place(Height - Bottom + 4)}\"/>");
            text.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{Place(across)}\" y=\"{Place(Height - Bottom + 18)}\" text-anchor=\"middle\">{VisibleText.Escape(tick.Text)}</text>");
        }

        text.Append(CultureInfo.InvariantCulture, $"<path class=\"frame\" d=\"M{Place(Left)} {Place(Top)}V{Place(Height - Bottom)}H{Place(Width - Right)}\"/>");
    }
}
