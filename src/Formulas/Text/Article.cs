namespace Formulas.Text;

/// <summary>The indefinite article of English.</summary>
public static class Article
{
    /// <summary>Sizes are named by letters and numbers: an n x d matrix, an 8 x 2 matrix, a d x n matrix.</summary>
    public static string Before(string size)
    {
        ArgumentException.ThrowIfNullOrEmpty(size);
        var startsWithVowel = char.IsAsciiDigit(size[0])
            ? size[0] == '8' || size is "11" or "18"
            : "aefhilmnorsxAEFHILMNORSX".Contains(size[0], StringComparison.Ordinal);
        return startsWithVowel ? "an" : "a";
    }
}
