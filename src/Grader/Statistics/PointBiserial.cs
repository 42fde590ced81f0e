namespace Grader.Statistics;

/// <summary>
/// How well one part tells strong students from weak ones: the correlation of its marks with the marks of all other parts (the rest
/// score, so that the part is not compared with itself). For parts that are right or wrong this is the point-biserial coefficient of
/// F. M. Lord and M. R. Novick, Statistical Theories of Mental Test Scores (1968), chapter 15; with part marks it is Pearson's.
/// Summed in one pass after B. P. Welford, "Note on a method for calculating corrected sums of squares", Technometrics 4 (1962).
/// </summary>
/// <param name="ItemSquares">Sum of squared differences from the mean; likewise the others.</param>
public readonly record struct PointBiserial(int Count, double ItemMean, double RestMean, double ItemSquares, double RestSquares, double Products)
{
    /// <summary>From -1 to 1; null where either side is the same for all.</summary>
    public double? Correlation => ItemSquares > 0 && RestSquares > 0
        ? Math.Clamp(Products / Math.Sqrt(ItemSquares) / Math.Sqrt(RestSquares), -1, 1)
        : null;

    public static PointBiserial Of(IEnumerable<(double Item, double Others)> students) =>
        students.Aggregate(default(PointBiserial), (sums, student) => sums.And(student.Item, student.Others));

    /// <summary>With one student more.</summary>
    /// <param name="item">Share of the part's marks.</param>
    /// <param name="rest">Share of the marks of all other parts.</param>
    public PointBiserial And(double item, double rest)
    {
        var count = Count + 1;
        var (fromItemMean, fromRestMean) = (item - ItemMean, rest - RestMean);
        var (itemMean, restMean) = (ItemMean + (fromItemMean / count), RestMean + (fromRestMean / count));
        return new(
            count,
            itemMean,
            restMean,
            ItemSquares + (fromItemMean * (item - itemMean)),
            RestSquares + (fromRestMean * (rest - restMean)),
            Products + (fromItemMean * (rest - restMean)));
    }
}
