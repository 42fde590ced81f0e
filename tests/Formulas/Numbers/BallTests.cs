using Formulas.Numbers;

namespace Formulas.Tests.Numbers;

public sealed class BallTests
{
    private static readonly double[] Arguments = [-20.5, -3, -1, -0.75, -1e-3, 1e-6, 0.3, 0.5, 1, 1.5, 2, 3.25, 40, 700];

    [Test]
    public void PiAndE_AreTheDoublesRounded()
    {
        Assert.That(Ball.Pi.Value, Is.EqualTo(Math.PI).Within(1e-15));
        Assert.That(Ball.E.Value, Is.EqualTo(Math.E).Within(1e-15));
        // The digits that doubles lack: sin and exp know them.
        Assert.That(Ball.Sin(Ball.Pi).Value, Is.EqualTo(0).Within(1e-75));
        Assert.That(Ball.AreApart(Ball.Literal(Math.PI, "3.14159265358979323846264338327950288419716939937510582097494459"), Ball.Pi), Is.True);
        Assert.That(Math.Abs((Ball.Literal(Math.PI, "3.14159265358979323846264338327950288419716939937510582097494459") - Ball.Pi).Value), Is.LessThan(1e-60));
    }

    [TestCaseSource(nameof(Arguments))]
    public void Functions_AgreeWithTheLibrary(double x)
    {
        var ball = Ball.Exact(x);
        Agree(Ball.Exp(ball), Math.Exp(x));
        Agree(Ball.Sin(ball), Math.Sin(x));
        Agree(Ball.Cos(ball), Math.Cos(x));
        Agree(Ball.Atan(ball), Math.Atan(x));
        Agree(Ball.Sinh(ball), Math.Sinh(x));
        Agree(Ball.Cosh(ball), Math.Cosh(x));
        Agree(Ball.Tanh(ball), Math.Tanh(x));
        Agree(Ball.Sigmoid(ball), 1 / (1 + Math.Exp(-x)));
        Agree(Ball.Softplus(ball), x < -15 ? Math.Exp(x) * (1 - (Math.Exp(x) / 2)) : Math.Log(1 + Math.Exp(x)));
        if (x > 0) Agree(Ball.Log(ball), Math.Log(x));
        if (x > 0) Agree(Ball.Sqrt(ball), Math.Sqrt(x));
        if (x > 0) Agree(Ball.Pow(ball, Ball.Exact(0.3)), Math.Pow(x, 0.3));
        if (Math.Abs(x) <= 1) Agree(Ball.Asin(ball), Math.Asin(x));
        if (Math.Abs(x) <= 1) Agree(Ball.Acos(ball), Math.Acos(x));
    }

    [TestCaseSource(nameof(Arguments))]
    public void Inverses_UndoEachOther_To60Digits(double x)
    {
        var ball = Ball.Exact(x);
        Close(Ball.Log(Ball.Exp(ball)), ball);
        Close(Ball.Sqrt(ball * ball), Ball.Abs(ball));
        Close(ball * (Ball.Exact(1) / ball), Ball.Exact(1));
        Close(Ball.Sin(ball) * Ball.Sin(ball) + Ball.Cos(ball) * Ball.Cos(ball), Ball.Exact(1));
        Close(Ball.Pow(ball, Ball.Exact(7)) / Ball.Pow(ball, Ball.Exact(6)), ball);
        if (Math.Abs(x) < 1.5) Close(Ball.Atan(Ball.Sin(ball) / Ball.Cos(ball)), ball);
        if (Math.Abs(x) <= 1) Close(Ball.Sin(Ball.Asin(ball)), ball);
    }

    [Test]
    public void Exponent_DoesNotOverflow()
    {
        var power = Ball.Pow(Ball.Exact(12.5), Ball.Exact(6000));
        Assert.That(power.Value, Is.EqualTo(double.PositiveInfinity));
        Close(Ball.Exp(Ball.Log(power) / Ball.Exact(6000)), Ball.Exact(12.5));
        Close(Ball.Log(Ball.Exp(Ball.Exact(-5000))), Ball.Exact(-5000));
    }

    [TestCase("0.333333333333333", 0.333333333333333)]
    [TestCase("1e-3", 1e-3)]
    [TestCase("2.5E+2", 250)]
    [TestCase(".1", 0.1)]
    public void Literal_IsTheDecimal(string text, double value)
    {
        var ball = Ball.Literal(value, text);
        Agree(ball, value);
    }

    [Test]
    public void Literal_OfOneTenth_IsNotItsDouble() =>
        Assert.That(Ball.AreApart(Ball.Literal(0.1, "0.1"), Ball.Exact(0.1)), Is.True);

    [Test]
    public void Uncertain_StaysUncertain()
    {
        var zero = Ball.Between(-1e-9, 1e-9);
        Assert.That(double.IsNaN((Ball.Exact(1) / zero).Value), Is.True);
        Assert.That(double.IsNaN(Ball.Log(zero).Value), Is.True);
        Assert.That(double.IsNaN(Ball.Sqrt(zero).Value), Is.True);
        Assert.That(Ball.Sign(zero).Uncertainty, Is.GreaterThanOrEqualTo(1));
        Assert.That(Ball.Max(zero, Ball.Exact(0)).Uncertainty, Is.InRange(1e-9, 1e-8));
        Assert.That(Ball.Sin(zero).Uncertainty, Is.InRange(1e-9, 1e-8));
    }

    [Test]
    public void Functions_InFarMoreDigits_AgreeWithEachOther([Values(0.3, 1, 12.5, 800)] double x)
    {
        var ball = Ball<FarDigits>.Exact(x);
        var one = Ball<FarDigits>.Exact(1);
        Ball<FarDigits>[] gaps =
        [
            Ball<FarDigits>.Log(Ball<FarDigits>.Exp(ball)) - ball,
            (Ball<FarDigits>.Sin(ball) * Ball<FarDigits>.Sin(ball)) + (Ball<FarDigits>.Cos(ball) * Ball<FarDigits>.Cos(ball)) - one,
            (Ball<FarDigits>.Sqrt(ball) * Ball<FarDigits>.Sqrt(ball)) - ball,
            Ball<FarDigits>.Softplus(ball) - ball - Ball<FarDigits>.Log(one + Ball<FarDigits>.Exp(-ball)),
            Ball<FarDigits>.Atan(ball) + Ball<FarDigits>.Atan(one / ball) - (Ball<FarDigits>.Pi / Ball<FarDigits>.Exact(2)),
        ];
        Assert.That(gaps.Select(gap => Ball<FarDigits>.AreApart(gap, Ball<FarDigits>.Exact(0))), Is.All.False);
        var scale = Ball<FarDigits>.Exp(Ball<FarDigits>.Exact(2600));
        Assert.That(gaps.Select(gap => (gap * scale).Uncertainty + Math.Abs((gap * scale).Value)), Is.All.LessThan(1), "1,100 decimal digits.");
    }

    private static void Agree(Ball ball, double expected) =>
        Assert.That(Math.Abs(ball.Value - expected), Is.LessThanOrEqualTo((1e-14 * Math.Abs(expected)) + 1e-300));

    private static void Close(Ball left, Ball right)
    {
        Assert.That(Ball.AreApart(left, right), Is.False);
        var distance = left - right;
        Assert.That(Math.Abs(distance.Value) + distance.Uncertainty, Is.LessThan(1e-60 * Math.Abs(right.Value)));
    }
}
