namespace Grader.Submissions;

/// <summary>The "did you mean" of names in answer files: parts, options, cells, operations.</summary>
public static class NearNames
{
    /// <summary>The candidate nearest to what was written, where it is near enough to be meant; else null.</summary>
    public static string? Nearest(string written, IEnumerable<string> candidates)
    {
        var key = Fold(written);
        // A long wrong text is nobody's slip of the pen, and comparing it would cost time.
        if (key.Length is 0 or > 60) return null;
        var best = candidates
            .Select(candidate => (candidate, Distance: Distance(key, Fold(candidate))))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        var allowed = Math.Max(1, key.Length / 3);
        return best.candidate is not null && best.Distance <= allowed ? best.candidate : null;
    }

    private static string Fold(string name) =>
        string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit));

    /// <summary>Edits to get from one to the other: insertions, deletions, replacements, and swaps of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (swapped) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
