using System.Xml.Linq;
using Formulas.Expressions;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Tests.Rendering;

public sealed class MathMlTests
{
    private static readonly Size N = Size.Named("n");

    private static readonly Expression A = new Expression.Reference("a", Shape.Scalar);

    private static readonly Expression B = new Expression.Reference("b", Shape.Scalar);

    private static readonly Expression X = new Expression.Reference("x", new Shape.VectorShape(N));

    [Test]
    public void Render_SumInProduct_IsBracketed()
    {
        var sum = new Expression.Additive(AdditiveOperator.Add, A, B, Shape.Scalar);

        Assert.That(TextOf(Scaled(sum, A)), Is.EqualTo("(a+b)\u2062a"));
    }

    [TestCase("relu", 1)]
    [TestCase("ln", 1)]
    public void Render_NameBeforeAFunction_StandsApartFromIt(string function, int spaces)
    {
        var call = new Expression.Call(function, 0, new EquatableList<Expression>([B]), Shape.Scalar);
        Assert.That(MathMl.Render(Scaled(A, call)).Split("<mspace").Length - 1, Is.EqualTo(spaces));
    }

    [Test]
    public void Render_DifferenceOfDifference_KeepsItsBracket()
    {
        var inner = new Expression.Additive(AdditiveOperator.Subtract, A, B, Shape.Scalar);

        Assert.That(TextOf(new Expression.Additive(AdditiveOperator.Subtract, A, inner, Shape.Scalar)), Is.EqualTo("a−(a−b)"));
        Assert.That(TextOf(new Expression.Additive(AdditiveOperator.Subtract, inner, A, Shape.Scalar)), Is.EqualTo("a−b−a"));
    }

    [Test]
    public void Render_SumSignBeforeFactor_IsBracketed()
    {
        var sum = Sum(A);

        Assert.That(TextOf(Scaled(sum, B)), Is.EqualTo("(∑i=1na)\u2062b"));
        Assert.That(TextOf(Scaled(B, sum)), Is.EqualTo("b\u2062∑i=1na"));
    }

    [Test]
    public void Render_NegatedBase_IsBracketed()
    {
        Assert.That(TextOf(new Expression.Power(new Expression.Negate(A), B, Shape.Scalar)), Is.EqualTo("(−a)b"));
    }

    [Test]
    public void Render_LeadingMinus_NeedsNoBracket()
    {
        var product = Scaled(new Expression.Negate(A), B);

        Assert.That(TextOf(product), Is.EqualTo("−a\u2062b"));
        Assert.That(TextOf(new Expression.Additive(AdditiveOperator.Add, A, product, Shape.Scalar)), Is.EqualTo("a+(−a)\u2062b"));
        Assert.That(TextOf(Sum(product)), Is.EqualTo("∑i=1n(−a)\u2062b"));
    }

    [Test]
    public void Render_TwoNumbers_AreNotRunTogether()
    {
        Assert.That(TextOf(Scaled(new Expression.Number(2, "2"), new Expression.Number(3, "3"))), Is.EqualTo("2⋅3"));
    }

    [Test]
    public void Render_Quotient_IsFraction()
    {
        Assert.That(ElementsOf(MathMl.Render(new Expression.Quotient(A, B, Shape.Scalar))), Does.Contain("mfrac"));
    }

    [Test]
    public void Render_LayerSymbol_ShowsLayerAsSuperscript()
    {
        var symbol = new Symbol("delta2", SymbolKind.Variable, new Shape.VectorShape(N), Domain.Reals, ["delta^(2)"], []);
        var entry = new Expression.Entry(new Expression.Reference("delta2", symbol.Shape), [new Expression.BoundIndex("j")], [1]);

        var math = MathMl.Render(entry, new Scope([symbol], ["n"], []));

        Assert.That(XDocument.Parse(math).Root!.Value, Is.EqualTo("δj(2)"));
        Assert.That(ElementsOf(math), Does.Contain("msubsup"));
    }

