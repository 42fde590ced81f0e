namespace Formulas.Rendering;

/// <summary>A piece of TeX: a command (<c>\frac</c>, without the backslash), a single character, a number, or a run of spaces.</summary>
internal readonly record struct TexToken(TexTokenKind Kind, string Text);

internal enum TexTokenKind
{
    Command,
    Character,
    Number,
    Space,
}

/// <summary>Cuts TeX into tokens. Every text can be cut; nothing is dropped but comments' percent signs, which are characters here.</summary>
internal static class TexTokens
{
    public static IReadOnlyList<TexToken> Cut(string tex)
    {
        var tokens = new List<TexToken>();
        var position = 0;
        while (position < tex.Length)
        {
            var token = Next(tex, position, out var length);
            tokens.Add(token);
            position += length;
        }

        return tokens;
    }

    private static TexToken Next(string tex, int start, out int length)
    {
        var character = tex[start];
        if (character == '\\' && start + 1 < tex.Length) return Command(tex, start, out length);
        if (char.IsAsciiDigit(character))
        {
            length = NumberLength(tex, start);
            return new(TexTokenKind.Number, tex.Substring(start, length));
        }

        if (char.IsWhiteSpace(character))
        {
            length = CountWhile(tex, start, char.IsWhiteSpace);
            return new(TexTokenKind.Space, " ");
        }

        length = char.IsHighSurrogate(character) && start + 1 < tex.Length && char.IsLowSurrogate(tex[start + 1]) ? 2 : 1;
        return new(TexTokenKind.Character, tex.Substring(start, length));
    }

    private static TexToken Command(string tex, int start, out int length)
    {
        var letters = CountWhile(tex, start + 1, char.IsAsciiLetter);
        length = 1 + Math.Max(1, letters);
        return new(TexTokenKind.Command, tex.Substring(start + 1, length - 1));
    }

    private static int NumberLength(string tex, int start)
    {
        var whole = CountWhile(tex, start, char.IsAsciiDigit);
        var point = start + whole;
        if (point + 1 >= tex.Length || tex[point] != '.' || !char.IsAsciiDigit(tex[point + 1])) return whole;
        return whole + 1 + CountWhile(tex, point + 1, char.IsAsciiDigit);
    }

    private static int CountWhile(string tex, int start, Func<char, bool> holds)
    {
        var end = start;
        while (end < tex.Length && holds(tex[end])) end++;
        return end - start;
    }
}
