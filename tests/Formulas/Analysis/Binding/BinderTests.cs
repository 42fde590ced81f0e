using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Specs;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Binding;

/// <summary>What the printed form of a reading does not show: kinds of product, first indices, where abbreviations are worked out.</summary>
public sealed class BinderTests
{
    private static readonly Scope Names = ScopeText.Parse(
        "a : scalar", "x : vector(d)", "v : vector(n)", "M : matrix(d,d)", "W : matrix(n,d)  w_i", "X : matrix(n,d)  x_i", "theta : matrix(n,2)  from 1, 0",
        "i : index n", "j : index d", "n : size", "d : size");

    [TestCase("a x", ProductKind.Scale)]
    [TestCase("x . x", ProductKind.Inner)]
    [TestCase("x^T x", ProductKind.Matrix)]
    [TestCase("x x^T", ProductKind.Outer)]
    [TestCase("M x", ProductKind.Matrix)]
    [TestCase("M . M", ProductKind.Matrix)]
    [TestCase("M ⊙ M", ProductKind.Entrywise)]
    [TestCase("2 ⊙ x", ProductKind.Scale)]
    public void Bind_OfAProduct_TakesTheReadingThatFits(string text, ProductKind kind) =>
        Assert.That((Read(text) as Expression.Product)?.Kind, Is.EqualTo(kind));

    [TestCase("w_i . x", "scalar")]
    [TestCase("w_i", "vector(d)")]
    [TestCase("W[:,j]", "vector(n)")]
    [TestCase("x^T", "row(d)")]
    [TestCase("x v^T", "matrix(d,n)")]
    [TestCase("W x", "vector(n)")]
    [TestCase("x^T W^T", "row(n)")]
    [TestCase("a < 1", "truth value")]
    [TestCase("onehot(i, n)", "vector(n)")]
    [TestCase("ones(n+1)", "vector(n+1)")]
    [TestCase("[1, 2, 3]", "vector(3)")]
    [TestCase("n d", "scalar")]
    public void Bind_OfAFormula_GivesItsShape(string text, string shape) =>
        Assert.That(Read(text)?.Shape.ToString(), Is.EqualTo(shape));

    [Test]
    public void Bind_OfAnEntry_KeepsWhatItsAxesCountFrom() =>
        Assert.That((Read("theta[i,0]") as Expression.Entry)?.FirstIndices, Is.EqualTo((EquatableList<int>)[1, 0]));

    [Test]
    public void Bind_OfARowBesideAVectorOfTheSameName_GoesByTheRangeOfTheIndex()
    {
        Assert.That(Read("sum(k,1,n, x_k . x)"), Is.InstanceOf<Expression.Repeated>());
        Assert.That(Read("sum(k,1,d, x_k)"), Is.InstanceOf<Expression.Repeated>());
        Assert.That(Read("x_i"), Is.InstanceOf<Expression.RowOf>());
        Assert.That(Read("x_j"), Is.InstanceOf<Expression.Entry>());
    }

    [Test]
    public void Bind_OfAnAbbreviationByARunningIndex_WorksItOutInsideTheSum()
    {
        var sum = Read("z_k = w_k . x; sum(k,1,n, z_k^2 + z_k)") as Expression.Repeated;

        Assert.That(sum?.Body, Is.InstanceOf<Expression.Let>());
        Assert.That((sum?.Body as Expression.Let)?.Body, Is.Not.InstanceOf<Expression.Let>());
    }

    [Test]
    public void Bind_OfAnAbbreviationByAnOuterIndex_WorksItOutOutsideTheSum() =>
        Assert.That(Read("z_k = w_k . x; sum(k,1,n, z_i v_k)"), Is.InstanceOf<Expression.Let>());

    [Test]
    public void Bind_OfTheSameIndexInsideItself_GivesTheInnerAnotherName()
    {
        var outer = Read("sum(k,1,n, v_k sum(k,1,d, x_k))") as Expression.Repeated;
        var inner = (outer?.Body as Expression.Product)?.Right as Expression.Repeated;

        Assert.That((outer?.Index, inner?.Index), Is.EqualTo(("k", "k2")));
    }

    [Test]
    public void Bind_OfAnAbbreviationUsedUnderAnEqualIndex_DoesNotMixThemUp()
    {
        var outer = Read("z_k = v_k + sum(k,1,d, x_k); sum(k,1,n, z_k)") as Expression.Repeated;
        var value = ((outer?.Body as Expression.Let)?.Value as Expression.Additive)!;

        Assert.That(((value.Left as Expression.Entry)!.Indices[0] as Expression.BoundIndex)!.Name, Is.EqualTo("k"));
        Assert.That((value.Right as Expression.Repeated)!.Index, Is.EqualTo("k2"));
    }

    private static Expression? Read(string text) => (FormulaReader.Read(text, Names) as Reading<Expression>.Success)?.Value;
}
