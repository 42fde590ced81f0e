using Formulas.Text;

namespace Grader.Drawing;

/// <summary>
/// Draws a graph in columns from left to right: longest path for the column, means of neighbours for the order, and arrows that run
/// through places kept free for them, so that nothing lies on anything else.
/// </summary>
public static class LayeredLayout
{
    private const double Margin = 12;

    /// <summary>Between two columns, for arrows to turn in, besides the room for labels.</summary>
    private const double TurningRoom = 30;

    private const double LabelHeight = 15;

    private const double FreePlace = 10;

    /// <summary>So much of the height of a box is left at its corners, where no arrow ends.</summary>
    private const double Corner = 8;

    /// <param name="boxes">With names of their own.</param>
    /// <param name="arrows">Between boxes that are there.</param>
    /// <returns>Boxes into which several labelled arrows lead are as high as those need.</returns>
    public static Layout Of(IReadOnlyList<BoxSize> boxes, IReadOnlyList<Arrow> arrows)
    {
        boxes = [.. boxes.Select(box => box with { Height = Math.Max(box.Height, HeightFor(arrows.Count(arrow => arrow.To == box.Id && arrow.LabelWidth > 0))) })];
        var (columnOf, turned) = Layering.Of(boxes, arrows);
        var routes = arrows.Where(arrow => arrow.From != arrow.To).Select((arrow, i) => Route.Of(arrow, i, columnOf, turned.Contains((arrow.From, arrow.To)))).ToList();
        var columns = Enumerable.Range(0, columnOf.Values.DefaultIfEmpty(-1).Max() + 1).Select(column => boxes
            .Where(box => columnOf[box.Id] == column).Select(box => new Columns.Item(box.Id, true, box.Height))
            .Concat(routes.SelectMany(route => route.Through).Where(place => place.Column == column).Select(place => new Columns.Item(place.Id, false, FreePlace)))
            .ToList()).ToList();
        var links = routes.SelectMany(route => route.Links(EntryOf(route, routes))).ToList();
        var ordered = Columns.Order(columns, links);
        var middles = Heights.Of(ordered, links);
        var across = Across(ordered, boxes.ToDictionary(box => box.Id, StringComparer.Ordinal), routes);
        var placed = boxes.Select(box => new PlacedBox(box.Id, columnOf[box.Id], new(
            across[columnOf[box.Id]].Left, Margin + middles[box.Id] - (box.Height / 2), box.Width, box.Height))).ToEquatableList();
        var byId = placed.ToDictionary(box => box.Id, StringComparer.Ordinal);
        var drawn = routes.Select(route => Draw(route, routes, byId, middles, across)).ToEquatableList();
        var bottom = placed.Select(box => box.Area.Bottom).Concat(drawn.SelectMany(arrow => arrow.Points).Select(point => point.Y)).DefaultIfEmpty(0).Max();
        return new(placed, drawn, (across.Count == 0 ? Margin : across[^1].Right) + Margin, bottom + Margin);
    }

    /// <summary>Left and right side of each column.</summary>
    private static List<(double Left, double Right, double Labels)> Across(
        List<List<Columns.Item>> columns, Dictionary<string, BoxSize> boxes, List<Route> routes)
    {
        var across = new List<(double Left, double Right, double Labels)>();
        var x = Margin;
        for (var i = 0; i < columns.Count; i++)
        {
            var labels = routes.Where(route => route.LastColumn == i).Select(route => route.Arrow.LabelWidth).DefaultIfEmpty(0).Max();
            if (i > 0) x += TurningRoom + labels;
            var width = columns[i].Where(item => item.IsBox).Select(item => boxes[item.Id].Width).DefaultIfEmpty(0).Max();
            across.Add((x, x + width, labels));
            x += width;
        }

        return across;
    }

    private static PlacedArrow Draw(
        Route route, List<Route> routes, Dictionary<string, PlacedBox> boxes, Dictionary<string, double> middles, List<(double Left, double Right, double Labels)> across)
    {
        var (from, to) = (boxes[route.First].Area, boxes[route.Last].Area);
        var end = new Point(to.X, HeightAt(to, route, routes));
        var points = new List<Point> { new(from.Right, from.MiddleY), new(across[boxes[route.First].Layer].Right, from.MiddleY) };
        foreach (var (id, column) in route.Through)
        {
            points.Add(new(across[column].Left - across[column].Labels, Margin + middles[id]));
            points.Add(new(across[column].Right, Margin + middles[id]));
        }

        points.Add(new(to.X - across[route.LastColumn].Labels, end.Y));
        points.Add(end);
        var width = route.Arrow.LabelWidth;
        var label = width > 0 ? new Area(to.X - width, end.Y - LabelHeight - 1, width - 8, LabelHeight) : null;
        return new(route.Arrow, points.ToEquatableList(), label, route.IsTurned);
    }

    private static double HeightAt(Area to, Route route, List<Route> routes) =>
        to.Y + Corner + (EntryOf(route, routes) * (to.Height - (2 * Corner)));

    /// <summary>The arrows into a box end one below the other, in the order of its inputs. From 0 at its top to 1.</summary>
    private static double EntryOf(Route route, List<Route> routes)
    {
        var into = routes.Where(other => other.Last == route.Last).OrderBy(other => other.IsTurned).ThenBy(other => other.Arrow.Place).ToList();
        return (into.IndexOf(route) + 1.0) / (into.Count + 1);
    }

    private static double HeightFor(int labels) => labels < 2 ? 0 : (2 * Corner) + ((LabelHeight + 3) * (labels + 1));

    /// <param name="Through">The places kept free for it in the columns between.</param>
    private sealed record Route(Arrow Arrow, bool IsTurned, EquatableList<(string Id, int Column)> Through, int LastColumn)
    {
        public string First => IsTurned ? Arrow.To : Arrow.From;

        public string Last => IsTurned ? Arrow.From : Arrow.To;

        /// <param name="entry">Where it ends on its last box, from 0 at the top to 1.</param>
        public IEnumerable<Columns.Link> Links(double entry)
        {
            var stops = Through.Select(place => place.Id).Prepend(First).Append(Last).ToList();
            return stops.Zip(stops.Skip(1), (left, right) => new Columns.Link(left, right, right == Last ? entry : 0.5));
        }

        public static Route Of(Arrow arrow, int number, IReadOnlyDictionary<string, int> columnOf, bool isTurned)
        {
            var (first, last) = isTurned ? (columnOf[arrow.To], columnOf[arrow.From]) : (columnOf[arrow.From], columnOf[arrow.To]);
            var through = Enumerable.Range(first + 1, Math.Max(0, last - first - 1)).Select(column => ($"through {number} {column}", column));
            return new(arrow, isTurned, through.ToEquatableList(), last);
        }
    }
}
