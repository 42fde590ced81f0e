using Grader.Checking;
using Grader.Exercises;

namespace Grader.Tests.Checking;

[TestFixture]
public sealed class RoundingTests
{
    private static readonly Tolerance ThreeFigures = new(null, null, 3, null);
    private static readonly Tolerance TwoPlaces = new(null, null, null, 2);
    private static readonly Tolerance OneInAThousand = new(null, 1e-3, null, null);
    private static readonly Tolerance Exact = new(null, null, null, null);

    private static Closeness Judge(string written, double right, Tolerance tolerance) =>
        Rounding.Judge(WrittenNumber.TryRead(written)!.Value, right, tolerance);

    [TestCase("0.881", 0.8808, ExpectedResult = "Right")]
    [TestCase("0.880797", 0.8807970779, ExpectedResult = "Right")]
    [TestCase("0.88", 0.8836, ExpectedResult = "Rounded")]
    [TestCase("0.9", 0.8836, ExpectedResult = "Rounded")]
    [TestCase("0.89", 0.8836, ExpectedResult = "WronglyRounded")]
    [TestCase("1", 0.6, ExpectedResult = "Wrong")]
    [TestCase("0", 0.3, ExpectedResult = "Wrong")]
    [TestCase("8.81e-1", 0.8808, ExpectedResult = "Right")]
    [TestCase("123", 123.4, ExpectedResult = "Right")]
    [TestCase("2/3", 0.66666666, ExpectedResult = "Right")]
    [TestCase("-0.881", 0.8808, ExpectedResult = "Wrong")]
    public string Judge_ThreeSignificantFigures_CountsDigitsAsWritten(string written, double right) =>
        Judge(written, right, ThreeFigures).ToString();

    [TestCase("1.23", 1.2349, ExpectedResult = "Right")]
    [TestCase("1.2", 1.2349, ExpectedResult = "Rounded")]
    [TestCase("1.25", 1.2349, ExpectedResult = "Wrong")]
    public string Judge_TwoDecimalPlaces_AllowsHalfAUnit(string written, double right) => Judge(written, right, TwoPlaces).ToString();

    [Test]
    public void Judge_RelativeTolerance_GrowsWithTheValue()
    {
        Assert.That(Judge("1000.9", 1000, OneInAThousand), Is.EqualTo(Closeness.Right));
        Assert.That(Judge("1.9", 1, OneInAThousand), Is.EqualTo(Closeness.Wrong));
    }

    [Test]
    public void Judge_NoTolerance_WantsAllDigits()
    {
        Assert.That(Judge("0.8807970779778823", 0.8807970779778823, Exact), Is.EqualTo(Closeness.Right));
        Assert.That(Judge("0.880797", 0.8807970779778823, Exact), Is.EqualTo(Closeness.Rounded));
    }
}
