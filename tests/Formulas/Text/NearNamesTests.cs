using Formulas.Text;

namespace Formulas.Tests.Text;

public sealed class NearNamesTests
{
    [TestCase("sigmod", "sigmoid")]
    [TestCase("sigmiod", "sigmoid")]
    [TestCase("Delta2", "delta2")]
    [TestCase("wxh", null)]
    [TestCase("q", null)]
    [TestCase("frobnicate", null)]
    public void Closest_OfAMistypedName_FindsTheNearestOrNone(string name, string? expected) =>
        Assert.That(NearNames.Closest(name, ["sigmoid", "softmax", "delta2", "eta", "x"]), Is.EqualTo(expected));

    [TestCase("", "abc", 3)]
    [TestCase("abc", "abc", 0)]
    [TestCase("abc", "acb", 1)]
    [TestCase("kitten", "sitting", 3)]
    public void Distance_OfTwoWords_CountsEdits(string first, string second, int expected) =>
        Assert.That(NearNames.Distance(first, second), Is.EqualTo(expected));
}
