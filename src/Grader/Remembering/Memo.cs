using System.Collections.Concurrent;

namespace Grader.Remembering;

/// <summary>
/// Remembers what was worked out lately, up to a total weight, so that memory stays flat however many keys come by. What is remembered
/// must follow from its key alone: whether it is found or worked out again then makes no difference but time. Safe for several threads.
/// </summary>
/// <param name="capacity">The most weight that is held; 0 for nothing.</param>
/// <param name="comparer">How keys are equal; null for their own equality.</param>
/// <param name="awaitsSecond">Whether only what comes a second time is remembered: where many keys come once, they drive out no others.</param>
internal sealed class Memo<TKey, TValue>(long capacity, IEqualityComparer<TKey>? comparer = null, bool awaitsSecond = false)
    where TKey : notnull
    where TValue : class
{
    /// <summary>One entry takes at most this share, so that no few of them drive out all others.</summary>
    private const int LargestShare = 64;

    private const int Places = 1 << 16;

    // The last key's hash for each place: which keys came before, nearly. A mistake costs time only.
    private readonly int[] seen = awaitsSecond ? new int[Places] : [];

    private readonly Lock turn = new();

    // When the younger half is full, it becomes the older one; what was not asked for meanwhile is forgotten.
    private volatile Half younger = new(comparer);
    private volatile Half older = new(comparer);

    public TValue? Find(TKey key)
    {
        if (younger.Entries.TryGetValue(key, out var entry)) return entry.Value;
        if (!older.Entries.TryGetValue(key, out entry)) return null;
        Keep(key, entry);
        return entry.Value;
    }

    /// <summary>Remembers it, unless it is too heavy.</summary>
    /// <param name="weight">At least 1.</param>
    /// <returns>Whether it is remembered.</returns>
    public bool Add(TKey key, TValue value, long weight)
    {
        var isTaken = weight <= capacity / LargestShare && (!awaitsSecond || CameBefore(key));
        if (isTaken) Keep(key, new(value, weight));
        return isTaken;
    }

    private bool CameBefore(TKey key)
    {
        var hash = comparer?.GetHashCode(key) ?? key.GetHashCode();
        return Interlocked.Exchange(ref seen[hash & (Places - 1)], hash) == hash;
    }

    private void Keep(TKey key, Entry entry)
    {
        var half = younger;
        if (!half.Entries.TryAdd(key, entry) || half.Grow(entry.Weight) <= capacity / 2) return;
        lock (turn)
        {
            if (younger == half) (older, younger) = (half, new(comparer));
        }
    }

    private sealed record Entry(TValue Value, long Weight);

    private sealed class Half(IEqualityComparer<TKey>? comparer)
    {
        private long weight;

        public ConcurrentDictionary<TKey, Entry> Entries { get; } = new(comparer);

        public long Grow(long by) => Interlocked.Add(ref weight, by);
    }
}
