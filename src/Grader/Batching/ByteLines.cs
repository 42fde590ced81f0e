namespace Grader.Batching;

/// <summary>The whole lines of a file with their places, one at a time. What stands after the last line end was cut off and is no line.</summary>
internal static class ByteLines
{
    /// <param name="Offset">Where the line starts in the file.</param>
    /// <param name="Content">Without the line end; good until the next line is read.</param>
    public readonly record struct Line(long Offset, ReadOnlyMemory<byte> Content);

    public static IEnumerable<Line> Of(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var (start, filled, offset) = (0, 0, stream.Position);
        while (true)
        {
            var end = Array.IndexOf(buffer, (byte)'\n', start, filled - start);
            if (end >= 0)
            {
                yield return new(offset, buffer.AsMemory(start, end - start));
                offset += end + 1 - start;
                start = end + 1;
                continue;
            }

            Array.Copy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
            if (filled == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) yield break;
            filled += read;
        }
    }
}
