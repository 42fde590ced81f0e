using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Tests.Analysis;

public sealed class EqualFormsTests
{
    private static readonly Scope Open = Scope.Empty with { Open = true };

    [TestCase("a - b (c + d)")]
    [TestCase("s(a b) + s(a b)^2")]
    [TestCase("sum(k, 1, 3, a^k - b)")]
    [TestCase("ln(1 + a^2) (b - tanh(c))")]
    public void Rewrite_AnyFormula_KeepsItsValuesAndCanBeRead(string text)
    {
        var formula = Read(text);
        var forms = new HashSet<string>();
        for (var k = 0; k < 60; k++)
        {
            var random = new SeededRandom(1, k, text);
            var rewritten = new EqualForms(Open, random).Rewrite(formula, 3);
            var shown = NotationStyle.Draw(Open, 1, k).Print(k % 2 == 0 ? new EqualForms(Open, random).Abbreviate(rewritten) : rewritten);
            Assert.That(Equivalence.Decide(Read(shown), formula, Open, [], seed: 1), Is.TypeOf<Decision.Equal>(), shown);
            forms.Add(shown);
        }

        Assert.That(forms, Has.Count.GreaterThan(12));
    }

    [Test]
    public void Abbreviate_NothingToName_LeavesTheFormula() =>
        Assert.That(new EqualForms(Open, new(1, 1, "")).Abbreviate(Read("a b")), Is.EqualTo(Read("a b")));

    private static Expression Read(string text) => ((Reading<Expression>.Success)FormulaReader.Read(text, Open)).Value;
}
