using System.Security.Cryptography;
using System.Text;

namespace Grader.Variants;

/// <summary>
/// The name of one student's numbers, such as <c>k7q2-m9px</c>. All of them follow from it, so that a file that names it can be
/// checked anywhere; without the class's phrase nobody can tell which code belongs to which student.
/// </summary>
public sealed record VariantCode
{
    // No i, l, o and 0, which are read for one another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz123456789";

    private const int Length = 8;

    private VariantCode(string text) => Text = text;

    public string Text { get; }

    /// <summary>The seed of its numbers.</summary>
    public ulong Seed => Hash(Text);

    /// <summary>The code of a student: the same phrase, worksheet and student give the same code.</summary>
    public static VariantCode Of(string phrase, string worksheet, string student)
    {
        var bits = Hash($"{phrase.Length}:{phrase}/{worksheet}/{student.Trim()}");
        var letters = new char[Length];
        for (var i = 0; i < Length; i++, bits >>= 5) letters[i] = Letters[(int)(bits & 31)];
        return new($"{new string(letters, 0, Length / 2)}-{new string(letters, Length / 2, Length / 2)}");
    }

    /// <summary>Null for a text that is no code.</summary>
    public static VariantCode? Parse(string text)
    {
        var letters = text.Trim().ToLowerInvariant().Replace("-", "", StringComparison.Ordinal);
        return letters.Length == Length && letters.All(letter => Letters.Contains(letter, StringComparison.Ordinal))
            ? new($"{letters[..(Length / 2)]}-{letters[(Length / 2)..]}")
            : null;
    }

    public override string ToString() => Text;

    private static ulong Hash(string text) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
