using Grader.Plotting;

namespace Grader.Tests.Plotting;

public sealed class AxisTests
{
    [Test]
    public void Over_Numbers_ReachesFromTickToTickAroundThem()
    {
        var axis = Axis.Over("w", [0.13, 0.52, double.NaN, double.PositiveInfinity]);
        Assert.That((axis.Low, axis.High), Is.EqualTo((0.1, 0.6)));
        Assert.That(axis.Ticks.Select(tick => tick.Text), Is.EqualTo(new[] { "0.1", "0.2", "0.3", "0.4", "0.5", "0.6" }));
    }

    [Test]
    public void Over_NumbersThatEndBetweenTicks_HasTicksAtBothEnds()
    {
        var axis = Axis.Over("a", [-3.3, 2.3]);
        Assert.That(axis.Ticks.Select(tick => tick.At), Is.EqualTo(new double[] { -4, -3, -2, -1, 0, 1, 2, 3 }));
    }

    [TestCase(3.0)]
    [TestCase(0.0)]
    [TestCase(-1e-9)]
    public void Over_OneNumber_HasItInside(double value)
    {
        var axis = Axis.Over("w", [value, value]);
        Assert.That(axis.Low, Is.LessThan(value));
        Assert.That(axis.High, Is.GreaterThan(value));
    }

    [Test]
    public void Over_NumbersThatDifferByRounding_ShowsThemAsOne() =>
        Assert.That(Axis.Over("loss", [2, Math.BitIncrement(2)]).Ticks, Is.EqualTo(Axis.Over("loss", [2]).Ticks));

    [Test]
    public void Over_NoNumber_IsStillAnAxis() => Assert.That(Axis.Over("w", []).Ticks, Is.Not.Empty);

    [Test]
    public void LogarithmicOver_Numbers_TicksPowersOfTenOnly()
    {
        var axis = Axis.LogarithmicOver("loss", [0.3, 2e-3, 0, -1]);
        Assert.That((axis.Low, axis.High), Is.EqualTo((1e-3, 1)));
        Assert.That(axis.Ticks.Select(tick => tick.Text), Is.EqualTo(new[] { "1e−3", "0.01", "0.1", "1" }));
        Assert.That(axis.Share(0.1), Is.EqualTo(2 / 3.0).Within(1e-12));
        Assert.That(axis.Holds(0), Is.False);
    }

    [Test]
    public void LogarithmicOver_ManyPowers_LeavesSomeOut() =>
        Assert.That(Axis.LogarithmicOver("gradient", [1e-16, 1]).Ticks, Has.Count.InRange(4, 7));

    [Test]
    public void Named_Names_StandOverTheirBars()
    {
        var axis = Axis.Named("part", "2a", "2b");
        Assert.That(axis.Ticks, Is.EqualTo(new[] { new Tick(0.5, "2a"), new Tick(1.5, "2b") }));
        Assert.That(axis.High, Is.EqualTo(2));
    }

    [Test]
    public void Linear_NotAscending_IsRefused() => Assert.That(() => Axis.Linear("w", 1, 1), Throws.ArgumentException);

    [TestCase(0.0, "0")]
    [TestCase(1 / 3.0, "0.3333")]
    [TestCase(-2.5, "−2.5")]
    [TestCase(12345.6, "12346")]
    [TestCase(1.5e7, "1.5e7")]
    [TestCase(1.2e-10, "1.2e−10")]
    [TestCase(double.NaN, "no number")]
    [TestCase(double.NegativeInfinity, "−∞")]
    public void Numeral_Short_KeepsFourDigits(double value, string expected) => Assert.That(Numerals.Short(value), Is.EqualTo(expected));
}
