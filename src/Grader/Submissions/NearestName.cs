using Formulas.Text;

namespace Grader.Submissions;

/// <summary>The "did you mean" of names in answer files: parts, options, cells, operations. Punctuation and capitals do not count.</summary>
public static class NearestName
{
    /// <summary>A longer wrong text is nobody's slip of the pen, and comparing it would cost time.</summary>
    private const int Longest = 60;

    /// <summary>The candidate nearest to what was written, where it is near enough to be meant; else null.</summary>
    public static string? Of(string written, IEnumerable<string> candidates)
    {
        var key = Fold(written);
        if (key.Length is 0 or > Longest) return null;
        var best = candidates
            .Select(candidate => (candidate, Distance: NearNames.Distance(key, Fold(candidate))))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        return best.candidate is not null && best.Distance <= Math.Max(1, key.Length / 3) ? best.candidate : null;
    }

    private static string Fold(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
