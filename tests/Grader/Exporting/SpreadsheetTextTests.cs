using Grader.Exporting;

namespace Grader.Tests.Exporting;

public sealed class SpreadsheetTextTests
{
    [TestCase("=cmd()")]
    [TestCase("+1")]
    [TestCase("-2+3")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    [TestCase("\r=1")]
    [TestCase("\n=1")]
    [TestCase("  =1")]
    [TestCase("\uFEFF=1")]
    [TestCase("＝1")]
    public void Safe_WhatASpreadsheetWouldRun_StartsWithAnApostropheAndComesBack(string text)
    {
        Assert.That(SpreadsheetText.Safe(text), Is.EqualTo("'" + text));
        Assert.That(SpreadsheetText.Written(SpreadsheetText.Safe(text)), Is.EqualTo(text));
    }

    [TestCase("")]
    [TestCase("'")]
    [TestCase("s01")]
    [TestCase("0012")]
    [TestCase("O'Neill")]
    [TestCase("'quoted'")]
    [TestCase("a=b")]
    public void Safe_OtherText_StaysAsItIs(string text)
    {
        Assert.That(SpreadsheetText.Safe(text), Is.EqualTo(text));
        Assert.That(SpreadsheetText.Written(text), Is.EqualTo(text));
    }
}
