using Grader.Reporting;

namespace Grader.Tests.Reporting;

[TestFixture]
public sealed class TerminalTextTests
{
    [TestCase("\u001b[31mred", "\uFFFD[31mred")]
    [TestCase("\u001b]0;title\u0007", "\uFFFD]0;title\uFFFD")]
    [TestCase("a\u202Eb\u2066", "a\uFFFDb\uFFFD")]
    [TestCase("two\nlines\t", "two\nlines\t")]
    [TestCase("漢 é", "漢 é")]
    public void Safe_Text_LosesWhatCommandsATerminal(string text, string safe) => Assert.That(TerminalText.Safe(text), Is.EqualTo(safe));

    [Test]
    public void OneLine_SeveralLines_AreOne() => Assert.That(TerminalText.OneLine("a\r\nb\nc"), Is.EqualTo("a b c"));

    [Test]
    public void Short_LongText_IsCut() => Assert.That(TerminalText.Short(new string('s', 1000)), Has.Length.EqualTo(60).And.EndsWith("…"));
}
