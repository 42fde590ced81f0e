using Formulas.Text;

namespace Grader.Plotting;

public readonly record struct PlotPoint(double X, double Y);

/// <summary>What is drawn between the axes. Colour, dash and marker follow from the place among the marks of a plot.</summary>
/// <param name="Label">Stands in the legend and in the text alternative.</param>
public abstract record PlotMark(string Label)
{
    /// <summary>Points joined in their order. A point without a place on the axes leaves a gap.</summary>
    public sealed record Line(string Label, EquatableList<PlotPoint> Points) : PlotMark(Label)
    {
        /// <summary>In units of the drawing. Lines on top of each other are told apart by drawing the wide ones first.</summary>
        public double Width { get; init; } = 2;

        /// <summary>Whether the line has the dashes of its place. Lines of different widths are told apart without.</summary>
        public bool Dashed { get; init; } = true;

        /// <summary>The numbers at x = 0, 1, 2, ...</summary>
        public static Line Of(string label, IEnumerable<double> values) => new(label, [.. values.Select((value, step) => new PlotPoint(step, value))]);
    }

    /// <summary>Points by themselves, each with a marker.</summary>
    public sealed record Scatter(string Label, EquatableList<PlotPoint> Points) : PlotMark(Label);

    /// <summary>
    /// Bars that stand on 0: bar k reaches from Edges[k] to Edges[k + 1]. For names, <see cref="Axis.Named"/> and whole-numbered edges.
    /// </summary>
    /// <param name="Edges">Ascending, one more than there are values.</param>
    public sealed record Histogram(string Label, EquatableList<double> Edges, EquatableList<double> Values) : PlotMark(Label)
    {
        /// <summary>One bar for each value, over 0 to 1, 1 to 2, and so on.</summary>
        public static Histogram Bars(string label, params IReadOnlyList<double> values) =>
            new(label, [.. Enumerable.Range(0, values.Count + 1).Select(edge => (double)edge)], [.. values]);

        /// <summary>How many of the numbers lie in each bin; the last bin holds its upper edge too.</summary>
        public static Histogram Count(string label, IReadOnlyList<double> edges, IEnumerable<double> numbers)
        {
            var counts = new double[edges.Count - 1];
            foreach (var number in numbers)
            {
                var bin = Enumerable.Range(0, counts.Length)
                    .FirstOrDefault(k => number >= edges[k] && (number < edges[k + 1] || (k == counts.Length - 1 && number == edges[^1])), -1);
                if (bin >= 0) counts[bin]++;
            }
            return new(label, [.. edges], [.. counts]);
        }
    }

    /// <summary>A surface from above, in bands between levels: the higher, the stronger the shade.</summary>
    /// <param name="X">The centres of the columns, ascending and evenly spaced, at least 2.</param>
    /// <param name="Y">The centres of the rows, likewise.</param>
    /// <param name="Rows">Rows[r][c] is the height at Y[r], X[c].</param>
    /// <param name="Levels">Ascending; a band lies below the first, between each two, and above the last.</param>
    public sealed record HeatMap(
        string Label, EquatableList<double> X, EquatableList<double> Y, EquatableList<EquatableList<double>> Rows, EquatableList<double> Levels) : PlotMark(Label)
    {
        /// <summary>The band of a height: 0 below the first level.</summary>
        public int Band(double height) => Levels.Count(level => height >= level);

        /// <summary>A surface measured at evenly spaced points.</summary>
        public static HeatMap Of(
            string label, IReadOnlyList<double> x, IReadOnlyList<double> y, Func<double, double, double> height, IReadOnlyList<double> levels) =>
            new(label, [.. x], [.. y], [.. y.Select(row => (EquatableList<double>)[.. x.Select(column => height(column, row))])], [.. levels]);
    }
}
