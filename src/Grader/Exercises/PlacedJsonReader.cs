using Newtonsoft.Json;

namespace Grader.Exercises;

/// <summary>Reads JSON whose tokens know where they begin. Newtonsoft's own reader tells where each one ends.</summary>
internal sealed class PlacedJsonReader(string text) : JsonTextReader(new StringReader(text)), IJsonLineInfo
{
    /// <summary>As the base class counts lines.</summary>
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    private readonly string[] lines = text.Split(LineEnds, StringSplitOptions.None);

    /// <summary>The column, from 1, at which the token begins that was read last.</summary>
    public int Column
    {
        get
        {
            var line = LineNumber >= 1 && LineNumber <= lines.Length ? lines[LineNumber - 1] : string.Empty;
            var last = Math.Min(LinePosition, line.Length) - 1;
            return last < 0 ? LinePosition : 1 + TokenType switch
            {
                JsonToken.PropertyName => Quoted(line, line.AsSpan(0, last).TrimEnd().Length - 1),
                JsonToken.String => Quoted(line, last),
                JsonToken.Integer or JsonToken.Float or JsonToken.Boolean or JsonToken.Null => Bare(line, last),
                _ => last,
            };
        }
    }

    int IJsonLineInfo.LinePosition => Column;

    bool IJsonLineInfo.HasLineInfo() => true;

    /// <summary>Where the text that ends at <paramref name="last"/> begins; its end where it begins in a line above, or has no quotes.</summary>
    private static int Quoted(string line, int last)
    {
        if (last < 1 || line[last] is not ('"' or '\'')) return Math.Max(0, last);
        for (var first = last - 1; first >= 0; first--)
        {
            if (line[first] != line[last]) continue;
            var backslashes = 0;
            while (first - backslashes > 0 && line[first - backslashes - 1] == '\\') backslashes++;
            if (backslashes % 2 == 0) return first;
        }

        return last;
    }

    private static int Bare(string line, int last)
    {
        while (last > 0 && line[last - 1] is not (',' or ':' or '[' or '{') && !char.IsWhiteSpace(line[last - 1])) last--;
        return last;
    }
}
