using System.Globalization;

namespace Grader.Plotting;

/// <summary>What tells the marks of one plot apart: a colour class, and without colours a dash or a marker.</summary>
internal static class SeriesStyle
{
    private const int Styles = 6;

    private static readonly string[] Dashes = ["", "7 4", "2 3", "9 3 2 3", "12 5", "1 5"];

    public static string Class(int series) => string.Create(CultureInfo.InvariantCulture, $"series-{(series % Styles) + 1}");

    /// <summary>The attribute for a stroke, with a space before it; nothing for a solid line.</summary>
    public static string Dash(PlotMark.Line line, int series) => line.Dashed && Dashes[series % Styles] is { Length: > 0 } dash ? $" stroke-dasharray=\"{dash}\"" : "";

    /// <summary>A marker around a place: circle, square, diamond, triangle, cross, plus.</summary>
    public static string Marker(int series, double across, double down)
    {
        var (x, y) = (SvgPlot.Place(across), SvgPlot.Place(down));
        return (series % Styles) switch
        {
            0 => $"<circle cx=\"{x}\" cy=\"{y}\" r=\"3.2\"/>",
            1 => $"<path d=\"M{x} {y}m-3-3h6v6h-6z\"/>",
            2 => $"<path d=\"M{x} {y}m0-4.4l4.4 4.4l-4.4 4.4l-4.4-4.4z\"/>",
            3 => $"<path d=\"M{x} {y}m0-4.2l4 7h-8z\"/>",
            4 => $"<path class=\"open\" d=\"M{x} {y}m-3.5-3.5l7 7m0-7l-7 7\"/>",
            _ => $"<path class=\"open\" d=\"M{x} {y}m-4.2 0h8.4m-4.2-4.2v8.4\"/>",
        };
    }
}
