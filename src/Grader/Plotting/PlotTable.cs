using Formulas.Text;

namespace Grader.Plotting;

/// <summary>The numbers of a plot in rows, few enough to be read.</summary>
/// <param name="Note">What was left out; null where nothing was.</param>
public sealed record PlotTable(EquatableList<string> Columns, EquatableList<EquatableList<string>> Rows, string? Note)
{
    private const int MostRows = 41, MostColumns = 9;

    /// <summary>Lines and scatters share the column of their x values; a heat map is a table of its own, highest y first.</summary>
    public static PlotTable Of(Plot plot)
    {
        ArgumentNullException.ThrowIfNull(plot);
        return plot.Marks.OfType<PlotMark.HeatMap>().FirstOrDefault() is { } map ? OfSurface(map, plot)
            : plot.Marks.OfType<PlotMark.Histogram>().FirstOrDefault() is { } bars ? OfBars(bars, plot)
            : OfPoints(plot);
    }

    /// <summary>Of so many, those to keep: the first, the last, and evenly between.</summary>
    internal static IEnumerable<int> Kept(int count, int most) => count <= most
        ? Enumerable.Range(0, count)
        : Enumerable.Range(0, most).Select(k => (int)Math.Round((double)k * (count - 1) / (most - 1)));

    private static PlotTable OfPoints(Plot plot)
    {
        var series = plot.Marks.Select(mark => Plot.Points(mark).GroupBy(point => point.X).ToDictionary(group => group.Key, group => group.First().Y)).ToList();
        var xs = series.SelectMany(points => points.Keys).Distinct().Order().ToList();
        return new(
            [plot.X.Label, .. plot.Marks.Select(mark => mark.Label)],
            [.. Kept(xs.Count, MostRows).Select(k => (EquatableList<string>)
            [
                Numerals.Short(xs[k]), .. series.Select(points => points.TryGetValue(xs[k], out var y) ? Numerals.Short(y) : "–"),
            ])],
            LeftOut(xs.Count, MostRows, "rows"));
    }

    private static PlotTable OfBars(PlotMark.Histogram bars, Plot plot) => new(
        [plot.X.Label, bars.Label],
        [.. Kept(bars.Values.Count, MostRows).Select(k => (EquatableList<string>)[Bin(bars, plot, k), Numerals.Short(bars.Values[k])])],
        LeftOut(bars.Values.Count, MostRows, "rows"));

    private static string Bin(PlotMark.Histogram bars, Plot plot, int k)
    {
        var (from, to) = (bars.Edges[k], bars.Edges[k + 1]);
        var name = plot.X.Scale == Scale.Named ? plot.X.Ticks.FirstOrDefault(tick => tick.At > from && tick.At < to).Text : null;
        return name ?? $"{Numerals.Short(from)} to {Numerals.Short(to)}";
    }

    private static PlotTable OfSurface(PlotMark.HeatMap map, Plot plot)
    {
        var columns = Kept(map.X.Count, MostColumns).ToList();
        return new(
            [$"{plot.Y.Label} \\ {plot.X.Label}", .. columns.Select(column => Numerals.Short(map.X[column]))],
            [.. Kept(map.Y.Count, MostColumns).Reverse().Select(row => (EquatableList<string>)
                [Numerals.Short(map.Y[row]), .. columns.Select(column => Numerals.Short(map.Rows[row][column]))])],
            map.X.Count > MostColumns || map.Y.Count > MostColumns ? $"A selection of the {map.X.Count} by {map.Y.Count} heights." : null);
    }

    private static string? LeftOut(int count, int most, string what) => count > most ? $"{most} of {count} {what}." : null;
}
