using Grader.Marking;

namespace Grader.Tests.Marking;

public sealed class AnswerTextTests
{
    [TestCase("  two\r\n words\t", "two words")]
    [TestCase("cafe\u0301", "café")]
    [TestCase("U\u0308ber n\u0303 C\u030C", "Über ñ Č")]
    [TestCase("a\u00A0b", "a b")]
    public void Normalise_WhatLooksTheSame_IsTheSame(string text, string expected)
    {
        Assert.That(AnswerText.Normalise(text), Is.EqualTo(expected));
        Assert.That(AnswerText.Hash(text), Is.EqualTo(AnswerText.Hash(expected)));
    }

    [TestCase("W", "w")]
    [TestCase("a b", "ab")]
    [TestCase("", ".")]
    public void Hash_OtherText_Differs(string one, string other) => Assert.That(AnswerText.Hash(one), Is.Not.EqualTo(AnswerText.Hash(other)));
}
