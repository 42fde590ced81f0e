using System.Globalization;
using System.Text;
using Formulas.Rendering;
using static Grader.Plotting.SvgPlot;

namespace Grader.Plotting;

/// <summary>What each mark means, below the plot: a sample of it and its label, in as many rows as they need.</summary>
internal sealed class SvgLegend
{
    private const double RowHeight = 21, SampleWidth = 30, Gap = 16, LetterWidth = 7.2;

    private readonly List<(string Sample, string Label, double Across, int Row)> entries = [];

    private SvgLegend()
    {
    }

    /// <summary>0 for a single mark that needs no legend.</summary>
    public double Height => entries.Count == 0 ? 0 : ((entries[^1].Row + 1) * RowHeight) + 4;

    public static SvgLegend Of(Plot plot)
    {
        var legend = new SvgLegend();
        var (across, row) = (4.0, 0);
        foreach (var (sample, label) in Samples(plot))
        {
            var width = SampleWidth + (label.Length * LetterWidth) + Gap;
            if (across > 4 && across + width - Gap > Width) (across, row) = (4, row + 1);
            legend.entries.Add((sample, label, across, row));
            across += width;
        }
        return legend;
    }

    public string Markup(double top)
    {
        var text = new StringBuilder();
        foreach (var (sample, label, across, row) in entries)
        {
            text.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Place(across)} {Place(top + (row * RowHeight) + 10)})\">{sample}<text class=\"tick\" x=\"{Place(SampleWidth)}\" y=\"4\">{VisibleText.Escape(label)}</text></g>");
        }
        return text.ToString();
    }

    private static IEnumerable<(string Sample, string Label)> Samples(Plot plot) =>
        plot.Marks is [PlotMark.Line or PlotMark.Scatter or PlotMark.Histogram] ? [] : plot.Marks.SelectMany((mark, series) => Samples(mark, series));

    private static IEnumerable<(string Sample, string Label)> Samples(PlotMark mark, int series) => mark switch
    {
        PlotMark.Line line =>
            [($"<path class=\"line {SeriesStyle.Class(series)}\" stroke-width=\"{Place(line.Width)}\"{SeriesStyle.Dash(line, series)} d=\"M0 0H24\"/>", mark.Label)],
        PlotMark.Scatter => [($"<g class=\"dots {SeriesStyle.Class(series)}\">{SeriesStyle.Marker(series, 12, 0)}</g>", mark.Label)],
        PlotMark.Histogram => [($"<g class=\"bars {SeriesStyle.Class(series)}\"><rect x=\"4\" y=\"-6\" width=\"16\" height=\"12\"/></g>", mark.Label)],
        PlotMark.HeatMap map => Enumerable.Range(0, map.Levels.Count + 1).Select(band => (
            $"<g class=\"heat\"><rect class=\"swatch\" x=\"4\" y=\"-6\" width=\"18\" height=\"12\" fill-opacity=\"{Place(SvgMarks.Shade(map, band))}\"/></g>",
            band == 0 ? $"below {Numerals.Short(map.Levels[0])}" : $"from {Numerals.Short(map.Levels[band - 1])}")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
