using Grader.Checking;
using Grader.Classes;

namespace Grader.Tests.Classes;

public sealed class VerdictLettersTests
{
    [Test]
    public void Of_EveryVerdict_HasALetterOfItsOwn() =>
        Assert.That(Enum.GetValues<Verdict>().Select(VerdictLetters.Of), Is.Unique);
}
