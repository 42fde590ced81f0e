using System.Text;

namespace Formulas.Rendering;

/// <summary>A place in a list of TeX tokens.</summary>
internal sealed class TexCursor(IReadOnlyList<TexToken> whole)
{
    private readonly List<TexToken> tokens = [.. whole];
    private int position;

    public bool AtEnd => position >= tokens.Count;

    public TexToken? Peek() => AtEnd ? null : tokens[position];

    public TexToken Take() => tokens[position++];

    /// <summary>Leaves the first digit of a number alone: without braces an argument is one digit, as in \frac12.</summary>
    public void PartDigit()
    {
        if (Peek() is not { Kind: TexTokenKind.Number, Text.Length: > 1 } number) return;
        tokens[position] = number with { Text = number.Text[..1] };
        tokens.Insert(position + 1, number with { Text = number.Text[1..] });
    }

    public bool IsCharacter(string text) => Peek() is { Kind: TexTokenKind.Character } token && token.Text == text;

    public bool IsCommand(string name) => Peek() is { Kind: TexTokenKind.Command } token && token.Text == name;

    public bool TakeIfCharacter(string text)
    {
        if (!IsCharacter(text)) return false;
        position++;
        return true;
    }

    public void SkipSpaces()
    {
        while (Peek() is { Kind: TexTokenKind.Space }) position++;
    }

    /// <summary>The next group's content, or the next token, as the text it was; for names and words.</summary>
    public string TakeRaw()
    {
        SkipSpaces();
        if (AtEnd) return "";
        if (!TakeIfCharacter("{")) return Source(Take());
        var raw = new StringBuilder();
        for (var depth = 1; !AtEnd;)
        {
            if (IsCharacter("{")) depth++;
            else if (IsCharacter("}")) depth--;
            var token = Take();
            if (depth == 0) break;
            raw.Append(Source(token));
        }

        return raw.ToString();
    }

    /// <summary>Everything left, as text.</summary>
    public string TakeRest()
    {
        var raw = new StringBuilder();
        while (!AtEnd) raw.Append(Source(Take()));
        return raw.ToString();
    }

    public static string Source(TexToken token) => token.Kind == TexTokenKind.Command ? "\\" + token.Text : token.Text;
}
