using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Grader.Batching;

/// <summary>A SHA-256 over texts and files, each with its length, so that no two different lists give the same bytes.</summary>
internal sealed class Fingerprint : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Null counts as something of its own, unlike an empty text.</summary>
    public Fingerprint Add(string? text)
    {
        if (text is null) return Length(-1);
        var bytes = Encoding.UTF8.GetBytes(text);
        Length(bytes.Length);
        hash.AppendData(bytes);
        return this;
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public Fingerprint AddFile(string path)
    {
        Length(-2);
        using var stream = File.OpenRead(path);
        hash.AppendData(SHA256.HashData(stream));
        return this;
    }

    /// <summary>64 hexadecimal digits.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public void Dispose() => hash.Dispose();

    private Fingerprint Length(long length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        hash.AppendData(bytes);
        return this;
    }
}
