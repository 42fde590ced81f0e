using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Tests.Rendering;

public sealed class PieceTests
{
    private const int Many = 40;

    private static readonly Size D = Size.Named("d");

    private static readonly Size N = Size.Named("n");

    private static readonly Scope Scope = new(
        [
            Variable("a", Shape.Scalar), Variable("b", Shape.Scalar), Variable("W", new Shape.MatrixShape(N, D)), Variable("A", new Shape.MatrixShape(D, D)),
            Variable("x", new Shape.VectorShape(D)), Variable("r", new Shape.VectorShape(N)),
        ],
        ["n", "d"],
        []);

    [Test]
    public void Of_ProductOfMatrices_GivesEachProductWithItsSizes() => Assert.That(
        Pieces("2 W^T (W A x - r)"),
        Is.EqualTo(new[]
        {
            "2 * W^T * (W * A * x - r): a vector of d", "2 * W^T: a d x n matrix", "W * A * x - r: a vector of n", "W^T: a d x n matrix",
            "W * A * x: a vector of n", "r: a vector of n", "W: an n x d matrix", "W * A: an n x d matrix", "x: a vector of d", "A: a d x d matrix",
        }));

    [TestCase("x^T A", "a row of d")]
    [TestCase("a > 0 and b <= 1", "true or false")]
    [TestCase("x . x", "a number")]
    [TestCase("[[a, b, a], [b, a, b]]", "a 2 x 3 matrix")]
    public void Of_EachShape_IsSaidInWords(string formula, string words) => Assert.That(Pieces(formula)[0], Does.EndWith(": " + words));

    [Test]
    public void Of_PieceThatOccursTwice_IsGivenOnce() =>
        Assert.That(Pieces("exp(a b) / (1 + exp(a b))").Count(piece => piece.StartsWith("exp(a * b):", StringComparison.Ordinal)), Is.EqualTo(1));

    [Test]
    public void Of_SumOfMany_GivesTheTermsAndNoRunningTotals() =>
        Assert.That(Pieces("a + b^2 - a b + 1"), Is.EqualTo(new[] { "a + b^2 - a * b + 1: a number", "a: a number", "b^2: a number", "a * b: a number", "b: a number" }));

    [Test]
    public void Of_Abbreviations_AreGivenByTheirValuesAfterTheFormula() => Assert.That(
        Pieces("u = A x; z = x . u; exp(z) u").Take(3),
        Is.EqualTo(new[] { "exp(z) * u: a vector of d", "u = A * x: a vector of d", "z = x . u: a number" }));

    [Test]
    public void Of_AnyPieceWithoutAbbreviation_ReadsAsItselfAgain()
    {
        foreach (var piece in Piece.Of(Read("2 W^T (W A x - r) / (1 + exp(-(x . x))) - sum(x) cases(a > 0: x, else: -x)"), Many))
        {
            Assert.That(Calculator.Print(Read(piece.Text)), Is.EqualTo(piece.Text));
        }
    }

    [Test]
    [CancelAfter(20_000)]
    public void Of_LongestFormula_EndsWithTheNumberAskedFor(CancellationToken hang)
    {
        var nested = string.Concat(Enumerable.Range(0, 90).Select(i => $"exp({i} a + ")) + "b" + new string(')', 90);
        Assert.That(Piece.Of(Read(nested), Many), Has.Count.EqualTo(Many));

        var wide = string.Join(" + ", Enumerable.Range(1, 800).Select(i => $"a^{i} b"));
        Assert.That(Piece.Of(Read(wide), Many), Has.Count.EqualTo(Many));
        Assert.That(hang.IsCancellationRequested, Is.False);
    }

    private static List<string> Pieces(string formula) => [.. Piece.Of(Read(formula), Many).Select(piece => $"{piece.Text}: {piece.Shape}")];

    private static Expression Read(string text) => FormulaReader.Read(text, Scope) switch
    {
        Reading<Expression>.Success read => read.Value,
        Reading<Expression>.Failure failure => throw new AssertionException($"{text}: {failure.Diagnostic.Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Symbol Variable(string name, Shape shape) => new(name, SymbolKind.Variable, shape, Domain.Reals, [], []);
}
