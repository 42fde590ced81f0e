using System.Globalization;
using Grader.Drawing;

namespace Grader.Tests.Drawing;

public sealed class LayeredLayoutTests
{
    private static Layout Place(string graph) => LayeredLayout.Of(
        [.. graph.Split([' ', '>'], StringSplitOptions.RemoveEmptyEntries).Distinct().Select(id => new BoxSize(id, 60 + (id.Length * 9), 44 + (id[0] % 5 * 12)))],
        [.. Arrows(graph)]);

    private static IEnumerable<Arrow> Arrows(string graph)
    {
        var places = new Dictionary<string, int>();
        foreach (var edge in graph.Split(' ').Where(word => word.Contains('>', StringComparison.Ordinal)).Select(word => word.Split('>')))
        {
            var place = places.GetValueOrDefault(edge[1]);
            places[edge[1]] = place + 1;
            yield return new(edge[0], edge[1], place, 50);
        }
    }

    private const string Network =
        "c>cx x1>cx e>ex x2>ex d>dx x1>dx f>fx x2>fx cx>z1 ex>z1 dx>z2 fx>z2 z1>r1 z2>r2 a>ar r1>ar b>br r2>br ar>s1 br>s2 s1>y s2>y";

    private static IEnumerable<string> Graphs()
    {
        yield return Network;
        yield return "alone";
        yield return "a>b a>b b>c a>c a>d d>e c>e b>e";
        yield return "a>b b>c c>d d>e a>e b>e c>e a>f f>e g>f";
        var random = new Random(5);
        for (var n = 0; n < 60; n++)
        {
            var count = random.Next(2, 22);
            yield return string.Join(' ', Enumerable.Range(0, random.Next(1, 34)).Select(_ =>
            {
                var to = random.Next(1, count);
                return string.Create(CultureInfo.InvariantCulture, $"n{random.Next(to)}>n{to}");
            }));
        }
    }

    [TestCaseSource(nameof(Graphs))]
    public void BoxesAndLabels_NeverOverlap(string graph)
    {
        var layout = Place(graph);
        var areas = layout.Boxes.Select(box => (box.Id, box.Area))
            .Concat(layout.Arrows.Where(arrow => arrow.Label is not null).Select(arrow => (Id: $"{arrow.Arrow}", Area: arrow.Label!))).ToList();
        var overlaps = areas.SelectMany((one, i) => areas.Skip(i + 1).Where(other => one.Area.Overlaps(other.Area)).Select(other => $"{one.Id} and {other.Id}"));
        Assert.That(overlaps, Is.Empty);
    }

    [TestCaseSource(nameof(Graphs))]
    public void Arrows_LeadForwardFromBoxToBox(string graph)
    {
        var layout = Place(graph);
        var boxes = layout.Boxes.ToDictionary(box => box.Id);
        foreach (var arrow in layout.Arrows)
        {
            var (from, to) = (boxes[arrow.Arrow.From], boxes[arrow.Arrow.To]);
            Assert.That(from.Layer, Is.LessThan(to.Layer));
            Assert.That(arrow.Points.Select(point => point.X), Is.Ordered);
            Assert.That(arrow.Points[0], Is.EqualTo(new Point(from.Area.Right, from.Area.MiddleY)));
            Assert.That(arrow.Points[^1].X, Is.EqualTo(to.Area.X));
            Assert.That(arrow.Points[^1].Y, Is.InRange(to.Area.Y, to.Area.Bottom));
            Assert.That(arrow.IsTurned, Is.False);
        }
    }

    /// <summary>Sampled along the curves: an arrow touches no box but its own two.</summary>
    [TestCaseSource(nameof(Graphs))]
    public void Arrows_RunThroughNoBox(string graph)
    {
        var layout = Place(graph);
        foreach (var arrow in layout.Arrows)
        {
            var others = layout.Boxes.Where(box => box.Id != arrow.Arrow.From && box.Id != arrow.Arrow.To).ToList();
            foreach (var point in Along(arrow))
            {
                Assert.That(others.Where(box => box.Area.Overlaps(new(point.X, point.Y, 0.01, 0.01))).Select(box => box.Id), Is.Empty, arrow.Arrow.ToString());
            }
        }
    }

    private static IEnumerable<Point> Along(PlacedArrow arrow)
    {
        for (var i = 1; i < arrow.Points.Count; i++)
        {
            var (from, to) = (arrow.Points[i - 1], arrow.Points[i]);
            for (var t = 0.0; t <= 1; t += 0.05)
            {
                // The curve is a cubic with level ends, as it is drawn.
                var (x, y) = (from.X + ((to.X - from.X) * ((1.5 * t * (1 - t)) + (t * t * t) + (1.5 * t * t * (1 - t)))), from.Y + ((to.Y - from.Y) * t * t * (3 - (2 * t))));
                yield return new(x, y);
            }
        }
    }

    [TestCaseSource(nameof(Graphs))]
    public void Layout_HoldsAllThatIsInIt(string graph)
    {
        var layout = Place(graph);
        var all = layout.Boxes.Select(box => box.Area).Concat(layout.Arrows.Select(arrow => arrow.Label).OfType<Area>());
        Assert.That(all.Where(area => area.X < 0 || area.Y < 0 || area.Right > layout.Width || area.Bottom > layout.Height), Is.Empty);
        Assert.That(layout.Arrows.SelectMany(arrow => arrow.Points).Where(point => point.Y < 0 || point.Y > layout.Height), Is.Empty);
    }

    [Test]
    public void Column_IsTheLongestWayToTheEnd()
    {
        var boxes = Place(Network).Boxes.ToDictionary(box => box.Id, box => box.Layer);
        Assert.That(new[] { "x1", "cx", "z1", "r1", "ar", "s1", "y" }.Select(id => boxes[id]), Is.EqualTo(new[] { 0, 1, 2, 3, 4, 5, 6 }));
        Assert.That(boxes["a"], Is.EqualTo(3), "An input stands just before what takes it.");
    }

    [Test]
    public void Order_OfAGraphThatNeedsNoCrossings_HasNone()
    {
        var layout = Place("d>y2 c>y1 b>x2 a>x1 x2>y2 x1>y1 y1>z y2>z");
        var arrows = layout.Arrows.ToList();
        var crossing = arrows.SelectMany((one, i) => arrows.Skip(i + 1).Where(other =>
            one.Points[1].X == other.Points[1].X && (one.Points[0].Y - other.Points[0].Y) * (one.Points[^1].Y - other.Points[^1].Y) < 0));
        Assert.That(crossing, Is.Empty);
    }

    [TestCase("a>b b>c c>a c>d", 1)]
    [TestCase("a>b b>a", 1)]
    [TestCase("a>b b>c d>c c>b", 1)]
    [TestCase("a>a a>b", 0)]
    public void Circle_IsDrawnWithOneArrowTurned(string graph, int turned)
    {
        var layout = Place(graph);
        Assert.That(layout.Arrows.Count(arrow => arrow.IsTurned), Is.EqualTo(turned));
        Assert.That(layout.Arrows.SelectMany(arrow => arrow.Points.Zip(arrow.Points.Skip(1))).Where(pair => pair.First.X > pair.Second.X), Is.Empty);
    }
}
