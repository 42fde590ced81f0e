using System.Buffers;
using System.Text;

namespace Grader.Running;

/// <summary>What the student's code printed: its beginning kept, all of it counted.</summary>
internal sealed class CapturedOutput(int keptBytes)
{
    private readonly ArrayBufferWriter<byte> kept = new();

    public long Count { get; private set; }

    public bool IsCut => Count > keptBytes;

    public string Text => Encoding.UTF8.GetString(kept.WrittenSpan);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Count += bytes.Length;
        var room = keptBytes - kept.WrittenCount;
        kept.Write(bytes[..Math.Min(room, bytes.Length)]);
    }
}
