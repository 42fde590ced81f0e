namespace Grader.Batching;

/// <summary>What an earlier run left of one submission.</summary>
internal abstract record Earlier(DoneEntry Entry)
{
    /// <summary>Of a run that did not finish.</summary>
    public sealed record InJournal(DoneEntry Entry, JournalPlace Place) : Earlier(Entry);

    /// <summary>Of a finished run.</summary>
    /// <param name="Offset">Where its line starts in <c>results.jsonl</c>.</param>
    public sealed record InResults(DoneEntry Entry, long Offset, int Length) : Earlier(Entry);
}

/// <summary>The finished results of an earlier run: <c>keys.jsonl</c> says what each line of <c>results.jsonl</c> was made from.</summary>
internal sealed class EarlierResults : IDisposable
{
    public const string KeysFile = "keys.jsonl";

    private readonly FileStream? stream;

    private EarlierResults(FileStream? stream, Dictionary<string, Earlier.InResults> done) => (this.stream, Done) = (stream, done);

    /// <summary>By file. A line that its key does not fit is left out.</summary>
    public IReadOnlyDictionary<string, Earlier.InResults> Done { get; }

    public static EarlierResults None() => new(null, []);

    /// <exception cref="IOException">A file is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file is there and may not be read.</exception>
    public static EarlierResults Open(string output)
    {
        var (results, keys) = (Path.Combine(output, Batch.ResultsFile), Path.Combine(output, KeysFile));
        if (!File.Exists(results) || !File.Exists(keys)) return None();
        var stream = new FileStream(results, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            using var keyStream = File.OpenRead(keys);
            var byLine = new Dictionary<string, DoneEntry>();
            foreach (var line in ByteLines.Of(keyStream))
            {
                if (DoneEntry.Of(line.Content.Span) is { } entry) byLine[entry.Line] = entry;
            }

            var done = new Dictionary<string, Earlier.InResults>();
            foreach (var line in ByteLines.Of(stream))
            {
                if (byLine.GetValueOrDefault(Fingerprint.Of(line.Content.Span)) is { } entry) done[entry.File] = new(entry, line.Offset, line.Content.Length);
            }

            return new(stream, done);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public byte[] Line(Earlier.InResults place)
    {
        var bytes = new byte[place.Length];
        for (var done = 0; done < bytes.Length;)
        {
            var read = RandomAccess.Read(stream!.SafeFileHandle, bytes.AsSpan(done), place.Offset + done);
            if (read == 0) throw new IOException($"{Batch.ResultsFile} became shorter while it was in use.");
            done += read;
        }

        return bytes;
    }

    public void Dispose() => stream?.Dispose();
}
