using System.Buffers.Binary;
using System.Diagnostics;
using Protocol;

namespace Grader.Running;

/// <summary>
/// The grader's end of the three pipes. One loop writes the request, reads the reply and drains what is printed, and leaves it
/// at the deadline whatever the other side does: a box that does not read, that prints without end or that never answers.
/// </summary>
internal sealed class BoxLine
{
    private const int LengthBytes = 4;

    private readonly int requests;
    private readonly int replies;
    private readonly int prints;
    private readonly int outputBytes;
    private readonly byte[] chunk = new byte[64 << 10];
    private readonly byte[] header = new byte[LengthBytes];
    private bool printsEnded;

    /// <param name="outputBytes">How much may be printed.</param>
    /// <exception cref="IOException">A pipe cannot be set up.</exception>
    public BoxLine(int requests, int replies, int prints, Limits limits, int outputBytes)
    {
        (this.requests, this.replies, this.prints, this.outputBytes) = (requests, replies, prints, outputBytes);
        Printed = new CapturedOutput(limits.KeptOutputBytes);
        foreach (var descriptor in (ReadOnlySpan<int>)[requests, replies, prints]) UnixCalls.StopBlocking(descriptor);
    }

    internal enum Ending
    {
        Answered,
        Ended,
        TimedOut,
        Flooded,
        Malformed,
    }

    public CapturedOutput Printed { get; }

    /// <summary>Sends a frame (or nothing) and waits for one back.</summary>
    public (Ending Ending, byte[] Payload) Exchange(ReadOnlySpan<byte> frame, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var headerRead = 0;
        byte[]? payload = null;
        var payloadRead = 0;
        Span<UnixCalls.Polled> polled = stackalloc UnixCalls.Polled[3];
        while (true)
        {
            var left = time - Stopwatch.GetElapsedTime(start);
            if (left <= TimeSpan.Zero) return (Ending.TimedOut, []);
            polled[0] = new() { Descriptor = replies, Wanted = UnixCalls.Readable };
            // Negative descriptors are passed over.
            polled[1] = new() { Descriptor = printsEnded ? -1 : prints, Wanted = UnixCalls.Readable };
            polled[2] = new() { Descriptor = frame.IsEmpty ? -1 : requests, Wanted = UnixCalls.Writable };
            var ready = UnixCalls.Poll(polled, (int)Math.Min(int.MaxValue, Math.Ceiling(left.TotalMilliseconds)));
            if (ready < 0 && ready != -UnixCalls.Interrupted) throw new IOException($"Waiting for the box failed (error {-ready}).");
            if (ready <= 0) continue;

            if (polled[1].Met != 0 && !DrainOnce()) return (Ending.Flooded, []);
            if (polled[2].Met != 0)
            {
                var written = UnixCalls.Write(requests, frame);
                // Nobody reads any more: what the box said last, and how it ended, tells why.
                frame = written > 0 ? frame[written..] : IsLater(written) ? frame : [];
            }

            if (polled[0].Met == 0) continue;
            var target = payload is null ? header.AsSpan(headerRead) : payload.AsSpan(payloadRead);
            var count = UnixCalls.Read(replies, target);
            if (IsLater(count)) continue;
            if (count <= 0) return (Ending.Ended, []);
            if (payload is not null)
            {
                payloadRead += count;
            }
            else if ((headerRead += count) == LengthBytes)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(header);
                if (length is <= 0 or > Caps.ReplyBytes) return (Ending.Malformed, []);
                payload = new byte[length];
            }

            if (payload is not null && payloadRead == payload.Length) return DrainAll() ? (Ending.Answered, payload) : (Ending.Flooded, []);
        }
    }

    /// <summary>Takes what stands in the pipe of prints now.</summary>
    /// <returns>False when more was printed than is allowed.</returns>
    public bool DrainAll()
    {
        Span<UnixCalls.Polled> polled = stackalloc UnixCalls.Polled[1];
        while (!printsEnded)
        {
            polled[0] = new() { Descriptor = prints, Wanted = UnixCalls.Readable };
            if (UnixCalls.Poll(polled, 0) <= 0) return true;
            if (!DrainOnce()) return false;
        }

        return true;
    }

    private bool DrainOnce()
    {
        var count = UnixCalls.Read(prints, chunk);
        if (count > 0) Printed.Add(chunk.AsSpan(0, count));
        else printsEnded = !IsLater(count);
        return Printed.Count <= outputBytes;
    }

    private static bool IsLater(int result) => result is -UnixCalls.TryAgain or -UnixCalls.TryAgainOnMac or -UnixCalls.Interrupted;
}
