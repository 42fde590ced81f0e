using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Tests.Analysis;

public sealed class EulersNumberTests
{
    private static readonly Scope Scope = new([new("e", SymbolKind.Variable, Shape.Scalar, Domain.Reals, [], []), new("x", SymbolKind.Variable, Shape.Scalar, Domain.Reals, [], [])], [], []);

    [TestCase("e^(-e x)", "exp(-e * x)")]
    [TestCase("e x + 1/(1 + e^(-x))", "e * x + 1 / (1 + exp(-x))")]
    public void AsBase_PowerOfASymbolE_BecomesAnExponential(string formula, string shown)
    {
        var replaced = EulersNumber.AsBase(Read(formula))!;
        var inputs = new Assignment(new Dictionary<string, Value> { ["e"] = new Value.Scalar(1.5), ["x"] = new Value.Scalar(-0.75) }, new Dictionary<string, int>());
        Assert.That(Evaluation.Evaluate(replaced, inputs), Is.EqualTo(Evaluation.Evaluate(Read(shown), inputs)), Calculator.Print(replaced));
    }

    [TestCase("e x")]
    [TestCase("x^e")]
    [TestCase("exp(x)")]
    public void AsBase_WithoutSuchAPower_IsNull(string formula) => Assert.That(EulersNumber.AsBase(Read(formula)), Is.Null);

    private static Expression Read(string formula) => ((Reading<Expression>.Success)FormulaReader.Read(formula, Scope)).Value;
}
