namespace Grader.Archives;

/// <summary>The checksum of zip archives: ITU-T V.42, reflected, polynomial 0xEDB88320.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => Enumerable.Range(0, 8).Aggregate((uint)index, (rest, _) => (rest & 1) != 0 ? (rest >> 1) ^ 0xEDB88320 : rest >> 1))];

    public const uint Start = 0xFFFFFFFF;

    public static uint Add(uint state, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes) state = (state >> 8) ^ Table[(byte)(state ^ value)];
        return state;
    }

    public static uint End(uint state) => ~state;
}
