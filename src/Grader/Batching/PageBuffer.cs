using System.Text;

namespace Grader.Batching;

/// <summary>A page while it is made, as the bytes of its file. Used again for the next, since pages are too large to be thrown away cheaply.</summary>
internal sealed class PageBuffer : IDisposable
{
    private readonly MemoryStream bytes = new();

    private readonly StreamWriter writer;

    public PageBuffer() => writer = new(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 8192);

    /// <summary>The bytes of what was written; they hold until the next page.</summary>
    public ReadOnlyMemory<byte> Fill(Action<TextWriter> write)
    {
        try
        {
            write(writer);
            writer.Flush();
            return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        }
        finally
        {
            // Also half a page of one that failed.
            writer.Flush();
            bytes.SetLength(0);
        }
    }

    public void Dispose() => writer.Dispose();
}
