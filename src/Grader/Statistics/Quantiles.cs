namespace Grader.Statistics;

/// <summary>
/// Sample quantiles by linear interpolation between neighbours in order: definition 7 in R. J. Hyndman and Y. Fan, "Sample quantiles in
/// statistical packages", The American Statistician 50 (1996). Spreadsheets and NumPy use the same one.
/// </summary>
public static class Quantiles
{
    /// <param name="sorted">In ascending order, at least one.</param>
    /// <param name="probability">From 0, the smallest value, to 1, the largest.</param>
    /// <exception cref="ArgumentException">There are no values, or the probability is outside its range.</exception>
    public static double Of(IReadOnlyList<double> sorted, double probability)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        if (sorted.Count == 0) throw new ArgumentException("Nothing has no quantiles.", nameof(sorted));
        if (probability is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1.");
        var place = probability * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Minimum, quartiles, maximum and mean; null where there are no values.</summary>
    public static Spread? Spread(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? null
            : new(sorted.Length, sorted[0], Of(sorted, 0.25), Of(sorted, 0.5), Of(sorted, 0.75), sorted[^1], sorted.Average());
    }
}

/// <summary>How values lie, in their own unit.</summary>
public sealed record Spread(int Count, double Least, double LowerQuartile, double Median, double UpperQuartile, double Most, double Mean);
