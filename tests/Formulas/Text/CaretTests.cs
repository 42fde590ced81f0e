using Formulas.Text;

namespace Formulas.Tests.Text;

public sealed class CaretTests
{
    [Test]
    public void Render_OfASpan_UnderlinesIt() =>
        Assert.That(Caret.Render("a + foo", At(4, 3)), Is.EqualTo("a + foo\n    ^^^"));

    [Test]
    public void Render_AtTheEnd_PointsBehindTheText() =>
        Assert.That(Caret.Render("a +", At(3, 0)), Is.EqualTo("a +\n   ^"));

    [Test]
    public void Render_OfSeveralLines_ShowsOneLine() =>
        Assert.That(Caret.Render("a +\n\tfoo", At(5, 3)), Is.EqualTo("a +  foo\n     ^^^"));

    [Test]
    public void Render_OfALongText_CutsBothSides()
    {
        var lines = Caret.Render(new string('a', 500) + "!" + new string('b', 500), At(500, 1)).Split('\n');

        Assert.That(lines[0], Is.EqualTo("…" + new string('a', 40) + "!" + new string('b', 40) + "…"));
        Assert.That(lines[1], Is.EqualTo(new string(' ', 41) + "^"));
    }

    [Test]
    public void Render_OfASpanOutsideTheText_DoesNotFail() =>
        Assert.That(Caret.Render("a", At(70, 9)), Is.EqualTo("a\n ^"));

    private static Diagnostic At(int start, int length) => new("code", "Message.", new SourceSpan(start, length));
}
