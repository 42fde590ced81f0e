namespace Grader.Drawing;

/// <summary>
/// What stands in each column, from top to bottom: boxes, and places kept free for arrows that run through. Each is moved to the
/// mean of its neighbours, back and forth over the columns, and the order with the fewest crossings is kept.
/// </summary>
internal static class Columns
{
    private const int Sweeps = 12;

    /// <param name="Id">Of the box, or a name of its own for a place kept free.</param>
    public sealed record Item(string Id, bool IsBox, double Height);

    /// <summary>Part of an arrow, from one column to the next.</summary>
    /// <param name="Entry">Where it ends on the right item, from 0 at its top to 1 at its bottom.</param>
    public sealed record Link(string Left, string Right, double Entry);

    /// <param name="links">Between items of columns next to each other.</param>
    public static List<List<Item>> Order(List<List<Item>> columns, IReadOnlyList<Link> links)
    {
        var best = columns;
        var fewest = Crossings(columns, links);
        var current = columns;
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            current = sweep % 2 == 0 ? Swept(current, links, toTheRight: true) : Swept(current, links, toTheRight: false);
            var crossings = Crossings(current, links);
            if (crossings < fewest) (best, fewest) = (current, crossings);
        }

        return best;
    }

    private static List<List<Item>> Swept(List<List<Item>> columns, IReadOnlyList<Link> links, bool toTheRight)
    {
        var swept = columns.Select(column => column.ToList()).ToList();
        var order = Enumerable.Range(1, Math.Max(0, columns.Count - 1)).Select(i => toTheRight ? i : columns.Count - 1 - i);
        foreach (var i in order)
        {
            var places = Places(swept[toTheRight ? i - 1 : i + 1]);
            var own = Places(swept[i]);
            swept[i] = [.. swept[i].OrderBy(item => Mean(item.Id, places, links, toTheRight) ?? own[item.Id])];
        }

        return swept;
    }

    private static double? Mean(string id, Dictionary<string, int> places, IReadOnlyList<Link> links, bool toTheRight)
    {
        var neighbours = links.Where(link => (toTheRight ? link.Right : link.Left) == id)
            .Select(link => toTheRight ? places[link.Left] : End(link, places)).ToList();
        return neighbours.Count == 0 ? null : neighbours.Average();
    }

    private static int Crossings(List<List<Item>> columns, IReadOnlyList<Link> links)
    {
        var places = columns.SelectMany(Places).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var column = columns.SelectMany((items, i) => items.Select(item => (item.Id, i))).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        return links.GroupBy(link => column[link.Left]).Sum(group =>
        {
            var ends = group.Select(link => (Left: (double)places[link.Left], Right: End(link, places))).ToList();
            return ends.SelectMany((one, i) => ends.Skip(i + 1).Where(other => (one.Left - other.Left) * (one.Right - other.Right) < 0)).Count();
        });
    }

    private static double End(Link link, Dictionary<string, int> places) => places[link.Right] + (link.Entry / 2);

    private static Dictionary<string, int> Places(List<Item> column) =>
        column.Select((item, i) => (item.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
}
