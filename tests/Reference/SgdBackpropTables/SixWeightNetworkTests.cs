using static Reference.Tests.Given;

namespace Reference.Tests.SgdBackpropTables;

public sealed class SixWeightNetworkTests
{
    private static readonly double[] Printed = [1, 1, 4, 1, 2, 2, 1, -1];

    [Test]
    public void Forward_AtTheWorksheetsInputs_IsExactBeforeRounding()
    {
        var cells = Of("2b.forward", Printed).Cells();
        Assert.That(cells, Is.EqualTo(new[] { 2, 0, 0.8807970779778823, 0.5, 1.3807970779778823 }).Within(1e-15));
    }

    [Test]
    public void Forward_RoundedToOneDecimal_IsAsPrinted() => Assert.That(
        Of("2b.forward", Printed).Cells().Select(cell => Math.Round(cell, 1)), Is.EqualTo(new[] { 2, 0, 0.9, 0.5, 1.4 }));

    [Test]
    public void Partials_AtTheWorksheetsInputs_AreTheExactOnes()
    {
        var value = Of("2b.partials", Printed);
        string[] names = ["dy/da", "dy/db", "dy/dc", "dy/dd", "dy/de", "dy/df"];
        Assert.That(names.Select(name => Math.Round(value.Cell(name).Number(), 4)), Is.EqualTo(new[] { 0.2100, 0, 0.1050, 0, -0.1050, 0 }));
    }

    [Test]
    public void Partials_WorkedFromTheRoundedForwardPass_AreAsPrinted()
    {
        // The source works with s1 = 0.9 in place of 0.8808; the ratio of the slopes is all that differs.
        var ratio = 0.9 * (1 - 0.9) / (0.8807970779778823 * (1 - 0.8807970779778823));
        Assert.That(
            Of("2b.partials", Printed).Cells().Select(cell => cell * ratio),
            Is.EqualTo(new[] { 0.18, 0, 0.09, 0, -0.09, 0 }).Within(1e-12));
    }

    [TestCase(1, 1, 4, 1, 2, 2.5, 1, -1)]
    [TestCase(0.5, -1.5, 1, 2, 0.5, -0.4, 0.7, 0.3)]
    [TestCase(-2, 0.3, -1, -0.5, 0.2, 3, 1.2, 0.8)]
    public void Partials_AwayFromTheKinks_AreTheNumericalGradient(params double[] inputs)
    {
        var gradient = Numerical.Gradient(at => Of("2b.graph", [.. at]).Number(), Vector(inputs)).SubVector(0, 6);
        AreClose(Vector([.. Of("2b.partials", inputs).Cells()]), gradient);
    }

    [Test]
    public void Graph_OfTheNetwork_IsTheSumOfTheSigmoids()
    {
        var expected = (1 / (1 + Math.Exp(-0.5 * ((1 * 0.7) + (0.5 * 0.3))))) + (1 / (1 + Math.Exp(1.5 * ((2 * 0.7) + (-0.4 * 0.3)))));
        Assert.That(Of("2b.graph", [0.5, -1.5, 1, 2, 0.5, -0.4, 0.7, 0.3]).Number(), Is.EqualTo(expected).Within(1e-15));
    }

    private static Formulas.Expressions.Value Of(string part, double[] inputs) => Run(
        $"sgd-backprop-tables/{part}",
        ("a", inputs[0]), ("b", inputs[1]), ("c", inputs[2]), ("d", inputs[3]), ("e", inputs[4]), ("f", inputs[5]),
        ("x1", inputs[6]), ("x2", inputs[7]));
}
