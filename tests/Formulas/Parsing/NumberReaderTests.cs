using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Tests.Parsing;

public sealed class NumberReaderTests
{
    [TestCase("2/3", 2.0 / 3)]
    [TestCase("1e-3", 0.001)]
    [TestCase("-.5", -0.5)]
    [TestCase(".5", 0.5)]
    [TestCase(" 42 ", 42)]
    [TestCase("-2 / -4", 0.5)]
    [TestCase("−3", -3)]
    [TestCase("2.", 2)]
    [TestCase("1E5\n", 1e5)]
    public void Read_OfANumber_GivesIt(string text, double expected) =>
        Assert.That((NumberReader.Read(text) as Reading<double>.Success)?.Value, Is.EqualTo(expected));

    [TestCase("0,18", Codes.DecimalComma)]
    [TestCase("1 000", Codes.NumberAfterNumber)]
    [TestCase("1/0", Codes.NotFinite)]
    [TestCase("1e999", Codes.NotFinite)]
    [TestCase("x", Codes.NotANumber)]
    [TestCase("NaN", Codes.NotANumber)]
    [TestCase("", Codes.NotANumber)]
    [TestCase("1 + 1", Codes.NotANumber)]
    [TestCase("#", Codes.UnknownCharacter)]
    public void Read_OfAnythingElse_IsRefused(string text, string code) =>
        Assert.That((NumberReader.Read(text) as Reading<double>.Failure)?.Diagnostic.Code, Is.EqualTo(code));

    [Test]
    public void Read_OfADecimalComma_ShowsThePoint() =>
        Assert.That((NumberReader.Read("0,18") as Reading<double>.Failure)?.Diagnostic.Hint, Is.EqualTo("Write 0.18."));
}
