using Formulas.Text;

namespace Grader.Plotting;

/// <summary>A picture of numbers, as data: pure, and known to no page.</summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Description">What one sees in it, in a sentence or two, for those who cannot.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
public sealed record Plot(string Title, string Description, Axis X, Axis Y, EquatableList<PlotMark> Marks)
{
    /// <summary>The description, the axes, and each mark in numbers.</summary>
    public string TextAlternative => string.Join(' ',
    [
        Description, $"Across: {InWords(X)}.", $"Up: {InWords(Y)}.",
        .. Marks.Select(mark => $"{mark.Label}: {InWords(mark)}."),
    ]);

    /// <summary>Axes on which every point of lines and scatters has a place.</summary>
    public static Plot Over(string title, string description, string x, string y, params IReadOnlyList<PlotMark> marks) => new(
        title, description, Axis.Over(x, marks.SelectMany(Points).Select(point => point.X)), Axis.Over(y, marks.SelectMany(Points).Select(point => point.Y)), [.. marks]);

    /// <summary>The same with powers of ten upwards; what is not positive is not drawn.</summary>
    public static Plot LogarithmicOver(string title, string description, string x, string y, params IReadOnlyList<PlotMark> marks) =>
        Over(title, description, x, y, marks) with { Y = Axis.LogarithmicOver(y, marks.SelectMany(Points).Select(point => point.Y)) };

    /// <summary>The points that a mark is made of; none for a heat map.</summary>
    public static IEnumerable<PlotPoint> Points(PlotMark mark) => mark switch
    {
        PlotMark.Line line => line.Points,
        PlotMark.Scatter scatter => scatter.Points,
        PlotMark.Histogram histogram => histogram.Values.SelectMany((value, k) =>
            new[] { new PlotPoint(histogram.Edges[k], 0), new PlotPoint(histogram.Edges[k + 1], value) }),
        PlotMark.HeatMap => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string InWords(Axis axis) => axis.Scale == Scale.Named
        ? $"{axis.Label}: {string.Join(", ", axis.Ticks.Select(tick => tick.Text))}"
        : $"{axis.Label}, {Numerals.Short(axis.Low)} to {Numerals.Short(axis.High)}{(axis.Scale == Scale.Logarithmic ? " in powers of ten" : "")}";

    private static string InWords(PlotMark mark) => mark switch
    {
        PlotMark.Line line => Course(line.Points),
        PlotMark.Scatter { Points: [var only] } => $"one point, at {Numerals.Short(only.X)} across and {Numerals.Short(only.Y)} up",
        PlotMark.Scatter scatter => $"{scatter.Points.Count} points, {Range(scatter.Points.Select(point => point.Y))}",
        PlotMark.Histogram histogram => $"{histogram.Values.Count} bars, {Range(histogram.Values)}",
        PlotMark.HeatMap map => $"{map.X.Count} by {map.Y.Count} heights, {Range(map.Rows.SelectMany(row => row))}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Course(EquatableList<PlotPoint> points) => points.Count == 0
        ? "no points"
        : $"from {Numerals.Short(points[0].Y)} to {Numerals.Short(points[^1].Y)}, {Range(points.Select(point => point.Y))}";

    private static string Range(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).ToList();
        return $"least {Numerals.Short(finite.Min())}, greatest {Numerals.Short(finite.Max())}";
    }
}
