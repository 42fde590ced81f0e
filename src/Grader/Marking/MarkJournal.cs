using System.Globalization;
using System.Text;
using Formulas.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Marking;

/// <summary>
/// <c>marks.jsonl</c>: every mark that a person gave, a line for each, in the order given. Lines are added and never changed: the last
/// for an answer counts, and what was given before can be looked up.
/// </summary>
public static class MarkJournal
{
    public const string FileName = "marks.jsonl";

    /// <summary>All marks of the journal; none where there is no journal yet. A last line that was cut off was never reported as taken in.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message names it.</exception>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    public static EquatableList<PersonMark> Read(string path)
    {
        if (!File.Exists(path)) return [];
        var lines = File.ReadAllText(path).Split('\n');
        return lines.SkipLast(1).Select((line, index) => Parsed(line, $"{path}, line {index + 1}")).ToEquatableList();
    }

    /// <summary>Adds marks at the end; they are on the disk when this returns.</summary>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The journal may not be written.</exception>
    public static void Append(string path, IEnumerable<PersonMark> marks)
    {
        var text = string.Concat(marks.Select(mark => Line(mark).ToString(Formatting.None) + "\n"));
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        stream.SetLength(EndOfWholeLines(stream));
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static long EndOfWholeLines(FileStream stream)
    {
        for (var end = stream.Length; end > 0; end--)
        {
            stream.Seek(end - 1, SeekOrigin.Begin);
            if (stream.ReadByte() == '\n') return end;
        }

        return 0;
    }

    private static JObject Line(PersonMark mark) => new()
    {
        ["worksheet"] = mark.Worksheet,
        ["part"] = mark.Part,
        ["answer"] = mark.Answer,
        ["points"] = mark.Points,
        ["items"] = new JObject(mark.Items.Select(item => new JProperty(item.Item, item.Points))),
        ["comment"] = mark.Comment,
        ["files"] = new JArray(mark.Files),
        ["marked"] = mark.Marked.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private static PersonMark Parsed(string line, string place)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(line)) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
            var json = JObject.Load(reader);
            return new(
                Text(json, "worksheet"),
                Text(json, "part"),
                Text(json, "answer"),
                ((JObject)json["items"]!).Properties().Select(item => new ItemPoints(item.Name, (decimal)item.Value)).ToEquatableList(),
                Text(json, "comment"),
                ((JArray)json["files"]!).Select(file => (string)file!).ToEquatableList(),
                DateTime.Parse(Text(json, "marked"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
        }
        catch (Exception problem) when (problem is JsonException or InvalidCastException or FormatException or NullReferenceException or OverflowException)
        {
            throw new FormatException($"{place} is no mark as the grader writes it: {problem.Message}", problem);
        }
    }

    private static string Text(JObject json, string key) => (string?)json[key] ?? throw new FormatException($"it has no {key}.");
}
