namespace Formulas.Analysis;

/// <summary>
/// A stream of random numbers that depends on its key alone, on every machine and in every version (SplitMix64;
/// G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014).
/// </summary>
public sealed class SeededRandom
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <param name="name">What the stream is for: streams of different names are independent.</param>
    public SeededRandom(ulong seed, int index, string name) =>
        state = Mix(Mix(seed + Increment) ^ Hash(name)) + Mix((ulong)index + Increment);

    public ulong Next() => Mix(state += Increment);

    /// <summary>Evenly from 0, included, to 1, excluded, in steps of 2^-53.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Evenly from the whole numbers between the bounds, both included.</summary>
    public int Next(int low, int high) => (int)(low + (long)Math.BigMul(Next(), (ulong)((long)high - low + 1), out _));

    /// <summary>True once in <paramref name="times"/>.</summary>
    public bool OneIn(int times) => Next(1, times) == 1;

    /// <summary>FNV-1a over UTF-16 code units: the framework's own string hash changes from run to run.</summary>
    private static ulong Hash(string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in name) hash = (hash ^ character) * 0x100000001B3;
        return hash;
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
