using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Grader.Checking;

/// <summary>
/// The number that samples are drawn from. A teacher sets it by a phrase; without one it is a fixed number,
/// so that everyone who checks the same file gets the same verdict with the same evidence.
/// </summary>
public static class ClassSecret
{
    private const string WithoutPhrase = "grader";

    /// <summary>The number where there is no phrase: everybody can find out the samples.</summary>
    public static ulong Public { get; } = FromText(null);

    public static ulong FromText(string? phrase) =>
        BinaryPrimitives.ReadUInt64LittleEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.IsNullOrEmpty(phrase) ? WithoutPhrase : phrase)));
}
