using Formulas.Text;

namespace Grader.Statistics;

/// <summary>How many shares from 0 to 1 fall into each of several bins of equal width.</summary>
/// <param name="Counts">From the lowest bin to the highest. Each holds its lower end; the last one also its upper end.</param>
public sealed record Histogram(EquatableList<int> Counts)
{
    /// <param name="shares">Decimal, so that a share that is exactly a bin's end falls where it belongs. Beyond 0 and 1 they count in the outermost bins.</param>
    /// <param name="bins">At least 1.</param>
    public static Histogram Of(IEnumerable<decimal> shares, int bins)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var counts = new int[bins];
        foreach (var share in shares) counts[(int)Math.Clamp(Math.Floor(share * bins), 0, bins - 1)]++;
        return new(counts.ToEquatableList());
    }
}
