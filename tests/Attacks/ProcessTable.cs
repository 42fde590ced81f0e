using System.Globalization;

namespace Attacks.Tests;

/// <summary>One process, as /proc tells it.</summary>
/// <param name="State">R, S, D, T, Z for one that has ended and is not yet collected.</param>
/// <param name="Birth">Ticks since the machine started: with the number, it names a process for good.</param>
internal sealed record ProcessEntry(int Number, string Name, char State, int Parent, string Birth);

/// <summary>The processes of this machine.</summary>
internal static class ProcessTable
{
    public static IReadOnlyList<ProcessEntry> Now() =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => Read(name!)).OfType<ProcessEntry>()];

    public static bool IsAlive(int number, string birth) =>
        Read(number.ToString(CultureInfo.InvariantCulture)) is { State: not ('Z' or 'X') } entry && entry.Birth == birth;

    public static IReadOnlyList<(int Number, string Birth)> Descendants(int ancestor)
    {
        var all = Now();
        var found = new List<ProcessEntry>();
        var parents = new HashSet<int> { ancestor };
        for (var grown = true; grown;)
        {
            var next = all.Where(entry => parents.Contains(entry.Parent) && !parents.Contains(entry.Number)).ToList();
            found.AddRange(next);
            grown = next.Count > 0;
            foreach (var entry in next) parents.Add(entry.Number);
        }

        return [.. found.Select(entry => (entry.Number, entry.Birth))];
    }

    private static ProcessEntry? Read(string number)
    {
        try
        {
            // "12 (name) S 1 ...": the name may hold blanks and brackets, and ends at the last bracket.
            var text = File.ReadAllText($"/proc/{number}/stat");
            var end = text.LastIndexOf(')');
            var fields = text[(end + 2)..].Split(' ');
            return new ProcessEntry(
                int.Parse(number, CultureInfo.InvariantCulture),
                text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..end],
                fields[0][0],
                int.Parse(fields[1], CultureInfo.InvariantCulture),
                fields[19]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
