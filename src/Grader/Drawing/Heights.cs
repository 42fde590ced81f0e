namespace Grader.Drawing;

/// <summary>How far down each item of the ordered columns stands: near the middle of what it is joined to, and clear of its neighbours.</summary>
internal static class Heights
{
    private const int Sweeps = 16;

    private const double Between = 18;

    /// <returns>The middle of each item; the uppermost begins at 0.</returns>
    public static Dictionary<string, double> Of(List<List<Columns.Item>> columns, IReadOnlyList<Columns.Link> links)
    {
        var middles = columns.SelectMany(Stacked).ToDictionary(pair => pair.Id, pair => pair.Middle, StringComparer.Ordinal);
        var neighbours = links.SelectMany(link => new[] { (link.Left, link.Right), (link.Right, link.Left) }).ToLookup(pair => pair.Item1, pair => pair.Item2);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in sweep % 2 == 0 ? columns : Enumerable.Reverse(columns))
            {
                var wanted = column.ToDictionary(item => item.Id, item => neighbours[item.Id].Select(id => middles[id]).DefaultIfEmpty(middles[item.Id]).Average(), StringComparer.Ordinal);
                foreach (var (id, middle) in Apart(column, wanted)) middles[id] = middle;
            }
        }

        var top = columns.SelectMany(column => column).Select(item => middles[item.Id] - (item.Height / 2)).DefaultIfEmpty(0).Min();
        return middles.ToDictionary(pair => pair.Key, pair => pair.Value - top, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Id, double Middle)> Stacked(List<Columns.Item> column)
    {
        var y = 0.0;
        foreach (var item in column)
        {
            yield return (item.Id, y + (item.Height / 2));
            y += item.Height + Between;
        }
    }

    /// <summary>In their order, none nearer to the next than allowed, and on the whole where they want to be.</summary>
    private static List<(string Id, double Middle)> Apart(List<Columns.Item> column, Dictionary<string, double> wanted)
    {
        var placed = new List<(string Id, double Middle)>();
        for (var i = 0; i < column.Count; i++)
        {
            var middle = wanted[column[i].Id];
            if (i > 0) middle = Math.Max(middle, placed[i - 1].Middle + ((column[i - 1].Height + column[i].Height) / 2) + Between);
            placed.Add((column[i].Id, middle));
        }

        var pushed = placed.Select(item => item.Middle - wanted[item.Id]).DefaultIfEmpty(0).Average();
        return [.. placed.Select(item => (item.Id, item.Middle - pushed))];
    }
}
