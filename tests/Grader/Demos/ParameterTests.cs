using Grader.Demos;

namespace Grader.Tests.Demos;

public sealed class ParameterTests
{
    private static readonly Demo Demo = DemoTable.Find("symmetry")!;

    private static ParameterValues Read(string name, string text) => ParameterValues.Read(Demo, new Dictionary<string, string> { [name] = text });

    [TestCase("steps", "20", 20)]
    [TestCase("rate", "1e-2", 0.01)]
    [TestCase("units", "8", 8)]
    public void Read_NumberOfTheRange_IsTaken(string name, string text, double expected) => Assert.That(Read(name, text)[name], Is.EqualTo(expected));

    [TestCase("steps", "0", "--steps 0 is outside its range: it is a whole number from 1 to 5000.")]
    [TestCase("steps", "5001", "--steps 5001 is outside its range: it is a whole number from 1 to 5000.")]
    [TestCase("steps", "1.5", "--steps 1.5 is outside its range: it is a whole number from 1 to 5000.")]
    [TestCase("rate", "-1", "--rate -1 is outside its range: it is from 0.001 to 10.")]
    [TestCase("rate", "0,5", "--rate is a number, and '0,5' cannot be read as one.")]
    [TestCase("rate", "NaN", "--rate is a number, and 'NaN' cannot be read as one.")]
    [TestCase("rate", "fast", "--rate is a number, and 'fast' cannot be read as one.")]
    public void Read_AnythingElse_IsRefusedWithTheRange(string name, string text, string message) =>
        Assert.That(() => Read(name, text), Throws.TypeOf<ParameterException>().With.Message.EqualTo(message).And.Property("Hint").Not.Empty);

    [Test]
    public void Read_ParameterOfAnotherExperiment_IsRefusedWithThoseThereAre() => Assert.That(
        () => Read("slope", "0.1"),
        Throws.TypeOf<ParameterException>().With.Message.EqualTo("The experiment symmetry has no --slope.").And.Property("Hint").Contains("--units (4; a whole number from 2 to 8)"));

    [Test]
    public void Table_EveryRow_CanBeRunAsItStands()
    {
        Assert.That(DemoTable.Names, Is.Unique);
        foreach (var parameter in DemoTable.Rows.SelectMany(demo => demo.Parameters))
        {
            Assert.That(parameter.Usual, Is.InRange(parameter.Low, parameter.High), parameter.Name);
            Assert.That(parameter.Meaning, Is.Not.Empty);
        }
    }
}
