using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Specs;
using Formulas.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Formulas.Tests.Parsing;

/// <summary>Whatever is typed, reading ends soon and with a value: a formula, or a diagnostic inside the text.</summary>
public sealed class FormulaReaderTests
{
    private static readonly Scope Names = ScopeText.Parse(
        "a : scalar", "x : vector(d)", "X : matrix(n,d)  x_i", "W1 : matrix(d,d)  W^(1)", "delta2 : vector(d)  delta^(2)", "h : derived  h(x)",
        "g : function", "Phi : map(d,d)", "i : index n", "n : size", "d : size", "asked dL/dw");

    private static readonly string[] Words =
    [
        "a", "x", "X", "x_i", "W1", "W^(1)", "h(x)", "g", "g'", "Phi", "J_Phi", "i", "n", "2", ".5", "1[", "sum(", "sum_k", "∑_{k=1}^n", "prod(k,1,n,", "cases(",
        "+", "-", "*", "/", "^", "^T", "'", ".", "·", "⊙", "(", ")", "[", "]", "{", "}", "|", "||", ",", ":", ";", "\n", "=", ":=", "<-", "<", ">=", "!=", "and", "or",
        "not", "if", "else", "where", "z", "z_k", "_", "²", "ᵀ", "√", "I", "e", "pi", "ln", "dot(", "max(", "softmax", "dL/dw", "δ_j^(2)", "_{", "^(1)", "^(", "ᵢ", "⁽¹⁾",
    ];

    [Test]
    public void Read_OfAnyText_EndsWithAValue() =>
        Prop.ForAll<string>(text => EndsWell(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Test]
    public void Read_OfAnyWords_EndsWithAValue()
    {
        var soup = Gen.Elements(Words).ListOf().Select(words => string.Join(" ", words)).ToArbitrary();
        var glued = Gen.Elements(Words).ListOf().Select(words => string.Concat(words)).ToArbitrary();

        Prop.ForAll(soup, EndsWell).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(40));
        Prop.ForAll(glued, EndsWell).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(40));
    }

    [TestCase("(X)₁ᵢ")]
    [TestCase("X'ᵢ₁")]
    [TestCase("(X)₁₂")]
    public void Read_SmallSubscriptsOfDigitsAndLetters_EndsWithAValue(string text) => Assert.That(EndsWell(text), Is.True);

    [TestCase("(")]
    [TestCase("[")]
    [TestCase("|")]
    [TestCase("||x")]
    [TestCase("-")]
    [TestCase("a^")]
    [TestCase("√")]
    [TestCase("sum_k ")]
    [TestCase("ln ")]
    [TestCase("not ")]
    [TestCase("g(")]
    [TestCase("x_")]
    [TestCase("{")]
    [TestCase("a if a > 0 else ")]
    [TestCase("z=")]
    [TestCase("\n-")]
    [TestCase("x[")]
    [TestCase("cases(a>0:")]
    [TestCase("a'")]
    [TestCase("2 ||")]
    [TestCase("aaaaaaaa")]
    [TestCase("1[")]
    [TestCase("a;")]
    public void Read_OfTheSameThingOverAndOver_EndsSoon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, FormulaReader.LengthLimit / piece.Length));
        var watch = Stopwatch.StartNew();

        Assert.That(EndsWell(text), Is.True);
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(2000));
    }

    /// <summary>Each abbreviation doubles the one before: written out there would be 2^60 terms.</summary>
    [Test]
    public void Read_OfAbbreviationsThatDouble_DoesNotGrow()
    {
        var lines = string.Concat(Enumerable.Range(1, 60).Select(number => $"u{number} = u{number - 1} + u{number - 1};"));
        var reading = FormulaReader.Read($"u0 = a; {lines} u60", Names);

        Assert.That(reading, Is.InstanceOf<Reading<Expression>.Success>());
    }

    [Test]
    public void Read_OfIndexedAbbreviationsThatDouble_DoesNotGrow()
    {
        var lines = string.Concat(Enumerable.Range(1, 40).Select(number => $"u{number}_k = u{number - 1}_k + u{number - 1}_k;"));
        var reading = FormulaReader.Read($"u0_k = x_k; {lines} sum(k,1,d, u40_k)", Names);

        Assert.That(reading, Is.InstanceOf<Reading<Expression>.Success>());
    }

    [Test]
    public void Read_OfLongButFlatText_IsRead() =>
        Assert.That(FormulaReader.Read("a" + string.Concat(Enumerable.Repeat(" + a", 400)), Names), Is.InstanceOf<Reading<Expression>.Success>());

    [Test]
    public void Read_OfBracketsUpToTheLimit_IsRead() =>
        Assert.That(FormulaReader.Read(new string('(', 200) + "a" + new string(')', 200), Names), Is.InstanceOf<Reading<Expression>.Success>());

    [Test]
    public void Read_InAnOpenScope_TakesUnknownNamesAsNumbers()
    {
        var reading = FormulaReader.Read("foo^2 + x_i s + s(bar)", Scope.Empty with { Open = true });

        Assert.That((reading as Reading<Expression>.Success)?.Value.Shape, Is.EqualTo(Shape.Scalar));
    }

    private static bool EndsWell(string text) => FormulaReader.Read(text, Names) switch
    {
        Reading<Expression>.Success => true,
        Reading<Expression>.Failure { Diagnostic: var diagnostic } =>
            diagnostic.Span.Start >= 0 && diagnostic.Span.End <= Math.Max(text.Length, FormulaReader.LengthLimit + 1) && Caret.Render(text, diagnostic).Contains('^', StringComparison.Ordinal),
        _ => false,
    };
}
