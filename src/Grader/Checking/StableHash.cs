using System.Text;

namespace Grader.Checking;

/// <summary>Seeds that are the same on every machine and in every run (FNV-1a, 64 bit, then the finaliser of SplitMix64).</summary>
internal static class StableHash
{
    /// <summary>The seed of a part's samples.</summary>
    /// <param name="classSecret">Keeps students from finding out the samples by themselves.</param>
    public static ulong Seed(string worksheet, string part, ulong classSecret)
    {
        var hash = 0xCBF29CE484222325UL ^ classSecret;
        // The length keeps "a" + "bc" apart from "ab" + "c".
        foreach (var octet in Encoding.UTF8.GetBytes($"{worksheet.Length}:{worksheet}/{part}"))
        {
            hash = (hash ^ octet) * 0x100000001B3UL;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }
}
