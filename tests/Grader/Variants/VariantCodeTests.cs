using Grader.Variants;

namespace Grader.Tests.Variants;

public sealed class VariantCodeTests
{
    [Test]
    public void Of_IsReadBackAndDependsOnAllThree()
    {
        var code = VariantCode.Of("phrase", "sheet", "s1");

        Assert.That(code.Text, Does.Match("^[a-z1-9]{4}-[a-z1-9]{4}$"));
        Assert.That(VariantCode.Parse(code.Text.ToUpperInvariant()), Is.EqualTo(code));
        var others = new[] { VariantCode.Of("phrase2", "sheet", "s1"), VariantCode.Of("phrase", "sheet2", "s1"), VariantCode.Of("phrase", "sheet", "s2") };
        Assert.That(others.Append(code).Distinct().Count(), Is.EqualTo(4));
    }

    [TestCase("")]
    [TestCase("abcd-efg")]
    [TestCase("abcd-efgo", Description = "o is no letter of a code")]
    [TestCase("abcd-efg!")]
    [TestCase("abcdefghjk")]
    public void Parse_AnythingElse_IsNoCode(string text) => Assert.That(VariantCode.Parse(text), Is.Null);

    [Test]
    public void Of_TenThousandStudents_HardlyEverShareACode() =>
        Assert.That(Enumerable.Range(0, 10_000).Select(student => VariantCode.Of("p", "w", $"s{student}")).Distinct().Count(), Is.GreaterThanOrEqualTo(9_999));
}
