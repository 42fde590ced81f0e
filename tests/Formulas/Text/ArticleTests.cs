using Formulas.Text;

namespace Formulas.Tests.Text;

[TestFixture]
internal sealed class ArticleTests
{
    [TestCase("n", "an")]
    [TestCase("m", "an")]
    [TestCase("d", "a")]
    [TestCase("k", "a")]
    [TestCase("d0", "a")]
    [TestCase("8", "an")]
    [TestCase("18", "an")]
    [TestCase("11", "an")]
    [TestCase("80", "an")]
    [TestCase("1", "a")]
    [TestCase("3", "a")]
    public void Before_NameOfASize_FollowsItsSound(string size, string article) => Assert.That(Article.Before(size), Is.EqualTo(article));
}
