using Reference.Experiments;
using static Reference.Tests.Given;

namespace Reference.Tests.Experiments;

public sealed class SpreadTests
{
    [Test]
    public void Spread_OfAMatrix_IsTakenInTheNamedDirection()
    {
        var matrix = Matrix(new double[,] { { 1, 1 }, { 4, 4.5 } });
        Assert.That(Spread.BetweenColumns(matrix), Is.EqualTo(0.5));
        Assert.That(Spread.BetweenRows(matrix), Is.EqualTo(3.5));
        Assert.That(Spread.Within(matrix), Is.EqualTo(3.5));
    }
}
