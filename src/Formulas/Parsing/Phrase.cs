using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>A spelling that is neither a name nor an indexed name, matched word by word: h(x), dg_i/dw, c(x_i=1,y=v).</summary>
/// <param name="Places">How many of the last letters of indexed words stand for indices: 1 in dg_i/dw of a vector; 0 for none.</param>
/// <param name="Parameters">
/// The indices of a derived symbol by name. Each stands in the words once, as v or behind an underscore as in x_i, in this order.
/// </param>
internal sealed record Phrase(EquatableList<string> Words, Symbol Symbol, int Places, EquatableList<string> Parameters)
{
    /// <param name="wordAt">The words of a text from some place on.</param>
    public bool Fits(int count, Func<int, string> wordAt)
    {
        if (count < Words.Count) return false;
        for (var word = 0; word < Words.Count; word++)
        {
            if (wordAt(word) != Words[word] && !(IsIndexed(word) && Indices(word, wordAt(word)) is not null)) return false;
        }

        return true;
    }

    /// <summary>The letters that a text has in the place of the indices, underscores between them; null where none are asked for.</summary>
    public string? IndicesIn(Func<int, string> wordAt)
    {
        var indices = new List<string>();
        for (var word = 0; word < Words.Count; word++)
        {
            if (!IsIndexed(word) || Indices(word, wordAt(word)) is not { } letters) continue;
            indices.Add(letters);
            if (Parameters.Count == 0) break;
        }

        return indices.Count == 0 ? null : string.Join('_', indices);
    }

    private bool IsIndexed(int word) => Parameters.Count == 0 ? EndsWithPlaces(Words[word]) : Parameters.Contains(AfterStem(Words[word]));

    private bool EndsWithPlaces(string word) => Places > 0 && word.Length > Places + 1 && word[^(Places + 1)] == '_'
        && word.AsSpan(word.Length - Places).IndexOfAnyExceptInRange('a', 'z') < 0;

    private static string AfterStem(string word) => word[(word.LastIndexOf('_') + 1)..];

    private string? Indices(int word, string text)
    {
        var letters = Parameters.Count == 0 ? Places : AfterStem(Words[word]).Length;
        var stem = Words[word].AsSpan(0, Words[word].Length - letters);
        if (text.Length <= stem.Length || !text.AsSpan().StartsWith(stem, StringComparison.Ordinal)) return null;
        var rest = text[stem.Length..];
        return rest.All(char.IsAsciiLetterOrDigit) ? rest : null;
    }
}
