using System.Text;

namespace Grader.Batching;

/// <summary>Where a submission stands in the journal: its entry, then its line of results.</summary>
internal readonly record struct JournalPlace(long Offset, int Entry, int Line);

/// <summary>
/// <c>journal.log</c>: what an unfinished batch has done so far, in the order it was done; each line is an entry, a tab and a line of
/// results. It is there exactly while a batch is unfinished. A line that a kill cut off was never reported as done, and is dropped.
/// </summary>
internal sealed class BatchJournal : IDisposable
{
    public const string FileName = "journal.log";

    private const byte Separator = (byte)'\t';

    private readonly FileStream stream;

    private readonly Lock turn = new();

    private bool isBroken;

    private BatchJournal(FileStream stream) => this.stream = stream;

    /// <summary>The journal, with what stands in it: the last of each file counts. Only one batch can hold it.</summary>
    /// <exception cref="IOException">It cannot be written, or another batch holds it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static (BatchJournal Journal, Dictionary<string, Earlier.InJournal> Done) Open(string output)
    {
        // No buffer: a line is with the system, whole or cut off, before it is reported as done.
        var stream = new FileStream(Path.Combine(output, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            var done = new Dictionary<string, Earlier.InJournal>();
            var end = 0L;
            foreach (var line in ByteLines.Of(stream))
            {
                end = line.Offset + line.Content.Length + 1;
                var tab = line.Content.Span.IndexOf(Separator);
                if (tab < 0 || DoneEntry.Of(line.Content.Span[..tab]) is not { } entry || Fingerprint.Of(line.Content.Span[(tab + 1)..]) != entry.Line) continue;
                done[entry.File] = new(entry, new(line.Offset, tab, line.Content.Length - tab - 1));
            }

            if (stream.Length > end) stream.SetLength(end);
            stream.Position = end;
            return (new(stream), done);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Adds a line; when this returns, no end of the program loses it. Safe for several threads.</summary>
    /// <exception cref="IOException">It cannot be written. Nothing more is taken then: a line must not follow half of another.</exception>
    public JournalPlace Append(DoneEntry entry, ReadOnlySpan<byte> line)
    {
        var head = entry.ToBytes();
        var whole = new byte[head.Length + 1 + line.Length + 1];
        head.CopyTo(whole, 0);
        whole[head.Length] = Separator;
        line.CopyTo(whole.AsSpan(head.Length + 1));
        whole[^1] = (byte)'\n';
        lock (turn)
        {
            if (isBroken) throw new IOException("The journal could not be written before.");
            var place = new JournalPlace(stream.Position, head.Length, line.Length);
            try
            {
                stream.Write(whole);
            }
            catch
            {
                isBroken = true;
                throw;
            }

            return place;
        }
    }

    public byte[] Entry(JournalPlace place) => Read(place.Offset, place.Entry);

    /// <summary>The line of results.</summary>
    public byte[] Line(JournalPlace place) => Read(place.Offset + place.Entry + 1, place.Line);

    public string Text(JournalPlace place) => Encoding.UTF8.GetString(Line(place));

    /// <summary>Takes the journal away: the batch is finished.</summary>
    public void Delete()
    {
        stream.Dispose();
        File.Delete(stream.Name);
    }

    public void Dispose() => stream.Dispose();

    private byte[] Read(long offset, int length)
    {
        var bytes = new byte[length];
        for (var done = 0; done < length;)
        {
            var read = RandomAccess.Read(stream.SafeFileHandle, bytes.AsSpan(done), offset + done);
            if (read == 0) throw new IOException("The journal became shorter while it was in use.");
            done += read;
        }

        return bytes;
    }
}