    [Test]
    public void Render_DeclaredRow_GoesByItsLetter()
    {
        var shape = new Shape.MatrixShape(N, N);
        var symbol = new Symbol("W", SymbolKind.Variable, shape, Domain.Reals, ["w_i"], []);
        var row = new Expression.RowOf(new Expression.Reference("W", shape), new Expression.BoundIndex("k"), 1, new Shape.VectorShape(N));

        Assert.That(XDocument.Parse(MathMl.Render(row, new Scope([symbol], [], []))).Root!.Value, Is.EqualTo("wk"));
        Assert.That(XDocument.Parse(MathMl.Render(row)).Root!.Value, Is.EqualTo("Wk,:"));
    }

    [Test]
    public void Render_Vector_IsBold()
    {
        Assert.That(MathMl.Render(X), Does.Contain("font-weight:bold"));
        Assert.That(MathMl.Render(A), Does.Not.Contain("font-weight:bold"));
    }

    [Test]
    public void Render_EveryNode_IsWellFormed()
    {
        foreach (var node in Nodes.All) Assert.That(() => XDocument.Parse(MathMl.Render(node)), Throws.Nothing, node.ToString());
    }

    [Test]
    public void Render_HostileName_IsEscaped()
    {
        var math = MathMl.Render(new Expression.Reference("<script>\u202E", Shape.Scalar));

        Assert.That(XDocument.Parse(math).Root!.Value, Is.EqualTo("<script>⟨U+202E⟩"));
    }

    [Test]
    public void Render_LongChain_IsWrittenInTime()
    {
        var chain = A;
        for (var i = 0; i < 3_000; i++) chain = new Expression.Additive(AdditiveOperator.Add, chain, B, Shape.Scalar);

        Assert.That(MathMl.Render(chain), Has.Length.GreaterThan(3_000));
    }

    [TestCase(1e-7, "1×10−7")]
    [TestCase(-2.5, "−2.5")]
    [TestCase(0.88079707797788, "0.880797")]
    [TestCase(double.NaN, "not\u00A0a\u00A0number")]
    [TestCase(double.NegativeInfinity, "−∞")]
    public void Render_Scalar_ReadsAsPrinted(double number, string shown)
    {
        Assert.That(XDocument.Parse(MathMl.Render(new Value.Scalar(number))).Root!.Value, Is.EqualTo(shown));
    }

    [Test]
    public void Render_EveryValue_IsWellFormed()
    {
        Value[] values =
        [
            new Value.Truth(true), new Value.Vector([1, 2]), new Value.Vector([]), new Value.Matrix(2, 2, [1, 2, 3, 4]),
            new Value.ScalarFunction("tanh"), new Value.VectorMap(new Value.Matrix(1, 1, [1]), new Value.Vector([2]), "sin"),
            new Value.VectorMap(null, null, "relu"), new Value.Named([new NamedValue("dy/da", new Value.Scalar(1))]),
        ];

        foreach (var value in values) Assert.That(() => XDocument.Parse(MathMl.Render(value)), Throws.Nothing, value.ToString());
    }

    [Test]
    public void Render_MatrixShape_IsSetOfReals()
    {
        Assert.That(XDocument.Parse(MathMl.Render(new Shape.MatrixShape(N, Size.Literal(2)))).Root!.Value, Is.EqualTo("ℝn×2"));
    }

    private static Expression.Product Scaled(Expression left, Expression right) => new(ProductKind.Scale, left, right, Shape.Scalar);

    private static Expression.Repeated Sum(Expression body) =>
        new(RepeatedOperator.Sum, "i", new Expression.Number(1, "1"), new Expression.SizeOf(N), body);

    private static string TextOf(Expression expression) => XDocument.Parse(MathMl.Render(expression)).Root!.Value;

    private static IEnumerable<string> ElementsOf(string math) =>
        XDocument.Parse(math).Descendants().Select(element => element.Name.LocalName);
}
