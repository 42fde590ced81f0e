using Grader.Checking;
using Grader.Remembering;
using Grader.Reporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Batching;

/// <summary>The results of parts as they stand in <c>results.jsonl</c>. A result that many have is written out once. Safe for several threads.</summary>
internal sealed class PartLines
{
    /// <summary>In characters.</summary>
    private const long MostRemembered = 1_000_000;

    private readonly Memo<ShownPart, PartLine> lines = new(MostRemembered);

    public PartLine Of(PartResult result, Reveal reveal)
    {
        var shown = new ShownPart(result, reveal);
        if (lines.Find(shown) is { } found) return found;
        var json = ResultJson.FromPart(result, reveal);
        var line = new PartLine(json.ToString(Formatting.None), ResultLines.Part(json));
        if (result.IsShared) lines.Add(shown, line, line.Json.Length);
        return line;
    }
}

/// <param name="Read">The same, as it is read back.</param>
internal sealed record PartLine(string Json, ResultPart Read)
{
    public JRaw Raw => new(Json);
}
