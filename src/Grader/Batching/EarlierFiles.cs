using Grader.Submissions;

namespace Grader.Batching;

/// <summary>What an earlier batch was given, held against what is there now.</summary>
internal sealed record EarlierFiles(IReadOnlyList<string> Changed, IReadOnlyList<string> Gone, IReadOnlyList<string> New)
{
    /// <exception cref="IOException">The earlier results cannot be read.</exception>
    public static EarlierFiles Compared(string output, IReadOnlyList<FoundFile> now)
    {
        var earlier = Contents(output);
        var there = now.Select(file => file.Shown).ToHashSet();
        return new(
            [.. now.Where(file => earlier.TryGetValue(file.Shown, out var content) && content != HandedInContent.Of(file)).Select(file => file.Shown)],
            [.. earlier.Keys.Where(file => !there.Contains(file)).Order(StringComparer.Ordinal)],
            [.. now.Select(file => file.Shown).Where(file => !earlier.ContainsKey(file))]);
    }

    /// <summary>The files that are there, and those that are not any more, in one order.</summary>
    public static IReadOnlyList<FoundFile> WithGone(string output, IReadOnlyList<FoundFile> now)
    {
        var there = now.Select(file => file.Shown).ToHashSet();
        var gone = Contents(output).Keys.Where(file => !there.Contains(file)).Select(file =>
            new FoundFile(file, file, new("no-such-file", "The file is no longer there.", null, null, ProblemSeverity.Fatal)) { IsGone = true });
        return [.. now.Concat(gone).OrderBy(file => file.Shown, StringComparer.Ordinal)];
    }

    private static Dictionary<string, string?> Contents(string output)
    {
        var path = Path.Combine(output, EarlierResults.KeysFile);
        var contents = new Dictionary<string, string?>();
        if (!File.Exists(path)) return contents;
        using var stream = File.OpenRead(path);
        foreach (var line in ByteLines.Of(stream))
        {
            if (DoneEntry.Of(line.Content.Span) is { } entry) contents[entry.File] = entry.Content;
        }

        return contents;
    }
}
