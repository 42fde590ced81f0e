using Formulas.Expressions;
using static Reference.Tests.Given;

namespace Reference.Tests;

public sealed class InputsTests
{
    [Test]
    public void Number_ThatIsASize_IsFoundAmongTheSizes()
    {
        var inputs = new Assignment(new Dictionary<string, Value>(), new Dictionary<string, int> { ["m"] = 7 });
        Assert.That(inputs.Number("m"), Is.EqualTo(7));
    }

    [Test]
    public void Index_CountedFromOne_BecomesAPositionFromZero() =>
        Assert.That(Inputs(("i", 3)).Index("i"), Is.EqualTo(2));

    [Test]
    public void Matrix_GivenAsANumber_NamesTheInputAndWhatItMustBe() => Assert.That(
        () => Inputs(("X", 3)).Matrix("X"), Throws.ArgumentException.With.Message.Contains("'X' must be a matrix"));

    [Test]
    public void Whole_GivenAFraction_NamesTheInput() => Assert.That(
        () => Inputs(("L", 2.5)).Whole("L"), Throws.ArgumentException.With.Message.Contains("'L' must be a whole number"));

    [Test]
    public void ScalarFunction_OfUnknownName_ListsTheNames() => Assert.That(
        () => Inputs(("g", "swish")).ScalarFunction("g"), Throws.ArgumentException.With.Message.Contains("expected tanh"));

    [Test]
    public void Matrix_RoundTrip_KeepsRowsAndColumns()
    {
        var matrix = Matrix(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.That(matrix.ToValue().Matrix(), Is.EqualTo(matrix));
        Assert.That(((Value.Matrix)matrix.ToValue())[1, 0], Is.EqualTo(4));
    }

    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(false, false)]
    public void VectorMap_WithOrWithoutItsAffinePart_HasItsJacobian(bool withA, bool withC)
    {
        var a = new Value.Matrix(2, 2, [1.5, -0.5, 0.25, 2]);
        var c = new Value.Vector([0.3, -0.7]);
        var map = Inputs(("Phi", new Value.VectorMap(withA ? a : null, withC ? c : null, "tanh"))).VectorMap("Phi");
        var z = Vector(0.4, -0.9);

        var inner = (withA ? Matrix(new[,] { { 1.5, -0.5 }, { 0.25, 2 } }) * z : z) + (withC ? Vector(0.3, -0.7) : Vector(0, 0));
        AreClose(map.Of(z), Vector(Math.Tanh(inner[0]), Math.Tanh(inner[1])), 1e-15);
        AreClose(map.Jacobian(z), Numerical.Jacobian(map.Of, z));
    }
}
