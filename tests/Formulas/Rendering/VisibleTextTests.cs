using Formulas.Rendering;

namespace Formulas.Tests.Rendering;

public sealed class VisibleTextTests
{
    [TestCase("<b>", "&lt;b&gt;")]
    [TestCase("\"'`&", "&quot;&#39;&#96;&amp;")]
    [TestCase("a\u202Eb", "a⟨U+202E⟩b")]
    [TestCase("a\u200Bb", "a⟨U+200B⟩b")]
    [TestCase("\0", "⟨U+0000⟩")]
    [TestCase("Grüße 数学 𝒟", "Grüße 数学 𝒟")]
    [TestCase("a\r\nb", "a\nb")]
    public void Escape_Text_IsSafeAndVisible(string text, string escaped)
    {
        Assert.That(VisibleText.Escape(text), Is.EqualTo(escaped));
    }

    [Test]
    public void Escape_HalfACharacter_IsReplaced()
    {
        Assert.That(VisibleText.Escape("\uD800"), Is.EqualTo("\uFFFD"));
    }
}
