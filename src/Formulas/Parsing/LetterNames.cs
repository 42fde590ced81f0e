namespace Formulas.Parsing;

/// <summary>Plain ASCII for the signs with which names are set: Greek letters, indices and powers.</summary>
public static class LetterNames
{
    /// <returns>The character itself where it stands for nothing else.</returns>
    public static string Plain(char character) =>
        Alphabet.GreekName(character) ?? (Alphabet.Subscript(character) ?? Alphabet.Superscript(character) ?? character).ToString();
}
