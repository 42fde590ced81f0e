using System.Xml.Linq;
using Formulas.Rendering;
using FsCheck;
using FsCheck.Fluent;

namespace Formulas.Tests.Rendering;

public sealed class TypesettingTests
{
    [TestCase(@"\frac{a}{b}", "mfrac")]
    [TestCase(@"x_i^{(1)}", "msubsup")]
    [TestCase(@"\sqrt{x}", "msqrt")]
    [TestCase(@"\sqrt[3]{x}", "mroot")]
    [TestCase(@"\hat{y}", "mover")]
    [TestCase(@"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", "mtable")]
    [TestCase(@"\begin{cases} 1 & a > 0 \\ 0.3 & \text{otherwise} \end{cases}", "mtable")]
    public void FromTex_Construct_BecomesItsElement(string tex, string element)
    {
        Assert.That(Elements(Typesetting.FromTex(tex, display: true)), Does.Contain(element));
    }

    [Test]
    public void FromTex_SumInDisplay_HasLimitsAboveAndBelow()
    {
        Assert.That(Elements(Typesetting.FromTex(@"\sum_{i=1}^{n} x_i", display: true)), Does.Contain("munderover"));
    }

    [TestCase(@"\mathbb{R}", "ℝ")]
    [TestCase(@"\alpha", "α")]
    [TestCase(@"\nabla", "∇")]
    [TestCase(@"\top", "⊤")]
    [TestCase(@"x \leftarrow y", "←")]
    [TestCase(@"\mathcal{L}", "ℒ")]
    [TestCase(@"\operatorname{softmax}", "softmax")]
    [TestCase(@"\text{for all}", "for\u00A0all")]
    [TestCase(@"a - b", "−")]
    public void FromTex_Symbol_IsShown(string tex, string shown)
    {
        Assert.That(XDocument.Parse(Typesetting.FromTex(tex, display: false)).Root!.Value, Does.Contain(shown));
    }

    /// <summary>Without braces an argument is one digit, as TeX has it.</summary>
    [TestCase(@"\frac12", "<mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>")]
    [TestCase(@"\frac123", "<mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac><mn>3</mn>")]
    [TestCase("x^23", "<mn>2</mn></mrow></msup><mn>3</mn>")]
    public void FromTex_ArgumentWithoutBraces_IsOneDigit(string tex, string shown) =>
        Assert.That(Typesetting.FromTex(tex, display: false), Does.Contain(shown));

    [TestCase(@"\frobnicate x", @"\frobnicate")]
    [TestCase(@"\begin{tikzpicture} x", @"\begin{tikzpicture}")]
    [TestCase("x } y", "}")]
    [TestCase(@"x \", @"\")]
    public void FromTex_UnknownOrStray_IsShownAsText(string tex, string shown)
    {
        Assert.That(XDocument.Parse(Typesetting.FromTex(tex, display: false)).Root!.Value, Does.Contain(shown));
    }

    [TestCase(@"y \ln h", 2)]
    [TestCase(@"\ln(h)", 0)]
    public void FromTex_FunctionName_IsSetApartFromItsNeighbours(string tex, int spaces)
    {
        Assert.That(Elements(Typesetting.FromTex(tex, display: false)).Count(name => name == "mspace"), Is.EqualTo(spaces));
    }

    [Test]
    public void FromTex_MatrixRows_AreRowsOfCells()
    {
        var math = XDocument.Parse(Typesetting.FromTex(@"\begin{pmatrix} a & b \\ c & d \\ \end{pmatrix}", display: true));

        Assert.That(Named(math, "mtr").Count(), Is.EqualTo(2));
        Assert.That(Named(math, "mtd").Count(), Is.EqualTo(4));
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\\text{<b>\"'&amp;}")]
    [TestCase("a \u202E b")]
    public void FromTex_Markup_IsEscaped(string tex)
    {
        var math = XDocument.Parse(Typesetting.FromTex(tex, display: false));

        Assert.That(math.Descendants().Select(element => element.Name.LocalName), Has.None.AnyOf("script", "b"));
        Assert.That(math.Root!.Value, Does.Not.Contain('\u202E'));
    }

    [Test]
    public void FromTex_DeepNesting_EndsAndIsWellFormed()
    {
        foreach (var open in (string[])["{", @"\frac", "x^", @"\left(", @"\begin{matrix}", @"\sqrt[", @"\mathbf", @"\hat"])
        {
            var math = Typesetting.FromTex(string.Concat(Enumerable.Repeat(open, 20_000)), display: true);

            Assert.That(() => XDocument.Parse(math), Throws.Nothing, open);
        }
    }

    [Test]
    public void FromTex_AnyText_IsWellFormed()
    {
        var text = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(any => any ?? ""),
            Gen.Elements(Pieces).ListOf().Select(string.Concat));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(text.ToArbitrary(), tex => XDocument.Parse(Typesetting.FromTex(tex, tex.Length % 2 == 0)).Root is not null));
    }

    private static readonly string[] Pieces =
    [
        "{", "}", "^", "_", "'", "&", @"\\", @"\left", @"\right", "(", ")", ".", "|", @"\frac", @"\sqrt", "[", "]", @"\sum", @"\limits",
        @"\begin{cases}", @"\end{cases}", @"\begin{bmatrix}", @"\end{bmatrix}", @"\mathbf", @"\mathbb", @"\text", @"\bf", "x", "12.5",
        " ", "-", "<", "\"", @"\", "$", "\u202E", "\0", "\uD800", @"\hat", @"\exp", @"\operatorname", @"\underbrace", @"\binom",
    ];

    private static IEnumerable<string> Elements(string math) =>
        XDocument.Parse(math).Descendants().Select(element => element.Name.LocalName);

    private static IEnumerable<XElement> Named(XDocument math, string name) =>
        math.Descendants().Where(element => element.Name.LocalName == name);
}
