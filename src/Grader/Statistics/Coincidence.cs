using Formulas.Text;

namespace Grader.Statistics;

/// <summary>The same wrong answer, given by several.</summary>
/// <param name="Place">Which question it answers.</param>
/// <param name="Answered">How many answered that question.</param>
/// <param name="Givers">Numbers of those who gave this answer; each once.</param>
public sealed record SharedAnswer(string Place, string Text, int Answered, EquatableList<int> Givers)
{
    /// <summary>Minus the natural logarithm of the share of those who gave it: 0 where all did, growing with rarity.</summary>
    public double Rarity => Math.Log((double)Answered / Givers.Count);
}

/// <summary>
/// Two who share rare wrong answers, with the sum of the answers' rarities. Shared errors say more than shared right answers, and rare
/// ones more than common ones: F. S. Bellezza and S. F. Bellezza, "Detection of cheating on multiple-choice tests by using error-similarity
/// analysis", Teaching of Psychology 16 (1989). The sum is the logarithm of one over the chance that one of the two gives all these
/// answers, were answers independent, which those of one lesson never quite are.
/// </summary>
/// <param name="First">The smaller number of the two.</param>
public sealed record Coincidence(int First, int Second, double Rarity, EquatableList<SharedAnswer> Answers)
{
    /// <summary>An answer that more have given is a common mistake.</summary>
    public const int MostGivers = 5;

    /// <summary>An answer is rare where at most one in this many gave it. Two in a small class prove nothing.</summary>
    public const int OneIn = 10;

    /// <summary>One shared error is chance.</summary>
    public const int FewestPlaces = 2;

    /// <summary>All pairs that share rare answers in several places, the most striking first.</summary>
    public static EquatableList<Coincidence> Among(IReadOnlyList<SharedAnswer> answers)
    {
        var rare = answers.Where(IsRare).ToList();
        // Most pairs have one answer in common, which is chance: of these nothing more is kept.
        var (met, again) = (new HashSet<(int First, int Second)>(), new HashSet<(int First, int Second)>());
        foreach (var pair in rare.SelectMany(answer => Pairs(answer.Givers)).Where(pair => !met.Add(pair))) again.Add(pair);
        var shared = new Dictionary<(int First, int Second), List<SharedAnswer>>();
        foreach (var answer in rare)
        {
            foreach (var pair in Pairs(answer.Givers).Where(again.Contains))
            {
                if (!shared.TryGetValue(pair, out var both)) shared[pair] = both = [];
                both.Add(answer);
            }
        }

        return shared
            .Where(pair => pair.Value.Select(answer => answer.Place).Distinct().Count() >= FewestPlaces)
            .Select(pair => new Coincidence(pair.Key.First, pair.Key.Second, pair.Value.Sum(answer => answer.Rarity), pair.Value.ToEquatableList()))
            .OrderByDescending(found => found.Rarity)
            .ThenBy(found => found.First)
            .ThenBy(found => found.Second)
            .ToEquatableList();
    }

    public static bool IsRare(SharedAnswer answer) => answer.Givers.Count is >= 2 and <= MostGivers && answer.Givers.Count * OneIn <= answer.Answered;

    private static IEnumerable<(int First, int Second)> Pairs(EquatableList<int> givers) =>
        from first in givers
        from second in givers
        where first < second
        select (first, second);
}
