using Grader.Submissions;

namespace Grader.Exercises;

/// <summary>The way out of a wrong name: of a key, a symbol, a worksheet.</summary>
public static class Suggestion
{
    /// <summary>"Did you mean ...?" with the nearest of the candidates, or the candidates themselves where none is near.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        var known = candidates.Distinct().ToList();
        if (NearestName.Of(name, known) is { } near) return $"Did you mean \"{near}\"?";
        return known.Count == 0 ? "Nothing may stand here." : $"Known are: {string.Join(", ", known)}.";
    }
}
