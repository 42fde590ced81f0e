namespace Grader.Submissions;

/// <summary>Offsets into a text as lines and columns and back, with the line ends that JSON readers count: LF, CR LF and CR.</summary>
internal sealed class TextPlaces
{
    private readonly string text;
    private readonly List<int> lineStarts = [0];

    public TextPlaces(string text)
    {
        this.text = text;
        for (var i = 0; i < text.Length; i++)
        {
            var endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (endsLine) lineStarts.Add(i + 1);
        }
    }

    public FilePosition At(int offset)
    {
        var line = lineStarts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        return new(line + 1, offset - lineStarts[line] + 1);
    }

    /// <param name="line">From 1.</param>
    /// <param name="charactersRead">How many characters of the line lie before the offset.</param>
    public int OffsetOf(int line, int charactersRead) =>
        line < 1 ? 0 : Math.Min(text.Length, lineStarts[Math.Min(line, lineStarts.Count) - 1] + charactersRead);

    /// <summary>The first offset from here on that is no white space, comma or colon.</summary>
    public int SkipSeparators(int offset)
    {
        while (offset < text.Length && (char.IsWhiteSpace(text[offset]) || text[offset] is ',' or ':')) offset++;
        return offset;
    }

    /// <summary>The last offset before this one that holds more than white space; 0 where there is none.</summary>
    public int LastWritten(int offset)
    {
        var at = Math.Min(offset, text.Length) - 1;
        while (at > 0 && char.IsWhiteSpace(text[at])) at--;
        return Math.Max(at, 0);
    }

    public string Slice(int start, int end) => text[Math.Min(start, end)..end].Trim();

    public char? CharacterAt(int offset) => offset >= 0 && offset < text.Length ? text[offset] : null;
}
