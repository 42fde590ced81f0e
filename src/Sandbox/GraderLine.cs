using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Protocol;

namespace Sandbox;

/// <summary>
/// The two pipes to the grader. They are moved away from the standard descriptors, so that what a student prints lands in the
/// error pipe, and a student who reads finds the end of the input. The system's own calls throughout: the first file that .NET
/// opens costs each start two milliseconds.
/// </summary>
internal sealed unsafe partial class GraderLine
{
    private const int LengthBytes = 4;
    private const int Interrupted = 4;

    private readonly int requests;
    private readonly int replies;

    private GraderLine(int requests, int replies)
    {
        this.requests = requests;
        this.replies = replies;
    }

    /// <exception cref="IOException">A descriptor could not be moved.</exception>
    public static GraderLine TakeOver()
    {
        var line = new GraderLine(Moved(Duplicate(0)), Moved(Duplicate(1)));
        int nothing;
        fixed (byte* path = "/dev/null\0"u8) nothing = Moved(Open(path, flags: 0));
        Moved(Duplicate(nothing, 0));
        Moved(Duplicate(2, 1));
        _ = Close(nothing);
        return line;
    }

    /// <returns>Null when the grader has closed the line.</returns>
    /// <exception cref="MalformedFrameException">The bytes are no request: the grader is another version.</exception>
    public Request? Receive()
    {
        var header = stackalloc byte[LengthBytes];
        if (!Fill(header, LengthBytes)) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(new(header, LengthBytes));
        if (length is <= 0 or > Caps.RequestBytes) throw new MalformedFrameException($"A request of {length} bytes.");
        var payload = new byte[length];
        fixed (byte* start = payload)
        {
            if (!Fill(start, length)) return null;
        }

        return Wire.ReadRequest(payload);
    }

    /// <exception cref="IOException">The grader has closed the line.</exception>
    public void Send(Reply reply)
    {
        var frame = Wire.Frame(reply).Span;
        fixed (byte* start = frame)
        {
            for (var sent = 0; sent < frame.Length;)
            {
                var count = Write(replies, start + sent, (nuint)(frame.Length - sent));
                if (count >= 0) sent += (int)count;
                else if (!WasInterrupted()) throw Failed();
            }
        }
    }

    /// <returns>False at the end.</returns>
    private bool Fill(byte* target, int length)
    {
        while (length > 0)
        {
            var count = Read(requests, target, (nuint)length);
            if (count < 0 && WasInterrupted()) continue;
            if (count <= 0) return false;
            target += count;
            length -= (int)count;
        }

        return true;
    }

    private static int Moved(int descriptor) => descriptor >= 0 ? descriptor : throw Failed();

    private static bool WasInterrupted() => Marshal.GetLastSystemError() == Interrupted;

    private static IOException Failed() => new($"The line to the grader fails (error {Marshal.GetLastSystemError()}).");

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int descriptor, int wanted);

    [LibraryImport("libc", EntryPoint = "open")]
    private static partial int Open(byte* path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte* bytes, nuint count);
}
