using Grader.Running;
using Protocol;

namespace Sandbox.Tests.Running;

/// <summary>Why an assembly was refused is one line, whatever the assembly says.</summary>
public sealed class RefusalTests
{
    [Test]
    public void Sentence_OfADetailWithLines_IsOneShortLine([Values] LoadFailure kind)
    {
        var sentence = new LoadOutcome.Refused(kind, "first\r\nsecond\u2028third " + new string('x', 5000)).Sentence;
        Assert.That(sentence, Does.Not.Contain('\n').And.Not.Contain('\r').And.Not.Contain('\u2028'));
        Assert.That(sentence, Has.Length.LessThan(500));
    }
}
