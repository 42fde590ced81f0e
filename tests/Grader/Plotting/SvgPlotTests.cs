using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Grader.Plotting;

namespace Grader.Tests.Plotting;

public sealed class SvgPlotTests
{
    private static readonly Plot Lines = Plot.Over(
        "Two lines", "One rises, one falls.", "step", "value",
        PlotMark.Line.Of("rising", [0, 1, 2]), PlotMark.Line.Of("falling", [2, 1, 0]));

    [Test]
    public void Render_Plot_HasTitleAndDescriptionAsItsName()
    {
        var svg = XElement.Parse(SvgPlot.Render(Lines, "lines"));
        Assert.That(svg.Attribute("role")?.Value, Is.EqualTo("img"));
        Assert.That(svg.Attribute("aria-labelledby")?.Value, Is.EqualTo("lines-title lines-desc"));
        Assert.That(svg.Elements("title").Single().Value, Is.EqualTo("Two lines"));
        Assert.That(
            svg.Elements("desc").Single().Value,
            Is.EqualTo("One rises, one falls. Across: step, 0 to 2. Up: value, 0 to 2. rising: from 0 to 2, least 0, greatest 2. falling: from 2 to 0, least 0, greatest 2."));
    }

    [Test]
    public void Render_TwoLines_TellsThemApartWithoutColour()
    {
        var lines = XElement.Parse(SvgPlot.Render(Lines, "lines")).Elements("path").Where(path => path.Attribute("class")!.Value.StartsWith("line", StringComparison.Ordinal)).ToList();
        Assert.That(lines.Select(line => line.Attribute("stroke-dasharray")?.Value), Is.EqualTo(new[] { null, "7 4" }));
        Assert.That(SvgPlot.Render(Lines, "lines"), Does.Contain(">rising</text>").And.Contain(">falling</text>"));
    }

    [Test]
    public void Render_Points_StayInsideTheFrame([Values(0, 1e-300, 1e300)] double far)
    {
        PlotMark[] marks =
        [
            PlotMark.Line.Of("line", [1, double.NaN, far, -far, 3]), new PlotMark.Scatter("points", [new(0, 1), new(double.PositiveInfinity, 2)]),
            PlotMark.Histogram.Bars("bars", 3, 0, 2), PlotMark.HeatMap.Of("heat", [0, 1, 2], [0, 1], (x, y) => x + y, [1, 2]),
        ];
        foreach (var plot in new[] { Plot.Over("t", "d", "x", "y", marks), Plot.LogarithmicOver("t", "d", "x", "y", marks) })
        {
            var svg = SvgPlot.Render(plot, "a");
            Assert.That(svg, Does.Not.Contain("NaN").And.Not.Contain("Infinity").And.Not.Contain("∞\""));
            foreach (Match at in Regex.Matches(svg, "[ML](-?[0-9.]+) (-?[0-9.]+)(?=[ML\"])"))
            {
                Assert.That(double.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture), Is.InRange(0, 440));
                Assert.That(double.Parse(at.Groups[2].Value, CultureInfo.InvariantCulture), Is.InRange(0, 300));
            }
        }
    }

    [Test]
    public void Render_PointWithoutPlace_LeavesAGap()
    {
        var svg = SvgPlot.Render(Plot.LogarithmicOver("t", "d", "x", "y", PlotMark.Line.Of("loss", [1, 0.1, 0, 0.1])), "a");
        var path = XElement.Parse(svg).Elements("path").First(element => element.Attribute("class")!.Value.StartsWith("line", StringComparison.Ordinal)).Attribute("d")!.Value;
        Assert.That(path.Count(letter => letter == 'M'), Is.EqualTo(2));
    }

    [Test]
    public void Render_HeatMap_ShadesByBandAndNamesTheLevels()
    {
        var plot = new Plot("t", "d", Axis.Linear("x", 0, 3), Axis.Linear("y", 0, 2), [PlotMark.HeatMap.Of("height", [0.5, 1.5, 2.5], [0.5, 1.5], (x, _) => x, [1, 2])]);
        var svg = XElement.Parse(SvgPlot.Render(plot, "a"));
        var cells = svg.Elements("g").First().Elements("rect").ToList();
        Assert.That(cells.Select(cell => cell.Attribute("fill-opacity")!.Value), Is.EqualTo(new[] { "0.45", "0.9", "0.45", "0.9" }), "The lowest band is left bare.");
        Assert.That(svg.ToString(), Does.Contain(">below 1<").And.Contain(">from 1<").And.Contain(">from 2<"));
    }

    [Test]
    public void Render_Bars_StandOnZeroAndCarryTheirValues()
    {
        var plot = Plot.Over("t", "d", "x", "points", PlotMark.Histogram.Bars("points", 2, -1)) with { X = Axis.Named("part", "2a", "2b") };
        var svg = XElement.Parse(SvgPlot.Render(plot, "a"));
        var rects = svg.Descendants("rect").ToList();
        var tops = rects.Select(rect => double.Parse(rect.Attribute("y")!.Value, CultureInfo.InvariantCulture)).ToList();
        var heights = rects.Select(rect => double.Parse(rect.Attribute("height")!.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.That(tops[0] + heights[0], Is.EqualTo(tops[1]).Within(0.02));
        Assert.That(heights[0], Is.EqualTo(2 * heights[1]).Within(0.02));
        Assert.That(svg.ToString(), Does.Contain(">2a<").And.Contain(">−1<"));
    }

    [Test]
    public void Render_HostileLabels_StayText()
    {
        const string hostile = "<script>alert(1)</script>\"'&";
        var svg = SvgPlot.Render(Plot.Over(hostile, hostile, hostile, hostile, PlotMark.Line.Of(hostile, [1, 2]), PlotMark.Line.Of(hostile, [2, 1])), "a");
        Assert.That(svg, Does.Not.Contain("<script"));
        Assert.That(() => XElement.Parse(svg), Throws.Nothing);
    }

    [Test]
    public void Thinned_LongLine_KeepsEndsAndPeaks()
    {
        var points = Enumerable.Range(0, 10_000).Select(x => new PlotPoint(x, x == 4321 ? 99 : x % 7)).ToList();
        var kept = SvgMarks.Thinned(points);
        Assert.That(kept, Has.Count.LessThan(700));
        Assert.That(kept[0], Is.EqualTo(points[0]));
        Assert.That(kept[^1], Is.EqualTo(points[^1]));
        Assert.That(kept.Max(point => point.Y), Is.EqualTo(99));
        Assert.That(kept.Select(point => point.X), Is.Ordered);
    }

    [Test]
    public void Histogram_Count_PutsEachNumberInOneBin() =>
        Assert.That(PlotMark.Histogram.Count("n", [0, 1, 2], [0, 0.5, 1, 2, 2.1, -1]).Values, Is.EqualTo(new double[] { 2, 2 }));
}
