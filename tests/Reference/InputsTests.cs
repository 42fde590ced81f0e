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
}
