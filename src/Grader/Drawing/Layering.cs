namespace Grader.Drawing;

/// <summary>
/// Which column each box stands in: as far left of the last as the longest path to it is long, so that every arrow leads to the
/// right and inputs stand just before the boxes that take them.
/// </summary>
internal sealed class Layering
{
    private readonly Dictionary<string, List<string>> targets;
    private readonly Dictionary<string, int> distance = new(StringComparer.Ordinal);
    private readonly HashSet<string> underway = new(StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string To)> turned = [];

    private Layering(IReadOnlyList<BoxSize> boxes, IReadOnlyList<Arrow> arrows)
    {
        targets = boxes.ToDictionary(box => box.Id, box => arrows.Where(arrow => arrow.From == box.Id).Select(arrow => arrow.To).Distinct().ToList(), StringComparer.Ordinal);
        foreach (var box in boxes) TurnCircles(box.Id);
        foreach (var box in boxes) DistanceToEnd(box.Id);
    }

    /// <summary>The column of each box, and the arrows that close a circle and count the other way round.</summary>
    public static (IReadOnlyDictionary<string, int> Columns, IReadOnlySet<(string From, string To)> Turned) Of(IReadOnlyList<BoxSize> boxes, IReadOnlyList<Arrow> arrows)
    {
        var layering = new Layering(boxes, arrows);
        var longest = layering.distance.Values.DefaultIfEmpty(0).Max();
        return (layering.distance.ToDictionary(pair => pair.Key, pair => longest - pair.Value, StringComparer.Ordinal), layering.turned);
    }

    /// <summary>An arrow back to a box on the way to it is turned round.</summary>
    private void TurnCircles(string id)
    {
        if (done.Contains(id) || !underway.Add(id)) return;
        foreach (var target in targets[id].ToList())
        {
            if (underway.Contains(target)) Turn(id, target);
            else TurnCircles(target);
        }

        underway.Remove(id);
        done.Add(id);
    }

    private void Turn(string from, string to)
    {
        turned.Add((from, to));
        targets[from].Remove(to);
        if (from != to && !targets[to].Contains(from)) targets[to].Add(from);
    }

    private int DistanceToEnd(string id)
    {
        if (distance.TryGetValue(id, out var known)) return known;
        return distance[id] = targets[id].Count == 0 ? 0 : 1 + targets[id].Max(DistanceToEnd);
    }
}
