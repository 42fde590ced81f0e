using static Reference.Tests.Given;

namespace Reference.Tests.SgdBackpropTables;

public sealed class NodeTableTests
{
    [Test]
    public void Forward_AtOne_IsThePrintedTable() => Assert.That(
        Run("sgd-backprop-tables/2a.table", ("x", 1)).Cells(), Is.EqualTo(new double[] { 2, 3, 4, 5, 4, 3, 5 }));

    // At -1 the roles of max and min change: -2, -3, -4, -5, max(-3, -4), min(-3, -4), max(-5, -3, -4).
    [Test]
    public void Forward_AtMinusOne_IsWorkedByHand() => Assert.That(
        Run("sgd-backprop-tables/2a.table", ("x", -1)).Cells(), Is.EqualTo(new double[] { -2, -3, -4, -5, -3, -4, -3 }));

    [TestCase(1, 5)]
    [TestCase(-1, -3)]
    [TestCase(0, 0)]
    public void Graph_OfTheTable_IsItsLastCell(double x, double expected)
    {
        Assert.That(Run("sgd-backprop-tables/2a.graph", ("x", x)).Number(), Is.EqualTo(expected));
        Assert.That(Run("sgd-backprop-tables/2a.table", ("x", x)).Cell("vii").Number(), Is.EqualTo(expected));
    }
}
