using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Tests.Specs;
using Formulas.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Formulas.Tests.Parsing;

/// <summary>Whatever LaTeX is typed, reading ends soon and with a value: a formula, or a diagnostic inside the text.</summary>
public sealed class LatexLexerTests
{
    private static readonly Scope Names = ScopeText.Parse(
        "a : scalar", "y : scalar", "x : vector(d)", "X : matrix(n,d)  x_i", "W1 : matrix(d,d)  W^(1)", "delta2 : vector(d)  delta^(2)",
        "dg : vector(n)  dg_i/dw, g_i'(w)", "g : function", "Phi : map(d,d)", "i : index n", "j : index d", "n : size", "d : size", "asked dL/dw");

    private static readonly string[] Words =
    [
        @"\frac", @"\sqrt", "{", "}", "{a}", "{,}", "[", "]", "(", ")", @"\left", @"\right", @"\left(", @"\right)", @"\{", @"\}", @"\big", @"\|", "|", @"\lVert", @"\rVert",
        @"\sum", @"\sum_{k=1}^{n}", @"\sum_i", @"\prod", "^", "_", "^{", "_{", @"^\top", "^T", "^{(1)}", @"^{(1)\top}", "^{(2)}", "'", @"\prime", @"\Phi", @"J_\Phi", @"\Phi'", "W", "x", "X", "a", "g", "2",
        @"\delta", @"\theta", @"\sigma", @"\sigma'", @"\partial", @"\frac{\partial L}{\partial w}", @"\frac{dg_i}{dw}", @"\nabla", @"\mathbf", @"\mathbf{1}", @"\mathbb{1}", @"\mathbb", @"\text{if}", @"\mathrm",
        @"\operatorname", @"\begin{cases}", @"\end{cases}", @"\begin{aligned}", @"\end{aligned}", @"\begin{pmatrix}", @"\end{pmatrix}", @"\begin", @"\end", @"\begin{array}", @"\left\{\begin{array}{ll}",
        "&", @"\\", @"\,", @"\ ", "~", "$", "$$", @"\(", @"\)", @"\[", @"\]", "=", @"\le", @"\land", @"\lnot", @"\gets", @"\text{otherwise}", ",", ";", "\n", "+", "-", @"\cdot", @"\odot", @"\langle", @"\rangle",
        @"\hat", @"\foo", "\\", "½", "𝐱", "⁻ˣ", "₊", "ᵀ", "⟨", "⟩", "𝜂", "’", "\ud835", "\ufeff", "∂", "where", "z", @"\mathsf", @"\label{q}", @"\underbrace", "T", "J", "d",
    ];

    [Test]
    public void Read_OfAnyCommands_EndsWithAValue()
    {
        var spaced = Gen.Elements(Words).ListOf().Select(words => string.Join(" ", words)).ToArbitrary();
        var glued = Gen.Elements(Words).ListOf().Select(words => string.Concat(words)).ToArbitrary();

        Prop.ForAll(spaced, EndsWell).Check(Config.QuickThrowOnFailure.WithMaxTest(8000).WithEndSize(30));
        Prop.ForAll(glued, EndsWell).Check(Config.QuickThrowOnFailure.WithMaxTest(8000).WithEndSize(30));
    }

    [TestCase(@"\frac")]
    [TestCase(@"\frac{1}{")]
    [TestCase(@"\frac{")]
    [TestCase("{")]
    [TestCase("$")]
    [TestCase("$a$ ")]
    [TestCase("a^{")]
    [TestCase("a_{")]
    [TestCase(@"\sqrt[")]
    [TestCase(@"\mathbf")]
    [TestCase(@"\left(")]
    [TestCase(@"\begin{cases}")]
    [TestCase(@"\begin{aligned}")]
    [TestCase(@"\begin{pmatrix}a&")]
    [TestCase(@"\partial ")]
    [TestCase(@"\frac{dg}{da}")]
    [TestCase(@"\mathbb{1}_{")]
    [TestCase(@"\hat a ")]
    [TestCase(@"J_\Phi^\top(")]
    [TestCase(@"\\")]
    [TestCase("½")]
    [TestCase("x⁻ˣ")]
    public void Read_OfTheSameCommandOverAndOver_EndsSoon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, FormulaReader.LengthLimit / piece.Length));
        var watch = Stopwatch.StartNew();

        Assert.That(EndsWell(text), Is.True);
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(2000));
    }

    [TestCase(@"a + \sgima(a)", 4, 6)]
    [TestCase(@"a + \mathbb{R}", 4, 10)]
    [TestCase(@"𝑎 + \pm", 5, 3)]
    [TestCase(@"\frac{\partial L}{\partial b} = a", 0, 29)]
    [TestCase(@"\frac{a}{1 + ζ}", 13, 1)]
    public void Read_OfFaultyLatex_NamesThePlace(string text, int start, int length)
    {
        var failure = FormulaReader.Read(text, Names) as Reading<Expression>.Failure;

        Assert.That(failure?.Diagnostic.Span, Is.EqualTo(new SourceSpan(start, length)));
    }

    /// <summary>Without a condition an upright 1 is a vector of ones whose length is not said; with an index it is said.</summary>
    [TestCase(@"\mathbf{1}_n", "ones(n)")]
    [TestCase(@"\mathbf{1}_{n}", "ones(n)")]
    [TestCase(@"\mathbb{1}_{a>0}", "1[a > 0]")]
    public void Read_OfAnUprightOne_AsksForItsLength(string text, string expected)
    {
        var reading = FormulaReader.Read(text, Names) as Reading<Expression>.Success;

        Assert.That(reading is null ? null : Calculator.Print(reading.Value), Is.EqualTo(expected));
    }

    private static bool EndsWell(string text) => FormulaReader.Read(text, Names) switch
    {
        Reading<Expression>.Success => true,
        Reading<Expression>.Failure { Diagnostic: var diagnostic } =>
            diagnostic.Span.Start >= 0 && diagnostic.Span.End <= Math.Max(text.Length, FormulaReader.LengthLimit + 1) && Caret.Render(text, diagnostic).Contains('^', StringComparison.Ordinal),
        _ => false,
    };
}
