using Grader.Batching;

namespace Grader.Tests.Batching;

public sealed class PageNamesTests
{
    [TestCase("../../etc/passwd.json", "etc-passwd.html")]
    [TestCase("a b/ü?.json", "a-b.html")]
    [TestCase("con.json", "_con.html")]
    [TestCase("NUL.txt.json", "_NUL.txt.html")]
    [TestCase("....json", "submission.html")]
    [TestCase("s1234567.json", "s1234567.html")]
    public void For_OnePath_IsSafeInAnyFolder(string path, string expected) => Assert.That(PageNames.For([path]), Is.EqualTo(new[] { expected }));

    [Test]
    public void For_PathsThatCollide_DifferWithoutRegardToCase()
    {
        var names = PageNames.For(["a/b.json", "A-B.json", "a-b-2.json", "a b.json"]);
        Assert.That(names.Select(name => name.ToUpperInvariant()), Is.Unique);
        Assert.That(names[0], Is.EqualTo("a-b.html"));
    }

    [Test]
    public void For_LongPath_StaysShort()
    {
        var names = PageNames.For([new string('x', 5000) + ".json", new string('x', 5001) + ".json"]);
        Assert.That(names, Has.All.Length.LessThan(120));
        Assert.That(names, Is.Unique);
    }
}
