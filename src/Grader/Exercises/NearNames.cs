namespace Grader.Exercises;

/// <summary>Finds the names that a mistyped one was probably meant to be.</summary>
public static class NearNames
{
    /// <summary>"Did you mean ...?" with the nearest of the candidates, or the candidates themselves where none is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates)
    {
        var known = candidates.Distinct().ToList();
        var near = Of(name, known);
        if (near.Count > 0) return $"Did you mean {string.Join(" or ", near.Select(candidate => $"\"{candidate}\""))}?";
        return known.Count == 0 ? "Nothing may stand here." : $"Known are: {string.Join(", ", known)}.";
    }

    /// <summary>At most three candidates within two edits (one for names of up to four letters), nearest first.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> candidates)
    {
        var limit = name.Length <= 4 ? 1 : Math.Max(2, name.Length / 4);
        return
        [
            .. candidates
                .Select(candidate => (Name: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
                .Where(candidate => candidate.Distance <= limit)
                .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(3).Select(candidate => candidate.Name),
        ];
    }

    /// <summary>Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int Distance(string left, string right)
    {
        // Beyond this length nobody mistyped a known name, and the table would grow with the text of a hostile file.
        if (Math.Max(left.Length, right.Length) > 100) return int.MaxValue;
        var table = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++) table[row, 0] = row;
        for (var column = 0; column <= right.Length; column++) table[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var replace = table[row - 1, column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                var best = Math.Min(replace, Math.Min(table[row - 1, column], table[row, column - 1]) + 1);
                var swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                table[row, column] = swapped ? Math.Min(best, table[row - 2, column - 2] + 1) : best;
            }
        }

        return table[left.Length, right.Length];
    }
}
