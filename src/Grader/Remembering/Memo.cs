using System.Collections.Concurrent;

namespace Grader.Remembering;

/// <summary>
/// Remembers what was worked out lately and what is asked for often, up to a total weight, so that memory stays flat however many keys
/// come by. What is remembered must follow from its key alone: whether it is found or worked out again then makes no difference but
/// time. Safe for several threads.
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

    private readonly ConcurrentDictionary<TKey, Entry> entries = new(comparer);

    // The clock algorithm (F. J. Corbató, A paging experiment with the Multics system, 1969): whoever was asked for since its last turn
    // goes to the end of the queue, and is forgotten only when nobody asked any more.
    private readonly Queue<Entry> turns = [];

    private long weight;

    public TValue? Find(TKey key)
    {
        if (!entries.TryGetValue(key, out var entry)) return null;
        entry.WasAskedFor();
        return entry.Value;
    }

    /// <summary>Remembers it, unless it is too heavy.</summary>
    /// <param name="weight">At least 1.</param>
    /// <returns>Whether it is remembered.</returns>
    public bool Add(TKey key, TValue value, long weight)
    {
        var isTaken = weight <= capacity / LargestShare && (!awaitsSecond || CameBefore(key));
        if (isTaken) Keep(new(key, value, weight));
        return isTaken;
    }

    private bool CameBefore(TKey key)
    {
        var hash = comparer?.GetHashCode(key) ?? key.GetHashCode();
        return Interlocked.Exchange(ref seen[hash & (Places - 1)], hash) == hash;
    }

    private void Keep(Entry entry)
    {
        lock (turn)
        {
            if (!entries.TryAdd(entry.Key, entry)) return;
            turns.Enqueue(entry);
            weight += entry.Weight;
            while (weight > capacity) TakeTurn(turns.Dequeue());
        }
    }

    private void TakeTurn(Entry entry)
    {
        if (entry.Stays())
        {
            turns.Enqueue(entry);
            return;
        }

        entries.TryRemove(entry.Key, out _);
        weight -= entry.Weight;
    }

    private sealed class Entry(TKey key, TValue value, long weight)
    {
        private const int MostTurns = 3;

        // Threads may lose one another's count: the entry goes a turn earlier then.
        private int turnsLeft;

        public TKey Key => key;

        public TValue Value => value;

        public long Weight => weight;

        public void WasAskedFor()
        {
            if (turnsLeft < MostTurns) turnsLeft++;
        }

        /// <summary>Whether it was asked for often enough to stay for another round.</summary>
        public bool Stays() => turnsLeft-- > 0;
    }
}
