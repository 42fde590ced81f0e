using Grader.Plotting;

namespace Grader.Tests.Plotting;

public sealed class PlotTableTests
{
    [Test]
    public void Of_Lines_SharesTheirX()
    {
        var table = PlotTable.Of(Plot.Over("t", "d", "step", "y", PlotMark.Line.Of("a", [1, 2, 3]), new PlotMark.Scatter("b", [new(1, 5)])));
        Assert.That(table.Columns, Is.EqualTo(new[] { "step", "a", "b" }));
        Assert.That(table.Rows.Select(row => string.Join(' ', row)), Is.EqualTo(new[] { "0 1 –", "1 2 5", "2 3 –" }));
        Assert.That(table.Note, Is.Null);
    }

    [Test]
    public void Of_LongLine_KeepsFirstAndLastRowAndSaysWhatIsLeftOut()
    {
        var table = PlotTable.Of(Plot.Over("t", "d", "step", "y", PlotMark.Line.Of("a", Enumerable.Range(0, 501).Select(step => (double)step))));
        Assert.That(table.Rows, Has.Count.EqualTo(41));
        Assert.That((table.Rows[0][1], table.Rows[^1][1]), Is.EqualTo(("0", "500")));
        Assert.That(table.Note, Is.EqualTo("41 of 501 rows."));
    }

    [Test]
    public void Of_HeatMap_HasTheHighestRowFirst()
    {
        var map = PlotMark.HeatMap.Of("h", [0, 1], [10, 20], (x, y) => x + y, [15]);
        var table = PlotTable.Of(new Plot("t", "d", Axis.Linear("x", 0, 1), Axis.Linear("y", 10, 20), [map]));
        Assert.That(table.Rows.Select(row => string.Join(' ', row)), Is.EqualTo(new[] { "20 20 21", "10 10 11" }));
    }

    [Test]
    public void Of_NamedBars_NamesThem()
    {
        var plot = Plot.Over("t", "d", "x", "n", PlotMark.Histogram.Bars("n", 4, 5)) with { X = Axis.Named("part", "2a", "2b") };
        Assert.That(PlotTable.Of(plot).Rows.Select(row => string.Join(' ', row)), Is.EqualTo(new[] { "2a 4", "2b 5" }));
        Assert.That(PlotTable.Of(plot with { X = Axis.Linear("x", 0, 2) }).Rows[0][0], Is.EqualTo("0 to 1"));
    }
}
