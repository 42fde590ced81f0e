using Grader.Classes;
using Grader.Statistics;

namespace Grader.Reporting;

/// <summary>Plots in the coordinates of their pictures, each with its text.</summary>
internal static class Charts
{
    private const double BinWidth = 33;
    private const double Gap = 3;
    private const double Left = 15;
    private const double Floor = 132;
    private const double Tallest = 98;

    /// <summary>Scores in bins, 360 wide and 160 high; null where there are none.</summary>
    public static HistogramView? Histogram(WorksheetFigures figures, int number)
    {
        if (figures.Scores is not { } scores) return null;
        var counts = figures.Histogram.Counts;
        var most = counts.Max();
        var percent = 100 / counts.Count;
        var bars = counts.Select((count, bin) => Bar(count, bin, most, percent)).ToList();
        var fullest = counts.Select((count, bin) => (count, bin)).MaxBy(entry => entry.count).bin;
        return new(
            $"histogram-{number}",
            $"Shares of the points in steps of {percent} percent. Most lie from {percent * fullest} to {percent * (fullest + 1)} %, where {Figures.Count(most, "submission lies", "submissions lie")}. "
                + $"The median is {Figures.Percent(scores.Median).Words}. The table below holds all numbers.",
            Figures.Coordinate(Left + (scores.Median * BinWidth * counts.Count)),
            bars,
            [.. Enumerable.Range(0, (counts.Count / 2) + 1).Select(tick => new TickView(Figures.Coordinate(Left + (2 * tick * BinWidth)), 2 * tick * percent))]);
    }

    /// <summary>Verdicts as shares of a bar 100 wide, in an order that is always the same.</summary>
    public static IReadOnlyList<SegmentView> Stacked(VerdictCounts counts, int total)
    {
        var segments = new List<SegmentView>();
        var from = 0;
        foreach (var (count, verdict) in InOrder(counts))
        {
            if (count > 0) segments.Add(new(verdict.Kind, Figures.Coordinate(100.0 * from / total), Figures.Coordinate(100.0 * count / total)));
            from += count;
        }

        return segments;
    }

    /// <summary>Every kind of verdict, from the best to those that say nothing.</summary>
    public static IReadOnlyList<(int Count, VerdictWords Verdict)> InOrder(VerdictCounts counts) =>
    [
        (counts.Correct, VerdictWords.Of(Checking.Verdict.Correct)),
        (counts.Partial, VerdictWords.Of(Checking.Verdict.Partial)),
        (counts.Incorrect, VerdictWords.Of(Checking.Verdict.Incorrect)),
        (counts.Unreadable, VerdictWords.Of(Checking.Verdict.Unreadable)),
        (counts.Missing, VerdictWords.Of(Checking.Verdict.Missing)),
        (counts.Pending, VerdictWords.Of(Checking.Verdict.Pending)),
    ];

    private static BarView Bar(int count, int bin, int most, int percent)
    {
        var height = most == 0 ? 0 : Tallest * count / most;
        var x = Left + (bin * BinWidth);
        return new(
            $"{percent * bin} to {percent * (bin + 1)} %",
            count,
            Figures.Coordinate(x + (Gap / 2)),
            Figures.Coordinate(Floor - height),
            Figures.Coordinate(height),
            Figures.Coordinate(x + (BinWidth / 2)),
            Figures.Coordinate(Floor - height - 4),
            count > 0 ? count : null);
    }
}
