using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Protocol;

namespace Sandbox;

/// <summary>
/// The two pipes to the grader. They are moved away from the standard descriptors, so that what a student prints lands in the
/// error pipe, and a student who reads finds the end of the input.
/// </summary>
internal sealed partial class GraderLine : IDisposable
{
    private const int LengthBytes = 4;

    private readonly Stream requests;
    private readonly Stream replies;

    private GraderLine(Stream requests, Stream replies)
    {
        this.requests = requests;
        this.replies = replies;
    }

    /// <exception cref="IOException">A descriptor could not be moved.</exception>
    public static GraderLine TakeOver()
    {
        if (OperatingSystem.IsWindows())
        {
            var windowsLine = new GraderLine(Console.OpenStandardInput(), Console.OpenStandardOutput());
            Console.SetIn(TextReader.Null);
            Console.SetOut(Console.Error);
            return windowsLine;
        }

        var input = Checked(Duplicate(0), "dup");
        var output = Checked(Duplicate(1), "dup");
        var nothing = File.OpenHandle("/dev/null");
        Checked(Duplicate((int)nothing.DangerousGetHandle(), 0), "dup2");
        Checked(Duplicate(2, 1), "dup2");
        nothing.Dispose();
        return new GraderLine(Unbuffered(input, FileAccess.Read), Unbuffered(output, FileAccess.Write));
    }

    /// <returns>Null when the grader has closed the line.</returns>
    /// <exception cref="MalformedFrameException">The bytes are no request: the grader is another version.</exception>
    public Request? Receive()
    {
        var header = new byte[LengthBytes];
        if (requests.ReadAtLeast(header, LengthBytes, throwOnEndOfStream: false) < LengthBytes) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is <= 0 or > Caps.RequestBytes) throw new MalformedFrameException($"A request of {length} bytes.");
        var payload = new byte[length];
        return requests.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length ? null : Wire.ReadRequest(payload);
    }

    public void Send(Reply reply) => replies.Write(Wire.Frame(reply).Span);

    public void Dispose()
    {
        requests.Dispose();
        replies.Dispose();
    }

    private static FileStream Unbuffered(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);

    private static int Checked(int result, string call) =>
        result >= 0 ? result : throw new IOException($"{call} failed with {Marshal.GetLastPInvokeError()}.");

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(int descriptor, int wanted);
}
