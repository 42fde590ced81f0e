using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Mutation;

public sealed class PlantedMistakesTests
{
    [Test]
    public void Of_AFormula_PlantsNamedMistakesThatReadBack()
    {
        var scope = Scope.Empty with { Open = true };
        var planted = PlantedMistakes.Of(Read("a (b - c)^2", scope), scope);
        Assert.That(planted.Select(mistake => mistake.Code), Is.SupersetOf(new[] { "wrong-sign", "missing-factor", "wrong-exponent", "missing-term" }));
        Assert.That(planted.Select(mistake => Read(Calculator.Print(mistake.Formula), scope)), Is.EqualTo(planted.Select(mistake => mistake.Formula)));
    }

    /// <summary>k counts v from 0, X counts it from 1: X[i,v] in place of k[i,v] says something else as a text than as a tree.</summary>
    [Test]
    public void Of_SymbolsThatCountDifferently_AreWhatTheirTextSays()
    {
        var matrix = new Shape.MatrixShape(Size.Named("n"), Size.Literal(2));
        var scope = new Scope(
            [
                new("k", SymbolKind.Variable, matrix, Domain.Reals, [], [1, 0]),
                new("X", SymbolKind.Variable, matrix, Domain.Reals, [], []),
                new("i", SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [], Size.Named("n")),
            ],
            ["n"],
            []);
        var planted = PlantedMistakes.Of(Read("k[i,0] + k[i,1]", scope), scope);
        Assert.That(planted.Select(mistake => Calculator.Print(mistake.Formula)), Has.None.Contains("X[i, 0]").And.Some.Contains("X[i, 1]"));
    }

    private static Expression Read(string text, Scope scope) => ((Reading<Expression>.Success)FormulaReader.Read(text, scope)).Value;
}
