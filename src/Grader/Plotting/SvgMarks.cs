using System.Globalization;
using System.Text;
using Formulas.Rendering;
using static Grader.Plotting.SvgPlot;

namespace Grader.Plotting;

/// <summary>The marks of a plot, drawn one over the other in their order.</summary>
internal sealed class SvgMarks(Plot plot)
{
    /// <summary>More points than this in a line are not seen; of each further bunch the least and the greatest are kept.</summary>
    private const int MostPoints = 600;

    /// <summary>Bars that are few enough carry their values.</summary>
    private const int MostLabelledBars = 12;

    public string Markup()
    {
        var text = new StringBuilder();
        for (var series = 0; series < plot.Marks.Count; series++)
        {
            text.Append(plot.Marks[series] switch
            {
                PlotMark.Line line => Line(line, series),
                PlotMark.Scatter scatter => Scatter(scatter, series),
                PlotMark.Histogram histogram => Histogram(histogram, series),
                PlotMark.HeatMap map => HeatMap(map),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
        return text.ToString();
    }

    /// <summary>At most about 600 points, with every peak and trough of the whole.</summary>
    internal static IReadOnlyList<PlotPoint> Thinned(IReadOnlyList<PlotPoint> points)
    {
        if (points.Count <= MostPoints) return points;
        var bunch = (int)Math.Ceiling(points.Count / (MostPoints / 2.0));
        return
        [
            points[0],
            .. points.Skip(1).SkipLast(1).Chunk(bunch).SelectMany(chunk => Extremes(chunk)),
            points[^1],
        ];
    }

    /// <summary>A gap in a bunch stays a gap.</summary>
    private static IEnumerable<PlotPoint> Extremes(PlotPoint[] chunk)
    {
        if (Array.FindIndex(chunk, point => !double.IsFinite(point.Y)) is >= 0 and var gap) return [chunk[gap]];
        var (low, high) = (Array.IndexOf(chunk, chunk.MinBy(point => point.Y)), Array.IndexOf(chunk, chunk.MaxBy(point => point.Y)));
        return low == high ? [chunk[low]] : [chunk[Math.Min(low, high)], chunk[Math.Max(low, high)]];
    }

    private bool Holds(PlotPoint point) => plot.X.Holds(point.X) && plot.Y.Holds(point.Y);

    private string At(PlotPoint point) => $"{Place(AcrossOf(plot, point.X))} {Place(DownOf(plot, point.Y))}";

    private string Line(PlotMark.Line line, int series)
    {
        var path = new StringBuilder();
        var drawing = false;
        foreach (var point in Thinned(line.Points))
        {
            var holds = Holds(point);
            if (holds) path.Append(drawing ? 'L' : 'M').Append(At(point));
            drawing = holds;
        }
        return path.Length == 0
            ? ""
            : $"<path class=\"line {SeriesStyle.Class(series)}\" stroke-width=\"{Place(line.Width)}\"{SeriesStyle.Dash(line, series)} d=\"{path}\"/>";
    }

    private string Scatter(PlotMark.Scatter scatter, int series) =>
        $"<g class=\"dots {SeriesStyle.Class(series)}\">{string.Concat(scatter.Points.Where(Holds).Select(point => SeriesStyle.Marker(series, AcrossOf(plot, point.X), DownOf(plot, point.Y))))}</g>";

    private string Histogram(PlotMark.Histogram histogram, int series)
    {
        var bars = new StringBuilder();
        var floor = DownOf(plot, Math.Clamp(0, plot.Y.Low, plot.Y.High));
        for (var k = 0; k < histogram.Values.Count; k++)
        {
            var value = histogram.Values[k];
            if (!plot.X.Holds(histogram.Edges[k]) || !plot.X.Holds(histogram.Edges[k + 1]) || !plot.Y.Holds(value)) continue;
            var (left, right, end) = (AcrossOf(plot, histogram.Edges[k]), AcrossOf(plot, histogram.Edges[k + 1]), DownOf(plot, value));
            bars.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Place(left + 1)}\" y=\"{Place(Math.Min(end, floor))}\" width=\"{Place(Math.Max(0.5, right - left - 2))}\" height=\"{Place(Math.Abs(floor - end))}\"/>");
            if (histogram.Values.Count > MostLabelledBars) continue;
            bars.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{Place((left + right) / 2)}\" y=\"{Place(Math.Min(end, floor) - 4)}\" text-anchor=\"middle\">{VisibleText.Escape(Numerals.Short(value))}</text>");
        }
        return $"<g class=\"bars {SeriesStyle.Class(series)}\">{bars}</g>";
    }

    /// <summary>Neighbours in a row that lie in the same band are one rectangle.</summary>
    private string HeatMap(PlotMark.HeatMap map)
    {
        var (wide, high) = ((map.X[^1] - map.X[0]) / (map.X.Count - 1), (map.Y[^1] - map.Y[0]) / (map.Y.Count - 1));
        var text = new StringBuilder("<g class=\"heat\">");
        for (var row = 0; row < map.Y.Count; row++)
        {
            var heights = map.Rows[row];
            var top = DownOf(plot, Math.Min(plot.Y.High, map.Y[row] + (high / 2)));
            var bottom = DownOf(plot, Math.Max(plot.Y.Low, map.Y[row] - (high / 2)));
            for (var from = 0; from < heights.Count;)
            {
                var band = map.Band(heights[from]);
                var to = from;
                while (to + 1 < heights.Count && map.Band(heights[to + 1]) == band) to++;
                if (band > 0)
                {
                    var left = AcrossOf(plot, Math.Max(plot.X.Low, map.X[from] - (wide / 2)));
                    var right = AcrossOf(plot, Math.Min(plot.X.High, map.X[to] + (wide / 2)));
                    text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Place(left)}\" y=\"{Place(top)}\" width=\"{Place(right - left)}\" height=\"{Place(bottom - top)}\" fill-opacity=\"{Place(Shade(map, band))}\"/>");
                }
                from = to + 1;
            }
        }
        return text.Append("</g>").ToString();
    }

    /// <summary>How strong the colour of a band is: 0 for the lowest, nearly 1 for the highest.</summary>
    internal static double Shade(PlotMark.HeatMap map, int band) => 0.9 * band / Math.Max(1, map.Levels.Count);
}
