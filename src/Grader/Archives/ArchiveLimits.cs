namespace Grader.Archives;

/// <summary>What an archive may unpack to, counted as it is really read: what it says of itself is not believed.</summary>
/// <param name="Entries">How many files and folders.</param>
/// <param name="EntryBytes">Of one file.</param>
/// <param name="TotalBytes">Of all together.</param>
/// <param name="Ratio">How many bytes one byte of the archive may become, in files over <paramref name="RatioFrom"/> bytes.</param>
public sealed record ArchiveLimits(int Entries, long EntryBytes, long TotalBytes, int Ratio, long RatioFrom)
{
    public static ArchiveLimits Default { get; } = new(Entries: 200_000, EntryBytes: 64L << 20, TotalBytes: 8L << 30, Ratio: 200, RatioFrom: 4L << 20);
}
