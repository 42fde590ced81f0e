using Grader.Reporting;

namespace Grader.Tests.Reporting;

public sealed class PlainStatementTests
{
    [TestCase("at most $10^{-10}$", "at most 10^-10")]
    [TestCase("$x {=} 1$", "x = 1")]
    [TestCase(@"$\frac12 x$", "1/2 x")]
    [TestCase(@"$\{0,1\}^n$", "{0,1}^n")]
    [TestCase("$w_{ij}^{(2)}$", "w_ij^(2)")]
    public void From_Mathematics_LeavesNoMarksOfTex(string markdown, string plain) => Assert.That(PlainStatement.From(markdown), Is.EqualTo(plain));
}
