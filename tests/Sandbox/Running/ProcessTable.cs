using System.Globalization;

namespace Sandbox.Tests.Running;

/// <summary>The processes of the machine, as /proc shows them.</summary>
internal static class ProcessTable
{
    /// <summary>A process, told apart from a later one of the same number by when it began.</summary>
    internal sealed record Entry(int Number, int Parent, string Started, char State);

    /// <summary>All that descend from a process. What has ended and waits to be noticed does not count.</summary>
    public static IReadOnlyList<Entry> DescendantsOf(int number)
    {
        var all = Entries().Where(entry => entry.State is not ('Z' or 'X')).ToList();
        var found = new List<Entry>();
        var parents = new HashSet<int> { number };
        while (all.FindAll(entry => parents.Contains(entry.Parent) && !found.Contains(entry)) is { Count: > 0 } more)
        {
            found.AddRange(more);
            parents.UnionWith(more.Select(entry => entry.Number));
        }

        return found;
    }

    public static IEnumerable<Entry> StillThere(IEnumerable<Entry> entries)
    {
        var now = Entries().Where(entry => entry.State is not ('Z' or 'X')).Select(entry => (entry.Number, entry.Started)).ToHashSet();
        return entries.Where(entry => now.Contains((entry.Number, entry.Started)));
    }

    private static IEnumerable<Entry> Entries()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (IOException)
            {
                continue;
            }

            // The name, in brackets, may hold anything; the fields behind it do not.
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            yield return new Entry(
                int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture),
                int.Parse(fields[1], CultureInfo.InvariantCulture),
                fields[19],
                fields[0][0]);
        }
    }
}
