using static Reference.Tests.Given;

namespace Reference.Tests.BackpropPractice;

public sealed class OneHiddenLayerTests
{
    [Test]
    public void Output_OfUnequalWidths_IsSummedUnitByUnit()
    {
        var W1 = new[,] { { 0.5, -1, 0.2 }, { 1.5, 0.3, -0.7 } };
        var W2 = new[,] { { 1, -2 }, { 0.4, 0.9 }, { -0.6, 0.1 } };
        double[] x = [0.8, -0.3];
        var expected = new double[2];
        for (var k = 0; k < 2; k++)
        {
            var sum = 0.0;
            for (var j = 0; j < 3; j++) sum += W2[j, k] * Math.Sin((W1[0, j] * x[0]) + (W1[1, j] * x[1]));
            expected[k] = Math.Sin(sum);
        }
        AreClose(Run("backprop-practice/1a.graph", ("W1", W1), ("W2", W2), ("x", x), ("g", "sin")).Vector(), Vector(expected), 1e-15);
    }
}
