namespace Grader.Statistics;

/// <summary>
/// How well one part tells strong students from weak ones: its mean share of marks among the best 27 % less that among the weakest 27 %.
/// The fraction is from T. L. Kelley, "The selection of upper and lower groups for the validation of test items", Journal of Educational
/// Psychology 30 (1939). Students with the same total at the edge of a group count in part, so that no order among them matters.
/// </summary>
public static class UpperLower
{
    /// <summary>The part of the class that makes each group.</summary>
    public const double Fraction = 0.27;

    /// <summary>From -1 to 1; null without students.</summary>
    /// <param name="students">Each one's total, by which they are ranked, and share of the part's marks.</param>
    public static double? Discrimination(IEnumerable<(double Total, double Item)> students)
    {
        var tied = students.GroupBy(student => student.Total, student => student.Item)
            .OrderBy(group => group.Key)
            .Select(group => (Mean: group.Average(), Count: group.Count()))
            .ToList();
        if (tied.Count == 0) return null;
        var size = Fraction * tied.Sum(group => group.Count);
        return MeanOfFirst(size, Enumerable.Reverse(tied)) - MeanOfFirst(size, tied);
    }

    private static double MeanOfFirst(double size, IEnumerable<(double Mean, int Count)> tied)
    {
        var (sum, left) = (0.0, size);
        foreach (var (mean, count) in tied)
        {
            var taken = Math.Min(left, count);
            sum += taken * mean;
            left -= taken;
            if (left <= 0) break;
        }

        return sum / size;
    }
}
