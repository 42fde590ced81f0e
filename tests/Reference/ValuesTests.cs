using Formulas.Expressions;
using static Reference.Tests.Given;

namespace Reference.Tests;

public sealed class ValuesTests
{
    [Test]
    public void ToValue_OfAMatrix_KeepsRowsAndColumns()
    {
        var matrix = Matrix(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.That(matrix.ToValue().Matrix(), Is.EqualTo(matrix));
        Assert.That(((Value.Matrix)matrix.ToValue())[1, 0], Is.EqualTo(4));
    }

    [Test]
    public void Table_OfCells_KeepsNamesAndOrder()
    {
        var table = (Value.Named)Values.Table(("r2", 2), ("r1", 1));
        Assert.That(table.Items, Is.EqualTo(new[] { new NamedValue("r2", 2.0.ToValue()), new NamedValue("r1", 1.0.ToValue()) }));
    }
}
