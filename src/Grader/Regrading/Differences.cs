using Grader.Batching;

namespace Grader.Regrading;

/// <summary>Holds the results of two gradings against each other. Both are in ordinal order of their files, so neither is ever in memory as a whole.</summary>
public static class Differences
{
    public static IEnumerable<Difference> Between(IEnumerable<ResultLine> before, IEnumerable<ResultLine> after)
    {
        using var earlier = before.GetEnumerator();
        using var later = after.GetEnumerator();
        var (old, current) = (Next(earlier), Next(later));
        while (old is not null || current is not null)
        {
            var order = old is null ? 1 : current is null ? -1 : string.CompareOrdinal(old.File, current.File);
            if (Difference.Of(order <= 0 ? old : null, order >= 0 ? current : null) is { } difference) yield return difference;
            if (order <= 0) old = Next(earlier);
            if (order >= 0) current = Next(later);
        }
    }

    private static ResultLine? Next(IEnumerator<ResultLine> lines) => lines.MoveNext() ? lines.Current : null;
}
