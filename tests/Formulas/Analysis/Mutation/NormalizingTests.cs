using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Mutation;

/// <summary>Formulas of one normal form are one function with one domain.</summary>
public sealed class NormalizingTests
{
    private static readonly Scope Open = Scope.Empty with { Open = true };

    [TestCase("a - b", "-b + a")]
    [TestCase("-(a - b)", "b - a")]
    [TestCase("(a - b) (c - d)", "(d - c) (b - a)")]
    [TestCase("-2 x (y - f)", "2 (f - y) x")]
    [TestCase("a/(b c)", "a/b/c")]
    [TestCase("1/x y", "y/x")]
    [TestCase("x^2 y", "y x x")]
    [TestCase("e^(-x)", "exp(-x)")]
    [TestCase("sigma(z)", "1/(1 + e^(-z))")]
    [TestCase("sigma'(z)", "sigma(z) (1 - sigma(z))")]
    [TestCase("sum(k, 1, 5, -k x)", "-sum(i, 1, 5, x i)")]
    [TestCase("u = x + 1; u y", "y (1 + x)")]
    public void Of_TheSameWrittenInOtherWays_IsTheSame(string one, string other) => Assert.That(Form(one), Is.EqualTo(Form(other)));

    [TestCase("a - b", "b - a")]
    [TestCase("1/(a/b)", "b/a")]
    [TestCase("x/x", "1")]
    [TestCase("(a/b)/c", "a/(b/c)")]
    [TestCase("sum(i, 1, 3, sum(k, 1, 4, x^i + k))", "sum(i, 1, 3, sum(k, 1, 4, x^k + i))")]
    [TestCase("u = sum(k, 1, 3, x^k); sum(k, 1, 3, u k)", "sum(k, 1, 3, sum(i, 1, 3, x^k) k)")]
    [TestCase("a^2", "2^a")]
    [TestCase("x", "1.0000000000000001 x")]
    [TestCase("0.1 x", "0.10000000000000001 x")]
    [TestCase("10000000000000000 x", "10000000000000001 x")]
    [TestCase("1[a < b]", "1[a <= b]")]
    [TestCase("prod(k, 1, 3, -x)", "-prod(k, 1, 3, x)")]
    public void Of_Others_IsAnother(string one, string other) => Assert.That(Form(one), Is.Not.EqualTo(Form(other)));

    [Test]
    public void Of_AbbreviationsThatDouble_IsNone()
    {
        var text = "z0 = x; " + string.Concat(Enumerable.Range(1, 60).Select(step => $"z{step} = z{step - 1} z{step - 1}; ")) + "z60";
        Assert.That(Normalizing.Of(Read(text, Open)), Is.Null);
    }

    [Test]
    public void Of_GeneratedPairs_AgreesForEqualOnesAlone()
    {
        var alike = 0;
        foreach (var pair in GeneratedPairs.Draw(7, 6000))
        {
            if (Normalizing.Of(Read(pair.Answer, pair.Scope)) is not { } form || !form.Equals(Normalizing.Of(Read(pair.Reference, pair.Scope)))) continue;
            Assert.That(pair.AreEqual, Is.True, $"{pair.Answer}  against  {pair.Reference}");
            alike++;
        }

        Assert.That(alike, Is.GreaterThan(300));
    }

    [Test]
    public void Of_EveryNode_DiffersFromThatOfEveryOther()
    {
        var forms = EveryNode.Examples.Where(node => node is not Expression.Let).Distinct().GroupBy(node => Normalizing.Of(node)!).Where(group => group.Count() > 1);
        Assert.That(forms.Select(group => string.Join("  ", group.Select(Calculator.Print))), Is.Empty);
    }

    private static NormalForm Form(string text) => Normalizing.Of(Read(text, Open))!;

    private static Expression Read(string text, Scope scope) => ((Reading<Expression>.Success)FormulaReader.Read(text, scope)).Value;
}
