using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Grader.Marking;

/// <summary>
/// An answer's text as far as a mark depends on it: runs of white space count as one blank, none at the ends, accents are composed.
/// Case counts, since <c>W</c> and <c>w</c> are two quantities.
/// </summary>
public static class AnswerText
{
    public static string Normalise(string text) =>
        LetterComposition.Compose(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>16 hexadecimal digits that stand for the normalised text.</summary>
    public static string Hash(string text) => Number(text).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The same as a number.</summary>
    internal static ulong Number(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Normalise(text))));
}
