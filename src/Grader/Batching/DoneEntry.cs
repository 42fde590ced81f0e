using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Batching;

/// <summary>That a submission was dealt with, and from what: by this a later run knows whether it can be left as it is.</summary>
/// <param name="File">The name it has in results.</param>
/// <param name="Key">See <see cref="RunKey"/>; null where it is to be graded every time, as after a fault of the grader.</param>
/// <param name="Worksheet">The only worksheet that the key was made with; null where it was made with all.</param>
/// <param name="Content">The hash of what was handed in; null where it could not be read.</param>
/// <param name="Page">Its page, relative to the output folder; null where it has none.</param>
/// <param name="PageBytes">The page's size, so that a damaged one is made anew.</param>
/// <param name="Line">The hash of its line in <c>results.jsonl</c>.</param>
internal sealed record DoneEntry(string File, string? Key, string? Worksheet, string? Content, string? Page, long PageBytes, string Line)
{
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(new JObject
    {
        ["file"] = File,
        ["key"] = Key,
        ["worksheet"] = Worksheet,
        ["content"] = Content,
        ["page"] = Page,
        ["pageBytes"] = PageBytes,
        ["line"] = Line,
    }.ToString(Formatting.None));

    /// <summary>Null for what no batch wrote: it then counts as not done.</summary>
    public static DoneEntry? Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = JObject.Parse(Encoding.UTF8.GetString(bytes));
            return new((string)json["file"]!, (string?)json["key"], (string?)json["worksheet"], (string?)json["content"], (string?)json["page"], (long)json["pageBytes"]!, (string)json["line"]!);
        }
        catch (Exception problem) when (problem is JsonException or InvalidCastException or ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
