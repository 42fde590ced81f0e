namespace Formulas.Text;

/// <summary>Finds what a mistyped name may have meant.</summary>
public static class NearNames
{
    /// <returns>The candidate that is fewest edits away, where that is few for the name's length; null where none is near.</returns>
    public static string? Closest(string name, IEnumerable<string> candidates)
    {
        string? closest = null;
        var allowed = name.Length <= 2 ? 1 : Math.Min(3, 1 + (name.Length / 4));
        if (name.Length > 60) return null;
        var best = allowed + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) >= best || candidate == name) continue;
            var distance = string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(name, candidate);
            if (distance >= best || distance >= Math.Max(name.Length, candidate.Length)) continue;
            best = distance;
            closest = candidate;
        }

        return closest;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.</summary>
    public static int Distance(string first, string second)
    {
        var distances = new int[first.Length + 1, second.Length + 1];
        for (var row = 0; row <= first.Length; row++) distances[row, 0] = row;
        for (var column = 0; column <= second.Length; column++) distances[0, column] = column;
        for (var row = 1; row <= first.Length; row++)
        {
            for (var column = 1; column <= second.Length; column++)
            {
                var replaced = distances[row - 1, column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1);
                var best = Math.Min(replaced, 1 + Math.Min(distances[row - 1, column], distances[row, column - 1]));
                var isSwap = row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1];
                distances[row, column] = isSwap ? Math.Min(best, distances[row - 2, column - 2] + 1) : best;
            }
        }

        return distances[first.Length, second.Length];
    }
}
