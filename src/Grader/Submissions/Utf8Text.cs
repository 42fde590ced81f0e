using System.Text;
using System.Text.Unicode;

namespace Grader.Submissions;

/// <summary>Bytes to text, strictly: a byte that is not UTF-8 is reported with its place, never replaced.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text without a byte-order mark, or the problem.</returns>
    public static (string? Text, Problem? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF })) bytes = bytes[3..];
        if (bytes.StartsWith(new byte[] { 0xFF, 0xFE }) || bytes.StartsWith(new byte[] { 0xFE, 0xFF }))
        {
            return (null, FileMessages.OtherEncoding());
        }

        return Utf8.IsValid(bytes) ? (Encoding.GetString(bytes), null) : (null, FileMessages.NotUtf8(InvalidByte(bytes), PlaceOf(bytes, InvalidByte(bytes))));
    }

    private static int InvalidByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done) at += consumed;
        return at;
    }

    private static FilePosition PlaceOf(ReadOnlySpan<byte> bytes, int at)
    {
        var before = bytes[..at];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(before.Count((byte)'\n') + 1, Encoding.GetCharCount(before[lineStart..]) + 1);
    }
}
